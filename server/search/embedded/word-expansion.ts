import { LOCALES, type Locale } from '../../locale.js';
import { editDistance, editsAllowed, swappedLetters } from '../words/spelling.js';
import { stemOf } from '../words/stems.js';
import type { TypedWord } from '../words/typed-query.js';
import type { SearchIndex } from './search-index.js';

/** The words of the index that a typed word stands for, each with how exactly it does. */
export interface Expansion {
  readonly typed: TypedWord;
  readonly exactness: ReadonlyMap<number, number>;
  /** The spelling that was taken instead of what no record holds. */
  readonly corrected: string | null;
}

const EXACT = 1;
const FOLDED = 0.95;
const STEM_OF_READER = 0.8;
const STEM_OF_OTHER = 0.7;
const CORRECTED = { 1: 0.85, 2: 0.7 } as const;
const CORRECTIONS = 6;

/** Accents and endings may differ; spelling only where no record holds the word as it is. */
export function expandWord(index: SearchIndex, typed: TypedWord, reader: Locale): Expansion {
  const known = relatives(index, typed, reader);
  if (known.size > 0) return { typed, exactness: known, corrected: null };

  const exactness = new Map<number, number>();
  const corrected = corrections(index, typed);
  for (const { folded, edits } of corrected) {
    const word = { ...typed, word: folded, folded };
    const factor = CORRECTED[edits];
    for (const [number, value] of relatives(index, word, reader)) {
      keepBest(exactness, number, value * factor);
    }
  }
  const spellings = corrected.map(({ folded }) => bestSpelling(index, folded));
  return { typed, exactness, corrected: spellings.find((spelling) => spelling !== null) ?? null };
}

/** Words that differ in accents or ending alone. Acronyms have no endings. */
function relatives(index: SearchIndex, typed: TypedWord, reader: Locale): Map<number, number> {
  const { vocabulary } = index;
  const found = new Map<number, number>();
  const spelled = vocabulary.spelled(typed.folded).filter((number) => index.holds(number));
  for (const number of spelled) {
    keepBest(found, number, vocabulary.words[number] === typed.word ? EXACT : FOLDED);
  }
  if (typed.isAcronym || vocabulary.isAcronym(typed.folded)) return found;

  for (const { stem, locale } of stemsFor(index, typed, spelled)) {
    const quality = locale === reader ? STEM_OF_READER : STEM_OF_OTHER;
    for (const number of vocabulary.family(stem)) {
      if (index.holds(number)) keepBest(found, number, quality);
    }
  }
  return found;
}

/**
 * Stems as the index knows them for this spelling, whatever its accents, so that a word without
 * accents finds the same; the stemmers are asked only about words that no record holds.
 */
function stemsFor(index: SearchIndex, typed: TypedWord, spelled: readonly number[]) {
  const { vocabulary } = index;
  if (spelled.length > 0) return spelled.flatMap((number) => vocabulary.stemsOf(number));
  return LOCALES.flatMap((locale) => {
    const stems = new Set([stemOf(typed.word, locale), stemOf(typed.folded, locale)]);
    const numbers = [...stems].map((stem) => vocabulary.stemNumber(stem));
    return numbers.filter((stem) => stem !== undefined).map((stem) => ({ locale, stem }));
  });
}

interface Correction {
  readonly folded: string;
  readonly edits: 1 | 2;
  readonly records: number;
}

/** The nearest words that records hold: all of the fewest edits, the most used first. */
function corrections(index: SearchIndex, typed: TypedWord): readonly Correction[] {
  const allowed = typed.isAcronym ? 0 : editsAllowed(typed.folded);
  if (allowed === 0) return [];
  const near = new Set([
    ...swappedLetters(typed.folded),
    ...index.vocabulary.near(typed.folded, allowed),
  ]);
  const held = [...near].flatMap((folded): Correction[] => {
    const numbers = index.vocabulary.spelled(folded).filter((number) => index.holds(number));
    const edits = editDistance(typed.folded, folded, allowed);
    if (numbers.length === 0 || (edits !== 1 && edits !== 2) || edits > allowed) return [];
    const records = numbers.reduce((sum, number) => sum + index.postings.size(number), 0);
    return [{ folded, edits, records }];
  });
  const fewest = Math.min(...held.map(({ edits }) => edits));
  const begins = ({ folded }: Correction) => (folded[0] === typed.folded[0] ? 1 : 0);
  const nearest = held.filter(({ edits }) => edits === fewest);
  nearest.sort((a, b) => begins(b) - begins(a) || b.records - a.records);
  return nearest.slice(0, CORRECTIONS);
}

/** The spelling with accents that most records use; null when only machines wrote it. */
function bestSpelling(index: SearchIndex, folded: string): string | null {
  const numbers = index.vocabulary.spelled(folded).filter((number) => index.shows(number));
  numbers.sort((a, b) => index.postings.size(b) - index.postings.size(a));
  return index.vocabulary.words[numbers[0] ?? -1] ?? null;
}

function keepBest(found: Map<number, number>, number: number, quality: number): void {
  if (quality > (found.get(number) ?? 0)) found.set(number, quality);
}
