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

/** A text in lower case, as it is and as the numbers of its characters. */
export interface LowerText {
  readonly text: string;
  /** Longer than the text, and another text's as soon as the next one is read. */
  readonly letters: Uint16Array;
}

type VisitWord = (lower: LowerText, start: number, end: number) => void;

/** Calls back with where each word of a text stands in its lower-case form. */
export function eachWord(text: string, visit: VisitWord): void {
  if (COMPOSED.test(text)) {
    eachComposedWord(text, visit);
    return;
  }
  const lower = lowerText(text);
  const { letters } = lower;
  const { length } = lower.text;
  let start = -1;
  for (let at = 0; at < length; at++) {
    const kind = kindOf(letters[at] as number);
    if (start < 0) {
      if (kind === LETTERS) start = at;
    } else if (kind === SPACE) {
      visit(lower, start, at);
      start = -1;
    }
  }
  if (start >= 0) visit(lower, start, length);
}

function eachComposedWord(given: string, visit: VisitWord): void {
  const lower = lowerText(given.normalize('NFC'));
  for (const { 0: word, index } of lower.text.matchAll(WORD)) {
    visit(lower, index, index + word.length);
  }
}

/** One array for all texts: each letter is looked at several times, which a string makes slow. */
let shared = new Uint16Array(1 << 14);

function lowerText(given: string): LowerText {
  const text = given.toLowerCase();
  if (text.length > shared.length) shared = new Uint16Array(text.length * 2);
  for (let at = 0; at < text.length; at++) shared[at] = text.charCodeAt(at);
  return { text, letters: shared };
}

/** The words alone, where places do not matter. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (lower, start, end) => words.push(lower.text.slice(start, end)));
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
