import { compareIds, type SearchIndex } from './search-index.js';
import { topSlots } from './top-slots.js';
import type { Expansion } from './word-expansion.js';
import { eachRun } from './word-sequences.js';

interface Weighed extends Expansion {
  readonly weight: number;
}

/** Only this many of the best are looked at closely. */
const LOOKED_AT = 64;
/** What a title gains that consists of the words typed and nothing else. */
const WHOLE_TITLE = 0.5;
const SIDE_BY_SIDE = { title: 0.3, summary: 0.15 } as const;

/** Lifts records whose title or summary has the words side by side, or whose title is the query. */
export function liftTop(
  index: SearchIndex,
  words: readonly Weighed[],
  slots: readonly number[],
  score: Float64Array,
): void {
  // By the number of a word in the vocabulary its place among those typed, plus one: an array,
  // because every word of every title and summary looked at asks for it.
  const typedAs = new Uint8Array(index.vocabulary.words.length);
  words.forEach(({ exactness }, at) => {
    for (const number of exactness.keys()) if (typedAs[number] === 0) typedAs[number] = at + 1;
  });
  const idOf = (slot: number) => index.documents[slot]?.id ?? '';
  const better = (a: number, b: number) =>
    (score[b] ?? 0) - (score[a] ?? 0) || compareIds(idOf(a), idOf(b));
  for (const slot of topSlots(slots, LOOKED_AT, score, better)) {
    const sequences = index.documents[slot]?.sequences;
    if (sequences) score[slot] = (score[slot] ?? 0) + liftOf(sequences, typedAs, words);
  }
}

/** The best language counts; languages do not add up. */
function liftOf(sequences: Uint32Array, typedAs: Uint8Array, words: readonly Weighed[]): number {
  const lifts = [0, 0, 0, 0];
  eachRun(sequences, (kind, locale, begin, end) => {
    const seen = new Set<number>();
    let lift = 0;
    let matched = 0;
    let before = -2;
    for (let at = begin; at < end; at++) {
      const word = (typedAs[sequences[at] as number] as number) - 1;
      if (word < 0) {
        before = -2;
        continue;
      }
      matched++;
      const weight = words[word]?.weight ?? 0;
      const isNext = word === before + 1 && !seen.has(word);
      if (isNext) lift += SIDE_BY_SIDE[kind] * Math.min(weight, words[before]?.weight ?? 0);
      seen.add(word);
      before = word;
    }
    if (kind === 'title') {
      const covered = [...seen].reduce((sum, word) => sum + (words[word]?.weight ?? 0), 0);
      lift += WHOLE_TITLE * covered * (matched / (end - begin));
    }
    lifts[locale] = (lifts[locale] ?? 0) + lift;
  });
  return Math.max(...lifts);
}
