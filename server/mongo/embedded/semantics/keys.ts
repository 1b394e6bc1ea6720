import { isArray, isDoc } from './document.js';
import { StoreError } from './errors.js';

export type Path = readonly string[];

interface Slot {
  /** What is left of the path; null once the value is known. */
  readonly rest: Path | null;
  readonly value: unknown;
}

export const splitPath = (path: string): Path => path.split('.');

/**
 * Every compound key that an index on these paths holds for a document. Arrays give one key per element;
 * an absent field is null and an empty array undefined. Two different arrays in one document are refused.
 */
export function indexKeys(doc: unknown, paths: readonly Path[]): unknown[][] {
  const keys: unknown[][] = [];
  const slots = paths.map((rest): Slot => {
    const isId = paths.length === 1 && rest.length === 1 && rest[0] === '_id' && isDoc(doc);
    // A stored `_id` is never an array; in an aggregation it may be one and, sorted by alone, counts whole.
    return isId ? { rest: null, value: doc._id ?? null } : { rest, value: doc };
  });
  expand(slots, keys);
  return keys;
}

function expand(slots: readonly Slot[], keys: unknown[][]): void {
  let array: readonly unknown[] | undefined;
  const walked = slots.map((slot) => {
    const next = walk(slot);
    if (next.rest === null || !isArray(next.value)) return next;
    if (array !== undefined && array !== next.value) throw parallelArrays();
    array = next.value;
    return next;
  });
  if (array === undefined) {
    keys.push(walked.map((slot) => slot.value));
    return;
  }
  const owner = array;
  for (const element of owner.length > 0 ? owner : [undefined]) {
    const inner = walked.map((slot) => intoElement(slot, owner, element));
    expand(inner, keys);
  }
}

/** Follows the path through subdocuments until it ends or meets an array. */
function walk(slot: Slot): Slot {
  if (slot.rest === null) return slot;
  let { value } = slot;
  let index = 0;
  while (index < slot.rest.length && isDoc(value)) {
    const key = slot.rest[index] as string;
    value = Object.hasOwn(value, key) ? value[key] : undefined;
    index += 1;
  }
  if (isArray(value)) return { rest: slot.rest.slice(index), value };
  return { rest: null, value: index === slot.rest.length ? (value ?? null) : null };
}

function intoElement(slot: Slot, array: readonly unknown[], element: unknown): Slot {
  if (slot.rest === null) return slot;
  const [head, ...tail] = slot.rest;
  if (head === undefined) return { rest: null, value: element };
  if (/^(0|[1-9]\d*)$/.test(head) && Number(head) < array.length) {
    return named(tail, array[Number(head)]);
  }
  // An array directly inside an array is not searched further.
  return isDoc(element) ? { rest: slot.rest, value: element } : { rest: null, value: null };
}

/** What an index in a path names; at the path's end it is taken whole. */
function named(rest: Path, value: unknown): Slot {
  if (rest.length > 0) return { rest, value };
  const isEmpty = isArray(value) && value.length === 0;
  return { rest: null, value: isEmpty ? undefined : (value ?? null) };
}

function parallelArrays(): StoreError {
  return new StoreError(171, 'CannotIndexParallelArrays', 'cannot index parallel arrays');
}
