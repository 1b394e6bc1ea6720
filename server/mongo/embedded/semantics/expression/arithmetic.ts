import { isArray } from '../document.js';
import { badValue, located, typeMismatch } from '../errors.js';
import { isNumeric, toDouble } from '../numbers.js';
import { compareValues } from '../order.js';
import { typeName } from '../type-names.js';
import { many, one, two, type ValueOperator } from './operator.js';
import { preciseSum } from './sums.js';
import { isNullish } from './values.js';

/** Arithmetic. A null or missing operand makes the result null. */
export const ARITHMETIC_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $add: many(add),
  $multiply: many((values) => {
    if (values.some(isNullish)) return null;
    return values.map((value) => numeric(value, '$multiply')).reduce((a, b) => a * b, 1);
  }),
  $subtract: two(subtract),
  $divide: two((a, b) => {
    if (isNullish(a) || isNullish(b)) return null;
    const divisor = numeric(b, '$divide');
    const dividend = numeric(a, '$divide');
    if (divisor === 0) throw badValue(`can't $divide by zero`);
    return dividend / divisor;
  }),
  $mod: two((a, b) => {
    if (isNullish(a) || isNullish(b)) return null;
    const divisor = numeric(b, '$mod');
    const dividend = numeric(a, '$mod');
    if (divisor === 0) throw located(16610, `can't $mod by zero`);
    return dividend % divisor;
  }),
  $abs: one((value) => rounded(value, '$abs', Math.abs)),
  $ceil: one((value) => rounded(value, '$ceil', Math.ceil)),
  $floor: one((value) => rounded(value, '$floor', Math.floor)),
  $sum: many((values) => preciseSum(operands(values).filter(isNumeric))),
  $avg: many((values) => {
    const numbers = operands(values).filter(isNumeric);
    return numbers.length === 0 ? null : preciseSum(numbers) / numbers.length;
  }),
  $min: many((values) => extreme(operands(values), -1)),
  $max: many((values) => extreme(operands(values), 1)),
};

/** With a single argument that is an array, its elements are meant. */
const operands = (values: readonly unknown[]): readonly unknown[] =>
  values.length === 1 && isArray(values[0]) ? values[0] : values;

/** The lowest (-1) or highest (1) value; null and missing do not take part. */
export function extreme(values: readonly unknown[], sign: 1 | -1): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (isNullish(value)) continue;
    if (best === null || compareValues(value, best) * sign > 0) best = value;
  }
  return best;
}

function add(values: readonly unknown[]): unknown {
  let date = false;
  const numbers: number[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw typeMismatch('only one date allowed in an $add expression');
      date = true;
      numbers.push(value.getTime());
    } else numbers.push(addend(value));
  }
  const sum = preciseSum(numbers);
  return date ? new Date(Math.round(sum)) : sum;
}

function addend(value: unknown): number {
  if (isNumeric(value)) return toDouble(value);
  throw located(16554, `$add only supports numeric or date types, not ${typeName(value)}`);
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
  if (isNumeric(a) && isNumeric(b)) return toDouble(a) - toDouble(b);
  throw typeMismatch(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function numeric(value: unknown, name: string): number {
  if (isNumeric(value)) return toDouble(value);
  throw typeMismatch(`${name} only supports numeric types, not ${typeName(value)}`);
}

function rounded(value: unknown, name: string, round: (value: number) => number): unknown {
  if (isNullish(value)) return null;
  if (isNumeric(value)) return round(toDouble(value));
  throw located(28765, `${name} only supports numeric types, not ${typeName(value)}`);
}
