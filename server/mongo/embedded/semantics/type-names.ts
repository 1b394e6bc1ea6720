import { bsonClass, isArray } from './document.js';

const CODES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const CLASSES: Readonly<Record<string, string>> = {
  Long: 'long',
  Int32: 'int',
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

const MAX_INT = 2 ** 31;

export const NUMBER_TYPES = ['int', 'long', 'double', 'decimal'] as const;

export const isTypeName = (name: string) => Object.hasOwn(CODES, name);

export const typeByCode = (code: number) => Object.keys(CODES).find((name) => CODES[name] === code);

/** MongoDB's name of a value's type. Whole numbers of 32 bits count as int, as the driver writes them. */
export function typeName(value: unknown): string {
  if (typeof value === 'object') return objectTypeName(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return isInt(value) ? 'int' : 'double';
  return typeof value === 'bigint' ? 'long' : 'missing';
}

const isInt = (value: number) =>
  Number.isInteger(value) && value >= -MAX_INT && value < MAX_INT && !Object.is(value, -0);

function objectTypeName(value: object | null): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof Uint8Array) return 'binData';
  return CLASSES[bsonClass(value) ?? ''] ?? 'object';
}
