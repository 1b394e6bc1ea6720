import { KeyWriter, Tag } from '../storage/key-encoding.js';
import type { IndexField } from '../storage/stored-index.js';
import type { FieldTest } from './conjunction.js';

/** Bytes that one field of an index key may have: `[start, end)`, compared as prefixes. */
export interface Interval {
  readonly start: Buffer;
  readonly end: Buffer;
}

export interface FieldBounds {
  readonly intervals: readonly Interval[];
  /** True when each interval is one value, so that the next field of the index can be bounded too. */
  readonly points: boolean;
  /** The tests of which nothing is left to check. */
  readonly settled: readonly FieldTest[];
}

const writer = new KeyWriter();
/** Follows every key that starts with given bytes. */
export const AFTER = Buffer.of(0xff);

/** What the tests on one field mean for its place in the index; null when they bound nothing. */
export function fieldBounds(
  tests: readonly FieldTest[],
  field: IndexField,
  multikey: boolean,
): FieldBounds | null {
  const own = tests.filter(({ path }) => path === field.name);
  const [first] = own;
  if (first === undefined) return null;
  const equality = own.find(({ operator }) => operator === 'points');
  if (multikey) return onlyOne(equality ?? first, field);
  const ranges = own.filter((test) => test !== equality && test.operator !== 'points');
  const settled = own.filter(
    ({ exact, operator }) => exact && (operator !== 'points' || own.length === 1),
  );
  const window = ranges
    .map((test) => comparison(test, field.descending))
    .reduce<Interval | null>((left, right) => (left ? overlap(left, right) : right), null);
  if (equality === undefined) {
    const isEmpty = window === null || Buffer.compare(window.start, window.end) >= 0;
    return { intervals: isEmpty ? [] : [window], points: false, settled };
  }
  const points = pointsOf(equality, field.descending);
  const inside = window ? points.filter(({ start }) => isInside(start, window)) : points;
  return {
    intervals: inside,
    points: true,
    settled: equality.exact ? [...settled, equality] : settled,
  };
}

/** In an array two tests may be met by two elements, so the index can serve one of them only. */
function onlyOne(test: FieldTest, { descending }: IndexField): FieldBounds {
  const settled = test.exact ? [test] : [];
  if (test.operator === 'points') {
    return { intervals: pointsOf(test, descending), points: true, settled };
  }
  return { intervals: [comparison(test, descending)], points: false, settled };
}

function pointsOf({ values }: FieldTest, descending: boolean): Interval[] {
  if (values.length === 1 && values[0] !== null) return [point(encoded(values[0], descending))];
  const keys = new Map<string, Buffer>();
  for (const value of values) {
    const bytes = encoded(value, descending);
    keys.set(bytes.toString('latin1'), bytes);
    // An empty array has a key of its own, lower than that of an absent field, and a path may end in either.
    if (value === null) keys.set('', encoded(undefined, descending));
  }
  const sorted = [...keys.values()].sort((a, b) => Buffer.compare(a, b));
  return sorted.map(point);
}

const point = (start: Buffer): Interval => ({ start, end: after(start) });

function encoded(value: unknown, descending: boolean): Buffer {
  return writer.reset().field(value, descending).take();
}

export const after = (bytes: Buffer): Buffer => Buffer.concat([bytes, AFTER]);

/** A comparison matches values of its bound's type only. */
function comparison({ operator, values }: FieldTest, descending: boolean): Interval {
  const bound = encoded(values[0], descending);
  const tag = bound[0] as number;
  const bracket: { start: Buffer; end: Buffer } = {
    start: Buffer.of(tag),
    end: Buffer.of(tag + 1),
  };
  // NaN is the lowest number, yet neither below nor above any.
  if (!descending && tag === Tag.NUMBER) bracket.start = after(encoded(Number.NaN, false));
  if (descending && 255 - tag === Tag.NUMBER) bracket.end = encoded(Number.NaN, true);
  const isLower = (operator === '$gt' || operator === '$gte') !== descending;
  const isInclusive = operator === '$gte' || operator === '$lte';
  if (isLower) return { start: isInclusive ? bound : after(bound), end: bracket.end };
  return { start: bracket.start, end: isInclusive ? after(bound) : bound };
}

function overlap(left: Interval, right: Interval): Interval {
  return {
    start: Buffer.compare(left.start, right.start) > 0 ? left.start : right.start,
    end: Buffer.compare(left.end, right.end) < 0 ? left.end : right.end,
  };
}

const isInside = (key: Buffer, { start, end }: Interval) =>
  Buffer.compare(key, start) >= 0 && Buffer.compare(key, end) < 0;
