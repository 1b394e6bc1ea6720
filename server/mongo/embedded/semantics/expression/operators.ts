import { compareValues } from '../order.js';
import { typeName } from '../type-names.js';
import { ARITHMETIC_OPERATORS } from './arithmetic.js';
import { ARRAY_OPERATORS } from './arrays.js';
import { DATE_OPERATORS } from './dates.js';
import type { ValueOperator } from './operator.js';
import { STRING_OPERATORS } from './strings.js';
import { truthy } from './values.js';

const comparison = (accept: (order: number) => boolean): ValueOperator => ({
  least: 2,
  most: 2,
  apply: ([a, b]) => accept(compareValues(a, b)),
});

/** Operators that work on their evaluated arguments alone. */
export const VALUE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_OPERATORS,
  ...STRING_OPERATORS,
  ...DATE_OPERATORS,
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: { least: 2, most: 2, apply: ([a, b]) => Math.sign(compareValues(a, b)) },
  $not: { least: 1, most: 1, apply: ([value]) => !truthy(value) },
  $type: { least: 1, most: 1, apply: ([value]) => typeName(value) },
};
