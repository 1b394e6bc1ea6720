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

/** Letters put together from several characters, which the quick way below does not know. */
const COMPOSED = /[\u0300-\u036f\ud800-\udfff]/;
const LETTER = /[\p{L}\p{N}]/u;
const INSIDE = /\p{M}/u;
const [UNKNOWN, SPACE, LETTERS, MARK] = [0, 1, 2, 3];

/** What each character is; looked up once, since indexing looks at every letter of every text. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code] ?? SPACE;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(code);
  const kind = LETTER.test(character) ? LETTERS : INSIDE.test(character) ? MARK : SPACE;
  kinds[code] = kind;
  return kind;
}

/** The words alone, for indexing, where places do not matter. */
export function wordsOf(text: string): string[] {
  if (COMPOSED.test(text)) return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const kind = kindOf(lower.charCodeAt(at));
    if (start < 0) {
      if (kind === LETTERS) start = at;
    } else if (kind === SPACE) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** Written in capitals, as acronyms are: `CISS`, `G77`, not `A`. */
export function isCapitals(raw: string): boolean {
  return raw.length > 1 && /\p{Lu}/u.test(raw) && raw === raw.toUpperCase();
}

const TWO_CAPITALS = /\p{Lu}[\p{Lu}\p{N}]/u;

/** The acronyms of a text, in lower case. */
export function acronymsOf(text: string): string[] {
  if (!TWO_CAPITALS.test(text)) return [];
  const found = text.match(WORD)?.filter(isCapitals) ?? [];
  return found.map(lowerWord);
}
