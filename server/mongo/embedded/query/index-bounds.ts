import { spaceRange, spaceStart } from '../storage/spaces.js';
import type { StoredIndex } from '../storage/stored-index.js';
import type { Conjunction, FieldTest } from './conjunction.js';
import { AFTER, type FieldBounds, fieldBounds } from './field-bounds.js';

/** A stretch of index keys. Up to `sortOffset` bytes all its keys are alike. */
export interface IndexRange {
  readonly start: Buffer;
  readonly end: Buffer;
  readonly sortOffset: number;
}

export interface IndexBounds {
  readonly ranges: readonly IndexRange[];
  /** How many leading fields of the index are bounded. */
  readonly bounded: number;
  /** True when every document in the ranges matches the filter. */
  readonly exact: boolean;
  /** True when the ranges are whole keys of a unique index: each leads to one document at most. */
  readonly wholeKeys: boolean;
  /** False when the field at which a sort begins was not reached. */
  readonly reachesSort: boolean;
}

/** More than this many stretches cost more than they save. */
const MAX_RANGES = 4096;
/** Beyond this, stored keys are shortened, and no longer start with the bytes of their values. */
const MAX_PREFIX = 1860;

interface Prefix {
  readonly bytes: Buffer;
  readonly sortOffset: number;
}

/** Bounds per field, up to the first field that can not be bounded. */
export function boundsPerField(index: StoredIndex, { tests }: Conjunction): FieldBounds[] {
  const all: FieldBounds[] = [];
  let boundedArray = false;
  for (const [at, field] of index.fields.entries()) {
    const multikey = index.multikey[at] === true;
    // Keys of one document pair up elements of one array; a filter may mean two different ones.
    if (multikey && boundedArray) break;
    const bounds = fieldBounds(tests, field, multikey);
    if (bounds === null) break;
    all.push(bounds);
    boundedArray ||= multikey;
    if (!bounds.points) break;
  }
  return all;
}

export function indexBounds(
  index: StoredIndex,
  conjunction: Conjunction,
  sortFrom: number,
  perField: readonly FieldBounds[] = boundsPerField(index, conjunction),
): IndexBounds {
  let prefixes: Prefix[] = [
    { bytes: spaceStart(index.space), sortOffset: sortFrom === 0 ? 4 : -1 },
  ];
  let ranges: IndexRange[] | null = null;
  const settled = new Set<FieldTest>();
  let bounded = 0;
  for (const bounds of perField) {
    if (!fits(prefixes, bounds)) break;
    bounded += 1;
    for (const test of bounds.settled) settled.add(test);
    if (!bounds.points) {
      ranges = extendWithRanges(prefixes, bounds);
      break;
    }
    prefixes = extendWithPoints(prefixes, bounds, bounded === sortFrom);
  }
  ranges ??= prefixes.map((prefix) => wholePrefix(index, prefix, bounded));
  return {
    ranges,
    bounded,
    exact: conjunction.exact && conjunction.tests.every((test) => settled.has(test)),
    wholeKeys: index.unique && bounded === index.fields.length && perField.every((b) => b.points),
    reachesSort: ranges.every(({ sortOffset }) => sortOffset >= 0),
  };
}

function fits(prefixes: readonly Prefix[], { intervals }: FieldBounds): boolean {
  if (prefixes.length * intervals.length > MAX_RANGES) return false;
  const longest = Math.max(0, ...prefixes.map(({ bytes }) => bytes.length));
  return intervals.every(
    ({ start, end }) => longest + Math.max(start.length, end.length) < MAX_PREFIX,
  );
}

function extendWithPoints(
  prefixes: readonly Prefix[],
  { intervals }: FieldBounds,
  sortStartsHere: boolean,
): Prefix[] {
  return prefixes.flatMap(({ bytes, sortOffset }) =>
    intervals.map(({ start }) => {
      const longer = Buffer.concat([bytes, start]);
      return { bytes: longer, sortOffset: sortStartsHere ? longer.length : sortOffset };
    }),
  );
}

function extendWithRanges(prefixes: readonly Prefix[], { intervals }: FieldBounds): IndexRange[] {
  return prefixes.flatMap(({ bytes, sortOffset }) =>
    intervals.map(({ start, end }) => ({
      start: Buffer.concat([bytes, start]),
      end: Buffer.concat([bytes, end]),
      sortOffset,
    })),
  );
}

function wholePrefix(
  index: StoredIndex,
  { bytes, sortOffset }: Prefix,
  bounded: number,
): IndexRange {
  if (bounded === 0) return { ...spaceRange(index.space), sortOffset };
  return { start: bytes, end: Buffer.concat([bytes, AFTER]), sortOffset };
}
