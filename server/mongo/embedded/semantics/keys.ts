import { isArray, isDoc } from './document.js';
import { StoreError } from './errors.js';

export type Path = readonly string[];

interface Slot {
  /** Where in the document the value is. */
  readonly at: string;
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
    return isId ? { at: '', rest: null, value: doc._id ?? null } : { at: '', rest, value: doc };
  });
  expand(slots, keys);
  return keys;
}

function expand(slots: readonly Slot[], keys: unknown[][]): void {
  const walked = slots.map(walk);
  const arrays = walked.filter(({ rest }) => rest !== null);
  const [first] = arrays;
  if (first === undefined) {
    keys.push(walked.map((slot) => slot.value));
    return;
  }
  // Told apart by place: one array in two places is two arrays.
  if (arrays.some(({ at }) => at !== first.at)) throw parallelArrays();
  const array = first.value as readonly unknown[];
  const elements = array.length > 0 ? array : [undefined];
  for (const index of elements.keys()) {
    expand(
      walked.map((slot) => intoElement(slot, array, index)),
      keys,
    );
  }
}

/** Follows the path through subdocuments until it ends or meets an array. */
function walk(slot: Slot): Slot {
  if (slot.rest === null) return slot;
  let { value, at } = slot;
  let index = 0;
  while (index < slot.rest.length && isDoc(value)) {
    const key = slot.rest[index] as string;
    value = Object.hasOwn(value, key) ? value[key] : undefined;
    at += `.${key}`;
    index += 1;
  }
  if (isArray(value)) return { at, rest: slot.rest.slice(index), value };
  return { at, rest: null, value: index === slot.rest.length ? (value ?? null) : null };
}

function intoElement(slot: Slot, array: readonly unknown[], index: number): Slot {
  if (slot.rest === null) return slot;
  const element = array[index];
  const at = `${slot.at}.${index}`;
  const [head, ...tail] = slot.rest;
  if (head === undefined) return { at, rest: null, value: element };
  if (/^(0|[1-9]\d*)$/.test(head) && Number(head) < array.length) {
    return named(tail, `${slot.at}.${head}`, array[Number(head)]);
  }
  // An array directly inside an array is not searched further.
  return isDoc(element) ? { at, rest: slot.rest, value: element } : { at, rest: null, value: null };
}

/** What an index in a path names; at the path's end it is taken whole. */
function named(rest: Path, at: string, value: unknown): Slot {
  if (rest.length > 0) return { at, rest, value };
  const isEmpty = isArray(value) && value.length === 0;
  return { at, rest: null, value: isEmpty ? undefined : (value ?? null) };
}

function parallelArrays(): StoreError {
  return new StoreError(171, 'CannotIndexParallelArrays', 'cannot index parallel arrays');
}
