import type { SearchField, SearchFilter } from '../search-engine.js';
import type { Bitmap } from './bitmap.js';
import type { SearchIndex } from './search-index.js';

/** The slots that pass; values of a field are alternatives, fields all have to hold. */
export function allowedBy(index: SearchIndex, filter: SearchFilter): Bitmap {
  const allowed = index.alive.copy();
  for (const [field, codes] of Object.entries(filter.codes ?? {}) as [
    SearchField,
    readonly string[] | undefined,
  ][]) {
    if (codes) allowed.intersect(index.codes.holdersOf(field, codes));
  }
  if (filter.event !== undefined) allowed.intersect(index.codes.holdersOf('EVENT', [filter.event]));
  if (filter.inForce !== undefined) {
    allowed.intersect(index.codes.holdersOf('IN_FORCE', [String(filter.inForce)]));
  }
  keepPublished(index, filter, allowed);
  return allowed;
}

function keepPublished(index: SearchIndex, filter: SearchFilter, allowed: Bitmap): void {
  const { publishedFrom = -Infinity, publishedTo = Infinity } = filter;
  if (filter.publishedFrom === undefined && filter.publishedTo === undefined) return;
  for (const slot of allowed.values()) {
    const publishedAt = index.documents[slot]?.publishedAt ?? null;
    const isWithin =
      publishedAt !== null && publishedAt >= publishedFrom && publishedAt <= publishedTo;
    if (!isWithin) allowed.delete(slot);
  }
}
