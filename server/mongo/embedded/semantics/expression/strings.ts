import { located, StoreError } from '../errors.js';
import { isNumeric } from '../numbers.js';
import { compareStrings } from '../order.js';
import { typeName } from '../type-names.js';
import { many, one, two, type ValueOperator } from './operator.js';
import { isNullish } from './values.js';

/** Operators on strings. */
export const STRING_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $concat: many((values) => {
    const strings: string[] = [];
    for (const value of values) {
      if (isNullish(value)) return null;
      if (typeof value !== 'string') throw located(16702, `$concat only supports strings`);
      strings.push(value);
    }
    return strings.join('');
  }),
  $toLower: one((value) => text(value).replace(/[A-Z]+/g, (part) => part.toLowerCase())),
  $toUpper: one((value) => text(value).replace(/[a-z]+/g, (part) => part.toUpperCase())),
  $strcasecmp: two((a, b) => {
    const [x, y] = [a, b].map((value) => text(value).toUpperCase()) as [string, string];
    return Math.sign(compareStrings(x, y));
  }),
  $strLenCP: one((value) => {
    if (typeof value !== 'string') throw located(34471, '$strLenCP requires a string argument');
    return Array.from(value).length;
  }),
  $substrCP: { least: 3, most: 3, apply: ([value, from, count]) => substring(value, from, count) },
  $split: two((value, separator) => {
    if (isNullish(value) || isNullish(separator)) return null;
    if (typeof value !== 'string')
      throw located(40085, '$split requires a string as first argument');
    if (typeof separator !== 'string')
      throw located(40086, '$split requires a string as separator');
    if (separator === '') throw located(40087, '$split requires a non-empty separator');
    return value.split(separator);
  }),
  $toString: one(toText),
};

/** What the case operators take: null is empty, numbers and dates are written out. */
function text(value: unknown): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value) || value instanceof Date) return String(toText(value));
  throw located(16007, `can't convert from BSON type ${typeName(value)} to String`);
}

function toText(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (isNumeric(value) || typeName(value) === 'objectId') return textOf(value);
  const message = `Unsupported conversion from ${typeName(value)} to string in $convert`;
  throw new StoreError(241, 'ConversionFailure', message);
}

function substring(value: unknown, from: unknown, count: unknown): string {
  const characters = Array.from(text(value));
  if (!isNumeric(from)) throw located(34450, '$substrCP: starting index must be a numeric type');
  if (!Number.isInteger(from)) throw located(34451, '$substrCP: starting index is not 32-bit');
  if (!isNumeric(count)) throw located(34452, '$substrCP: length must be a numeric type');
  if (!Number.isInteger(count)) throw located(34453, '$substrCP: length is not 32-bit');
  const [start, length] = [Number(from), Number(count)];
  if (length < 0) throw located(34454, '$substrCP: length must be a nonnegative integer.');
  if (start < 0) throw located(34455, '$substrCP: the starting index must be nonnegative integer.');
  return characters.slice(start, start + length).join('');
}

/** What the BSON library writes for its own values. */
const textOf = (value: unknown) => (value as { toString(): string }).toString();
