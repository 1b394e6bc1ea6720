import { LOCALES, type Locale } from '../../locale.js';
import { foldWord } from '../words/fold.js';
import { editDistance, editsAllowed } from '../words/spelling.js';
import { stemOf } from '../words/stems.js';
import type { TypedWord } from '../words/typed-query.js';

/** A typed word and whether the engine found it only under another spelling. */
export interface SearchedWord {
  readonly typed: TypedWord;
  readonly isMisspelled: boolean;
}

/** Names the typed word that a word of a text in a language answers, or -1. */
export function answeredBy(
  words: readonly SearchedWord[],
  locale: Locale,
): (word: string) => number {
  const stems = words.map(
    ({ typed }) => new Set([stemOf(typed.word, locale), stemOf(typed.folded, locale)]),
  );
  const known = new Map<string, number>();
  const find = (word: string): number => {
    const folded = foldWord(word);
    const stem = stemOf(word, locale);
    return words.findIndex(({ typed, isMisspelled }, at) => {
      if (typed.folded === folded) return true;
      if (typed.isAcronym) return false;
      if (stems[at]?.has(stem)) return true;
      return isMisspelled && isNear(typed.folded, folded);
    });
  };
  return (word) => {
    const answered = known.get(word) ?? find(word);
    known.set(word, answered);
    return answered;
  };
}

/** Whether one of the words differs in its ending alone: then nothing was misspelled. */
export function hasRelative(typed: TypedWord, words: ReadonlySet<string>): boolean {
  return LOCALES.some((locale) => {
    const stem = stemOf(typed.word, locale);
    return [...words].some((word) => stemOf(word, locale) === stem);
  });
}

/** The word of the texts that comes nearest to a misspelled one. */
export function nearestWord(typed: TypedWord, words: Iterable<string>): string | null {
  const allowed = editsAllowed(typed.folded);
  let nearest: string | null = null;
  let fewest = allowed + 1;
  for (const word of words) {
    const edits = editDistance(typed.folded, foldWord(word), allowed);
    if (edits === 0 || edits >= fewest) continue;
    nearest = word;
    fewest = edits;
  }
  return nearest;
}

function isNear(typed: string, word: string): boolean {
  const allowed = editsAllowed(typed);
  return allowed > 0 && editDistance(typed, word, allowed) <= allowed;
}
