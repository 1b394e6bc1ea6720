import { lowerWord } from './fold.js';

/** A word in a text: `start` and `end` are UTF-16 units of the text as it was given. */
export interface Token {
  readonly raw: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    yield { raw, word: lowerWord(raw), start: match.index, end: match.index + raw.length };
  }
}

/** The words alone, for indexing, where places do not matter. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

/** Written in capitals, as acronyms are: `CISS`, `G77`, not `A`. */
export function isCapitals(raw: string): boolean {
  return raw.length > 1 && /\p{Lu}/u.test(raw) && raw === raw.toUpperCase();
}

/** The acronyms of a text, in lower case. */
export function acronymsOf(text: string): string[] {
  const found = text.match(WORD)?.filter(isCapitals) ?? [];
  return found.map(lowerWord);
}
