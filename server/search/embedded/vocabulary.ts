import SearchableMap from 'minisearch/SearchableMap';
import { LOCALES, Locale } from '../../locale.js';
import { foldWord } from '../words/fold.js';
import { stemOf } from '../words/stems.js';
import { stopWordsOf } from '../words/stop-words.js';
import { eachWord } from '../words/tokens.js';
import { WordTable } from './word-table.js';

/** What is written to disk of a vocabulary. */
export interface SavedVocabulary {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** For each word and language the number of its stem, or -1. */
  readonly stemNumbers: Int32Array;
  readonly acronyms: readonly string[];
}

const NO_STEM = -1;
const [NOT_ASKED, STOP, CONTENT] = [0, 1, 2];

/**
 * The words of all records, each under its exact spelling, found by that, without accents
 * (a radix tree, which also finds beginnings and misspellings) and by stem.
 */
export class Vocabulary {
  readonly words: string[] = [];
  private readonly table = new WordTable();
  private readonly folds = new SearchableMap<number[]>();
  private readonly stems: string[] = [];
  private readonly stemNumbers: number[] = [];
  private readonly stemByText = new Map<string, number>();
  private readonly families: number[][] = [];
  private readonly acronyms = new Set<string>();
  /** For each word and language whether it is a stop word, once that was asked. */
  private readonly stops: number[] = [];
  /** Words of labels that were read before; not saved. */
  readonly labels: Readonly<Record<Locale, Map<string, readonly number[]>>> = {
    [Locale.ES]: new Map(),
    [Locale.EN]: new Map(),
    [Locale.PT]: new Map(),
    [Locale.FR]: new Map(),
  };

  /** The numbers of the words of a text in this language, in their order. */
  addText(text: string, locale: Locale): number[] {
    const index = LOCALES.indexOf(locale);
    const numbers: number[] = [];
    eachWord(text, (lower, start, end) => {
      const known = this.table.find(lower.letters, start, end);
      const number = known >= 0 ? known : this.addWord(ownCopy(lower.text.slice(start, end)));
      const at = number * LOCALES.length + index;
      if (this.stemNumbers[at] === NO_STEM) {
        this.joinFamily(number, at, stemOf(this.words[number] ?? '', locale));
      }
      numbers.push(number);
    });
    return numbers;
  }

  /** Those of the words that carry a meaning in this language. */
  content(numbers: readonly number[], locale: Locale): number[] {
    const index = LOCALES.indexOf(locale);
    return numbers.filter((number) => {
      const at = number * LOCALES.length + index;
      if (this.stops[at] === NOT_ASKED) {
        const isStop = stopWordsOf(locale).has(foldWord(this.words[number] ?? ''));
        this.stops[at] = isStop ? STOP : CONTENT;
      }
      return this.stops[at] === CONTENT;
    });
  }

  addAcronym(word: string): void {
    this.acronyms.add(foldWord(word));
  }

  isAcronym(folded: string): boolean {
    return this.acronyms.has(folded);
  }

  /** Words that are spelled like this but for accents. */
  spelled(folded: string): readonly number[] {
    return this.folds.get(folded) ?? [];
  }

  stemsOf(number: number): readonly { locale: Locale; stem: number }[] {
    return LOCALES.flatMap((locale, index) => {
      const stem = this.stemNumbers[number * LOCALES.length + index] ?? NO_STEM;
      return stem === NO_STEM ? [] : [{ locale, stem }];
    });
  }

  stemNumber(stem: string): number | undefined {
    return this.stemByText.get(stem);
  }

  family(stem: number): readonly number[] {
    return this.families[stem] ?? [];
  }

  /** Folded words at most so many letters away. */
  near(folded: string, edits: number): string[] {
    return [...this.folds.fuzzyGet(folded, edits).keys()];
  }

  /** Calls back with the words that begin so. */
  eachBeginning(folded: string, visit: (number: number) => void): void {
    for (const numbers of this.folds.atPrefix(folded).values()) numbers.forEach(visit);
  }

  save(): SavedVocabulary {
    return {
      words: this.words,
      stems: this.stems,
      stemNumbers: Int32Array.from(this.stemNumbers),
      acronyms: [...this.acronyms],
    };
  }

  static load(saved: SavedVocabulary): Vocabulary {
    const vocabulary = new Vocabulary();
    for (const stem of saved.stems) vocabulary.addStem(stem);
    for (const word of saved.words) vocabulary.addWord(word);
    for (const word of saved.acronyms) vocabulary.acronyms.add(word);
    saved.stemNumbers.forEach((stem, at) => {
      if (stem !== NO_STEM) vocabulary.joinStem(Math.floor(at / LOCALES.length), at, stem);
    });
    return vocabulary;
  }

  private addWord(word: string): number {
    const number = this.words.push(word) - 1;
    this.table.add(word);
    for (const _ of LOCALES) this.stops.push(NOT_ASKED);
    this.folds.fetch(foldWord(word), () => []).push(number);
    for (const _ of LOCALES) this.stemNumbers.push(NO_STEM);
    return number;
  }

  private addStem(stem: string): number {
    const number = this.stems.push(stem) - 1;
    this.stemByText.set(stem, number);
    this.families.push([]);
    return number;
  }

  private joinFamily(word: number, at: number, stem: string): void {
    this.joinStem(word, at, this.stemByText.get(stem) ?? this.addStem(stem));
  }

  private joinStem(word: number, at: number, stem: number): void {
    this.stemNumbers[at] = stem;
    const family = this.families[stem];
    if (family && !family.includes(word)) family.push(word);
  }
}

/** Without this a long word keeps the whole text that it was cut out of in memory. */
const ownCopy = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');
