import { type Doc, isArray } from './document.js';
import { splitPath } from './keys.js';
import { compareValues } from './order.js';
import { visitPath } from './path-visit.js';
import { valueKey } from './value-key.js';

/** Every value at a path, once each, in MongoDB's order; the elements of an array count, not the array. */
export function distinctValues(docs: Iterable<Doc>, path: string): unknown[] {
  const found = new Map<string, unknown>();
  const parts = splitPath(path);
  const keep = (value: unknown) => {
    if (value !== undefined && !found.has(valueKey(value))) found.set(valueKey(value), value);
  };
  for (const doc of docs) {
    visitPath(doc, parts, false, (value) => {
      if (isArray(value)) value.forEach(keep);
      else keep(value);
      return false;
    });
  }
  return [...found.values()].sort(compareValues);
}
