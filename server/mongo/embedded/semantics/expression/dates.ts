import { located } from '../errors.js';
import { typeName } from '../type-names.js';
import { one, type ValueOperator } from './operator.js';
import { isNullish } from './values.js';

const part = (name: string, read: (date: Date) => number): ValueOperator =>
  one((value) => {
    if (isNullish(value)) return null;
    if (value instanceof Date) return read(value);
    throw located(16006, `can't convert from BSON type ${typeName(value)} to Date in ${name}`);
  });

/** Parts of a date, in UTC. */
export const DATE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $year: part('$year', (date) => date.getUTCFullYear()),
  $month: part('$month', (date) => date.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (date) => date.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (date) => date.getUTCDay() + 1),
  $hour: part('$hour', (date) => date.getUTCHours()),
  $minute: part('$minute', (date) => date.getUTCMinutes()),
  $second: part('$second', (date) => date.getUTCSeconds()),
};
