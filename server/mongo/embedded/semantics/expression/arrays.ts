import { assign, isArray, isDoc, type MutableDoc } from '../document.js';
import { located } from '../errors.js';
import { isNumeric } from '../numbers.js';
import { compareValues, equalValues } from '../order.js';
import { typeName } from '../type-names.js';
import { many, one, two, type ValueOperator } from './operator.js';
import { isNullish } from './values.js';

type Values = readonly unknown[];

/** Operators on arrays and subdocuments. */
export const ARRAY_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $size: one((value) => {
    if (isArray(value)) return value.length;
    throw located(
      17124,
      `The argument to $size must be an array, but was of type: ${typeName(value)}`,
    );
  }),
  $isArray: one(isArray),
  $in: two((value, array) => {
    if (!isArray(array)) throw located(40081, '$in requires an array as a second argument');
    return array.some((element) => equalValues(element, value));
  }),
  $arrayElemAt: two(elementAt),
  $first: one((value) => end(value, 0, '$first')),
  $last: one((value) => end(value, -1, '$last')),
  $slice: { least: 2, most: 3, apply: slice },
  $concatArrays: many((values) => {
    const arrays = values.map((value) => arrayOrNull(value, 28664, '$concatArrays'));
    return arrays.includes(null) ? null : arrays.flatMap((array) => array ?? []);
  }),
  $setUnion: many((values) => {
    const arrays = values.map((value) => arrayOrNull(value, 17043, '$setUnion'));
    return arrays.includes(null) ? null : distinct(arrays.flatMap((array) => array ?? []));
  }),
  $setIntersection: many((values) => {
    const arrays = values.map((value) => arrayOrNull(value, 17047, '$setIntersection'));
    const [first, ...others] = arrays;
    if (first === undefined) return [];
    if (first === null || others.includes(null)) return null;
    return distinct(first).filter((value) => others.every((other) => has(other ?? [], value)));
  }),
  $setDifference: two((a, b) => {
    const left = arrayOrNull(a, 17048, '$setDifference');
    const right = arrayOrNull(b, 17049, '$setDifference');
    if (left === null || right === null) return null;
    return distinct(
      left.filter((value) => !has(right, value)),
      false,
    );
  }),
  $setIsSubset: two((a, b) => {
    if (!isArray(a)) throw located(17046, 'both operands of $setIsSubset must be arrays');
    if (!isArray(b)) throw located(17042, 'both operands of $setIsSubset must be arrays');
    return a.every((value) => has(b, value));
  }),
  $reverseArray: one((value) => arrayOrNull(value, 34435, '$reverseArray')?.toReversed() ?? null),
  $mergeObjects: many(mergeObjects),
};

const has = (array: Values, value: unknown) => array.some((element) => equalValues(element, value));

/** Without repetitions, in sorted order as MongoDB's sets come out (or in their own). */
function distinct(values: Values, sorted = true): unknown[] {
  const kept: unknown[] = [];
  for (const value of values) if (!has(kept, value)) kept.push(value);
  return sorted ? kept.sort(compareValues) : kept;
}

function arrayOrNull(value: unknown, code: number, name: string): Values | null {
  if (isNullish(value)) return null;
  if (isArray(value)) return value;
  throw located(code, `${name} only supports arrays, not ${typeName(value)}`);
}

function elementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  if (!isArray(array)) throw located(28689, `$arrayElemAt's first argument must be an array`);
  if (!isNumeric(index))
    throw located(28690, `$arrayElemAt's second argument must be a numeric value`);
  if (!Number.isInteger(Number(index))) throw located(28691, `$arrayElemAt's index is not 32-bit`);
  return array.at(Number(index));
}

function end(value: unknown, index: 0 | -1, name: string): unknown {
  if (isNullish(value)) return null;
  if (isArray(value)) return value.at(index);
  throw located(28689, `${name}'s argument must be an array, but is ${typeName(value)}`);
}

function slice([array, first, second]: Values): unknown {
  if (isNullish(array) || isNullish(first) || second === null) return null;
  if (!isArray(array)) throw located(28724, 'First argument to $slice must be an array');
  if (!isNumeric(first)) throw located(28725, 'Second argument to $slice must be a numeric value');
  const from = Number(first);
  if (!Number.isInteger(from)) throw located(28726, 'Second argument to $slice is not 32-bit');
  if (second === undefined) return from < 0 ? array.slice(from) : array.slice(0, from);
  if (!isNumeric(second)) throw located(28727, 'Third argument to $slice must be numeric');
  const count = Number(second);
  if (!Number.isInteger(count)) throw located(28728, 'Third argument to $slice is not 32-bit');
  if (count <= 0) throw located(28729, 'Third argument to $slice must be positive');
  const start = from < 0 ? Math.max(array.length + from, 0) : from;
  return array.slice(start, start + count);
}

function mergeObjects(values: Values): unknown {
  const merged: MutableDoc = {};
  for (const value of values.length === 1 && isArray(values[0]) ? values[0] : values) {
    if (isNullish(value)) continue;
    if (!isDoc(value)) throw located(40400, '$mergeObjects requires object inputs');
    for (const [name, field] of Object.entries(value)) assign(merged, name, field);
  }
  return merged;
}
