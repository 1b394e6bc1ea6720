import { tokensOf } from './tokens.js';

/** A cut of a text and where the matches are in it, in UTF-16 units. */
export interface Excerpt {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly length: number }[];
  /** How many different words of the query are in it. */
  readonly words: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

const LENGTH = 200;
const LEAD = 40;
/** Longer texts are only looked at so far. */
const READ_LIMIT = 20_000;
const CUT = '…';

/**
 * Cuts a text around its best match: where most different words of the query stand together.
 * `wordAt` names the word of the query that a word of the text answers, or -1.
 */
export function cutExcerpt(text: string, wordAt: (word: string) => number): Excerpt | null {
  const spans = matchesIn(text, wordAt);
  const [first] = spans;
  if (!first) return null;
  if (text.length <= LENGTH) return excerpt(text, spans, 0, text.length);

  const start = bestStart(spans);
  const begin = wordBoundary(text, Math.max(0, start - LEAD), start);
  const end =
    begin + LENGTH >= text.length ? text.length : lastBoundary(text, begin + LENGTH, start);
  return excerpt(text, spans, begin, end);
}

function matchesIn(text: string, wordAt: (word: string) => number): readonly Span[] {
  const spans: Span[] = [];
  for (const { word, start, end } of tokensOf(text.slice(0, READ_LIMIT))) {
    const answered = wordAt(word);
    if (answered >= 0) spans.push({ start, end, word: answered });
  }
  return spans;
}

function bestStart(spans: readonly Span[]): number {
  let best = spans[0]?.start ?? 0;
  let most = 0;
  spans.forEach((from, at) => {
    const words = new Set<number>();
    for (let next = at; next < spans.length; next++) {
      const span = spans[next];
      if (!span || span.end - from.start > LENGTH - LEAD) break;
      words.add(span.word);
    }
    if (words.size <= most) return;
    most = words.size;
    best = from.start;
  });
  return best;
}

/** The beginning of the first whole word from `at` on, no later than `latest`. */
function wordBoundary(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, latest).search(/\s/);
  return space < 0 ? latest : at + space + 1;
}

/** The end of the last whole word before `at`; a word longer than the excerpt is cut between letters. */
function lastBoundary(text: string, at: number, earliest: number): number {
  for (let end = at; end > earliest; end--) if (/\s/.test(text[end] ?? '')) return end;
  const isBetweenHalves = /[\udc00-\udfff]/.test(text[at] ?? '');
  return isBetweenHalves ? at - 1 : at;
}

function excerpt(text: string, spans: readonly Span[], begin: number, end: number): Excerpt {
  const before = begin > 0 ? CUT : '';
  const after = end < text.length ? CUT : '';
  // One space for each white-space character keeps the ranges right.
  const cut = text.slice(begin, end).replace(/\s/g, ' ');
  const inside = spans.filter((span) => span.start >= begin && span.end <= end);
  return {
    text: `${before}${cut}${after}`,
    matches: inside.map((span) => ({
      start: span.start - begin + before.length,
      length: span.end - span.start,
    })),
    words: new Set(inside.map(({ word }) => word)).size,
  };
}
