import type { Doc } from './document.js';
import { badValue, located, StoreError } from './errors.js';
import { checkedPath } from './field-path.js';
import { indexKeys, type Path } from './keys.js';
import { isNumeric } from './numbers.js';
import { compareValues } from './order.js';

export interface SortField {
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** Reads a sort specification such as `{ year: -1, title: 1 }`. */
export function parseSort(spec: Doc): readonly SortField[] {
  return Object.entries(spec).map(([name, direction]): SortField => {
    if (!isNumeric(direction)) throw located(15974, `Illegal key in $sort specification: ${name}`);
    const way = Number(direction);
    if (way !== 1 && way !== -1) {
      throw located(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path: checkedPath(name), direction: way };
  });
}

/** Sorted copy, stable; with a limit only that many are returned. */
export function sortDocuments(docs: readonly Doc[], spec: Doc, limit?: number): Doc[] {
  const fields = parseSort(spec);
  const keyed = docs.map((doc) => ({ doc, key: sortKey(doc, fields) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key, fields));
  const wanted = limit === undefined ? keyed : keyed.slice(0, limit);
  return wanted.map(({ doc }) => doc);
}

/** The lowest of a document's keys in the order asked for: the minimum of an array ascending, its maximum descending. */
function sortKey(doc: Doc, fields: readonly SortField[]): readonly unknown[] {
  const keys = keysOf(doc, fields);
  let best = keys[0] ?? [];
  for (const key of keys) if (compareKeys(key, best, fields) < 0) best = key;
  return best;
}

function keysOf(doc: Doc, fields: readonly SortField[]): readonly unknown[][] {
  try {
    return indexKeys(
      doc,
      fields.map(({ path }) => path),
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw badValue('cannot sort with keys that are parallel arrays');
  }
}

function compareKeys(a: readonly unknown[], b: readonly unknown[], fields: readonly SortField[]) {
  for (let index = 0; index < fields.length; index++) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order * (fields[index] as SortField).direction;
  }
  return 0;
}
