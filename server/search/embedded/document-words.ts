import { LOCALES, type Locale } from '../../locale.js';
import type { SearchDocument } from '../search-engine.js';
import { foldWord } from '../words/fold.js';
import { stopWordsOf } from '../words/stop-words.js';
import { acronymsOf, wordsOf } from '../words/tokens.js';
import { type Place, packPlaces, placeBit } from './place.js';
import type { Vocabulary } from './vocabulary.js';
import { packSequences } from './word-sequences.js';

/** The words of one record: where each stands, and the order of those in titles and summaries. */
export interface DocumentWords {
  readonly places: ReadonlyMap<number, number>;
  readonly sequences: Uint32Array;
}

export function readWords(document: SearchDocument, vocabulary: Vocabulary): DocumentWords {
  const reading = new Reading(vocabulary);
  const runs = LOCALES.flatMap((locale) => {
    const texts = document.texts[locale];
    const title = reading.read(texts?.title ?? '', locale, 'title');
    const summary = reading.read(texts?.summary ?? '', locale, 'summary');
    reading.read(texts?.body ?? '', locale, 'body');
    for (const label of document.labels[locale]) reading.readLabel(label, locale);
    for (const word of acronymsOf(texts?.title ?? '')) vocabulary.addAcronym(word);
    return [title, summary].map((words) => content(words, vocabulary, locale));
  });
  return { places: reading.packed(), sequences: packSequences(runs) };
}

const LABELS_KEPT = 20_000;

class Reading {
  private readonly places = new Map<number, number>();
  private readonly inBodies = new Map<number, number>();

  constructor(private readonly vocabulary: Vocabulary) {}

  read(text: string, locale: Locale, place: Place): number[] {
    const numbers = this.vocabulary.addAll(wordsOf(text), locale);
    this.place(numbers, placeBit(locale, place));
    if (place !== 'body') return numbers;
    for (const number of numbers) this.inBodies.set(number, (this.inBodies.get(number) ?? 0) + 1);
    return numbers;
  }

  /** The same labels come with many records, so their words are read once. */
  readLabel(label: string, locale: Locale): void {
    const labels = this.vocabulary.labels[locale];
    let numbers = labels.get(label);
    if (!numbers) {
      numbers = [...new Set(this.vocabulary.addAll(wordsOf(label), locale))];
      for (const word of acronymsOf(label)) this.vocabulary.addAcronym(word);
      if (labels.size >= LABELS_KEPT) labels.clear();
      labels.set(label, numbers);
    }
    this.place(numbers, placeBit(locale, 'labels'));
  }

  private place(numbers: readonly number[], bit: number): void {
    for (const number of numbers) {
      this.places.set(number, (this.places.get(number) ?? 0) | bit);
    }
  }

  packed(): Map<number, number> {
    for (const [number, places] of this.places) {
      this.places.set(number, packPlaces(places, this.inBodies.get(number) ?? 0));
    }
    return this.places;
  }
}

function content(numbers: number[], vocabulary: Vocabulary, locale: Locale): number[] {
  const stopWords = stopWordsOf(locale);
  return numbers.filter((number) => !stopWords.has(foldWord(vocabulary.words[number] ?? '')));
}
