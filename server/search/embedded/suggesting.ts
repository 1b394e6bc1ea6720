import { LOCALES, type Locale } from '../../locale.js';
import type { SearchSuggestion } from '../search-engine.js';
import { foldWord } from '../words/fold.js';
import { stopWordsOf } from '../words/stop-words.js';
import { tokensOf } from '../words/tokens.js';
import { compareIds, type SearchIndex } from './search-index.js';
import { titleRun } from './word-sequences.js';

interface Candidate extends SearchSuggestion {
  readonly rank: number;
  readonly publishedAt: number;
}

const TYPED_LIMIT = 200;

/**
 * Titles whose words go on from what was typed, in the reader's language before others: those that
 * begin so first, then those with the words in order, then the newest.
 */
export function suggestTitles(
  index: SearchIndex,
  prefix: string,
  reader: Locale,
  first: number,
): readonly SearchSuggestion[] {
  const typed = [...tokensOf(prefix.slice(0, TYPED_LIMIT))].map(({ word }) => foldWord(word));
  if (typed.length === 0) return [];
  const locales = [reader, ...LOCALES.filter((locale) => locale !== reader)];
  // Titles are kept without stop words, so those only count for how a title begins.
  const content = typed.filter((word) => !stopWordsOf(reader).has(word));
  const flags = (content.length > 0 ? content : typed).map((word) => beginningWith(index, word));
  const found = new Map<string, Candidate>();
  const seen = new Set<string>();
  for (const locale of locales) {
    const more = candidates(index, flags, typed, locale).sort(better);
    for (const candidate of more) {
      if (found.size >= first) return [...found.values()].map(({ id, text }) => ({ id, text }));
      if (found.has(candidate.id) || seen.has(candidate.text)) continue;
      found.set(candidate.id, candidate);
      seen.add(candidate.text);
    }
  }
  return [...found.values()].map(({ id, text }) => ({ id, text }));
}

function candidates(
  index: SearchIndex,
  flags: readonly ReadonlySet<number>[],
  typed: readonly string[],
  locale: Locale,
): Candidate[] {
  const at = LOCALES.indexOf(locale);
  const found: Candidate[] = [];
  for (const slot of index.newest.slots) {
    const document = index.documents[slot];
    const text = document?.titles[at];
    if (!document || !text) continue;
    const places = placesOf(titleRun(document.sequences, at), flags);
    if (!places) continue;
    const isFirst = places[0] === 0 || flags.length < typed.length;
    const rank = isFirst && startsWith(text, typed) ? 2 : isAscending(places) ? 1 : 0;
    found.push({ id: document.id, text, rank, publishedAt: document.publishedAt ?? 0 });
  }
  return found;
}

/** Where each typed word begins a word of the title; null when one begins none. */
function placesOf(words: Uint32Array, flags: readonly ReadonlySet<number>[]): number[] | null {
  const places: number[] = [];
  for (const flag of flags) {
    let place = 0;
    while (place < words.length && !flag.has(words[place] as number)) place++;
    if (place === words.length) return null;
    places.push(place);
  }
  return places;
}

function beginningWith(index: SearchIndex, folded: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  index.vocabulary.eachBeginning(folded, (number) => numbers.add(number));
  return numbers;
}

function startsWith(title: string, typed: readonly string[]): boolean {
  return foldWord([...tokensOf(title)].map(({ word }) => word).join(' ')).startsWith(
    typed.join(' '),
  );
}

const isAscending = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));

function better(a: Candidate, b: Candidate): number {
  return b.rank - a.rank || b.publishedAt - a.publishedAt || compareIds(a.id, b.id);
}
