import type { Locale } from '../../locale.js';
import type { SearchOrder, SearchPosition, SearchRequest } from '../search-engine.js';
import type { Bitmap } from './bitmap.js';
import { compareIds, type SearchIndex } from './search-index.js';
import type { SortedSlots } from './sorted-slots.js';
import { titleFor } from './stored-document.js';
import { topSlots } from './top-slots.js';

export interface Page {
  readonly slots: readonly number[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

export interface Hits {
  readonly set: Bitmap;
  readonly slots: readonly number[];
  readonly score: Float64Array;
}

type Asked = Pick<SearchRequest, 'first' | 'after' | 'locale'>;

/** Written into a position where there is no date. */
const UNDATED = '';

/** The page after a position; found by the record, or where it would be when it has gone. */
export function pageOf(index: SearchIndex, hits: Hits, order: SearchOrder, asked: Asked): Page {
  if (order === 'RELEVANCE') return rankedPage(index, hits, asked);
  const sorted = order === 'NEWEST' ? index.newest : index.byTitle.get(asked.locale);
  const start =
    asked.after && sorted ? placeAfter(index, sorted, order, asked.after, asked.locale) : 0;
  return sortedPage(sorted?.slots ?? [], hits.set, start, asked.first);
}

export function positionOf(
  index: SearchIndex,
  slot: number,
  order: SearchOrder,
  locale: Locale,
  score: number,
): SearchPosition {
  const document = index.documents[slot];
  const id = document?.id ?? '';
  if (order === 'RELEVANCE') return { id, key: score };
  if (order === 'NEWEST') return { id, key: document?.publishedAt ?? UNDATED };
  return { id, key: document ? titleFor(document, locale) : '' };
}

function rankedPage(index: SearchIndex, { set, slots, score }: Hits, asked: Asked): Page {
  const idOf = (slot: number) => index.documents[slot]?.id ?? '';
  const better = (a: number, b: number) =>
    (score[b] ?? 0) - (score[a] ?? 0) || compareIds(idOf(a), idOf(b));
  const { after, first } = asked;
  const rest = after ? slots.filter(isBehind(after)) : slots;
  const top = topSlots(rest, first + 1, score, better);
  const hasPrevious = rest.length < slots.length;
  return { slots: top.slice(0, first), hasNext: top.length > first, hasPrevious };

  function isBehind({ id, key }: SearchPosition) {
    const slot = index.slotOf(id);
    const from = slot !== undefined && set.has(slot) ? (score[slot] ?? 0) : Number(key);
    return (other: number) => {
      const value = score[other] ?? 0;
      return value < from || (value === from && idOf(other) > id);
    };
  }
}

function sortedPage(order: readonly number[], hits: Bitmap, start: number, first: number): Page {
  const slots: number[] = [];
  for (let at = start; at < order.length && slots.length <= first; at++) {
    const slot = order[at] ?? 0;
    if (hits.has(slot)) slots.push(slot);
  }
  let before = start - 1;
  while (before >= 0 && !hits.has(order[before] ?? 0)) before--;
  return { slots: slots.slice(0, first), hasNext: slots.length > first, hasPrevious: before >= 0 };
}

function placeAfter(
  index: SearchIndex,
  sorted: SortedSlots,
  order: SearchOrder,
  { id, key }: SearchPosition,
  locale: Locale,
): number {
  const slot = index.slotOf(id);
  if (slot !== undefined) return sorted.slots.indexOf(slot) + 1;
  if (order === 'NEWEST') {
    const from = typeof key === 'number' ? key : -Infinity;
    return sorted.search((other) => {
      const document = index.documents[other];
      const byDate = from - (document?.publishedAt ?? -Infinity);
      return byDate || compareIds(document?.id ?? '', id);
    });
  }
  const collator = new Intl.Collator(locale);
  return sorted.search((other) => {
    const document = index.documents[other];
    const byTitle = document ? collator.compare(titleFor(document, locale), String(key)) : 0;
    return byTitle || compareIds(document?.id ?? '', id);
  });
}
