import type { StoredIndex } from '../storage/stored-index.js';
import type { FieldBounds } from './field-bounds.js';

export type SortSpec = readonly (readonly [path: string, direction: 1 | -1])[];

export interface IndexOrder {
  /** The field of the index at which the sort begins; all before it are fixed to single values. */
  readonly from: number;
  readonly reverse: boolean;
}

/** How an index delivers documents in the order asked for; null when it does not. */
export function sortFromIndex(
  index: StoredIndex,
  perField: readonly FieldBounds[],
  sort: SortSpec,
): IndexOrder | null {
  const isFixed = (at: number) => perField[at]?.points === true;
  const isConstant = (at: number) =>
    isFixed(at) && perField[at]?.intervals.length === 1 && !index.multikey[at];
  const constants = new Set(index.fields.filter((_, at) => isConstant(at)).map(({ name }) => name));
  let at = 0;
  let from = -1;
  let reverse: boolean | null = null;
  for (const [path, direction] of sort) {
    if (constants.has(path)) continue;
    while (index.fields[at]?.name !== path && (from < 0 ? isFixed(at) : isConstant(at))) at += 1;
    const field = index.fields[at];
    if (field?.name !== path || index.multikey[at]) return null;
    const backwards = direction < 0 !== field.descending;
    if (reverse !== null && reverse !== backwards) return null;
    reverse = backwards;
    if (from < 0) from = at;
    at += 1;
  }
  return { from: Math.max(from, 0), reverse: reverse ?? false };
}
