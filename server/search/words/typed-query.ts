import type { Locale } from '../../locale.js';
import { foldWord } from './fold.js';
import { languagesTyped, stopWordsOf } from './stop-words.js';
import { isCapitals, tokensOf } from './tokens.js';

/** One word of what somebody typed that counts. */
export interface TypedWord {
  /** Lower case, accents as typed. */
  readonly word: string;
  readonly folded: string;
  /** Typed in capitals among words that are not, or alone: taken for an acronym. */
  readonly isAcronym: boolean;
  /** Where it stands in what was typed, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** More words than anybody types; the rest of a pasted text would only cost time. */
export const WORD_LIMIT = 32;
const LENGTH_LIMIT = 2_000;

/** The content words of a query: no stop words, unless nothing else is left; each word once. */
export function readQuery(query: string, locale: Locale): readonly TypedWord[] {
  const tokens = [...tokensOf(query.slice(0, LENGTH_LIMIT))];
  const isShouted = tokens.length > 1 && tokens.every(({ raw }) => !/\p{Ll}/u.test(raw));
  const typed = tokens.map(({ raw, word, start, end }) => ({
    word,
    folded: foldWord(word),
    isAcronym: isCapitals(raw) && !isShouted,
    start,
    end,
  }));
  const lists = languagesTyped(
    typed.map(({ folded }) => folded),
    locale,
  ).map(stopWordsOf);
  const isContent = (word: TypedWord) =>
    word.isAcronym || !lists.some((list) => list.has(word.folded));
  const content = typed.filter(isContent);
  return once(content.length > 0 ? content : typed).slice(0, WORD_LIMIT);
}

function once(words: readonly TypedWord[]): TypedWord[] {
  const seen = new Set<string>();
  return words.filter(({ folded }) => !seen.has(folded) && seen.add(folded));
}
