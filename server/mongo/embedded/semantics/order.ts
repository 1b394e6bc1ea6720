import { bsonClass, type Doc, isArray } from './document.js';
import { compareDoubles, compareNumbers } from './numbers.js';

/** The order in which MongoDB sorts values of different types. */
export const Rank = {
  MIN_KEY: -1,
  MISSING: 0,
  NULL: 5,
  NUMBER: 10,
  STRING: 15,
  OBJECT: 20,
  ARRAY: 25,
  BINARY: 30,
  OBJECT_ID: 35,
  BOOLEAN: 40,
  DATE: 45,
  TIMESTAMP: 47,
  REGEX: 50,
  DB_REF: 55,
  CODE: 60,
  MAX_KEY: 127,
} as const;

const CLASS_RANKS: Readonly<Record<string, number>> = {
  MinKey: Rank.MIN_KEY,
  MaxKey: Rank.MAX_KEY,
  Long: Rank.NUMBER,
  Int32: Rank.NUMBER,
  Double: Rank.NUMBER,
  Decimal128: Rank.NUMBER,
  BSONSymbol: Rank.STRING,
  Binary: Rank.BINARY,
  ObjectId: Rank.OBJECT_ID,
  ObjectID: Rank.OBJECT_ID,
  Timestamp: Rank.TIMESTAMP,
  BSONRegExp: Rank.REGEX,
  DBRef: Rank.OBJECT,
  Code: Rank.CODE,
};

export function typeRank(value: unknown): number {
  if (typeof value === 'object') return objectRank(value);
  if (typeof value === 'string') return Rank.STRING;
  if (typeof value === 'number' || typeof value === 'bigint') return Rank.NUMBER;
  return typeof value === 'boolean' ? Rank.BOOLEAN : Rank.MISSING;
}

function objectRank(value: object | null): number {
  if (value === null) return Rank.NULL;
  if (isArray(value)) return Rank.ARRAY;
  if (value instanceof Date) return Rank.DATE;
  if (value instanceof RegExp) return Rank.REGEX;
  if (value instanceof Uint8Array) return Rank.BINARY;
  const name = bsonClass(value);
  return name === undefined ? Rank.OBJECT : (CLASS_RANKS[name] ?? Rank.OBJECT);
}

/** MongoDB's order over all values: first by type, then within the type. `undefined` stands for an absent field. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const rankA = typeRank(a);
  const rankB = typeRank(b);
  if (rankA !== rankB) return rankA < rankB ? -1 : 1;
  return compareSameType(rankA, a, b);
}

export const equalValues = (a: unknown, b: unknown): boolean =>
  a === b || compareValues(a, b) === 0;

/** By code point, as UTF-8 bytes compare; JavaScript's own `<` misplaces characters beyond U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    return codePointWeight(x) < codePointWeight(y) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** Moves surrogates above the rest of the 16-bit units, where the characters they stand for belong. */
function codePointWeight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function compareSameType(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case Rank.NUMBER:
      return compareNumbers(a, b);
    case Rank.STRING:
      return compareStrings(String(a), String(b));
    case Rank.OBJECT:
      return compareDocs(a as Doc, b as Doc);
    case Rank.ARRAY:
      return compareArrays(a as readonly unknown[], b as readonly unknown[]);
    case Rank.BINARY:
      return compareBinary(a, b);
    case Rank.BOOLEAN:
      return Number(a) - Number(b);
    case Rank.DATE:
      return compareDoubles((a as Date).getTime(), (b as Date).getTime());
    case Rank.TIMESTAMP:
      return compareBigints(BigInt(String(a)), BigInt(String(b)));
    case Rank.OBJECT_ID:
    case Rank.CODE:
      return compareStrings(String(a), String(b));
    case Rank.REGEX:
      return compareStrings(String(a), String(b));
    default:
      return 0;
  }
}

/** Field by field in their stored order: type, then name, then value; the shorter document is lower. */
function compareDocs(a: Doc, b: Doc): number {
  const keysA = Object.keys(a);
  const keysB = Object.keys(b);
  const length = Math.min(keysA.length, keysB.length);
  for (let index = 0; index < length; index++) {
    const keyA = keysA[index] as string;
    const keyB = keysB[index] as string;
    const x = a[keyA];
    const y = b[keyB];
    const order = typeRank(x) - typeRank(y) || compareStrings(keyA, keyB) || compareValues(x, y);
    if (order !== 0) return order;
  }
  return keysA.length - keysB.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: unknown, b: unknown): number {
  const x = bytesOf(a);
  const y = bytesOf(b);
  return x.bytes.length - y.bytes.length || x.kind - y.kind || Buffer.compare(x.bytes, y.bytes);
}

function bytesOf(value: unknown): { readonly bytes: Uint8Array; readonly kind: number } {
  if (value instanceof Uint8Array) return { bytes: value, kind: 0 };
  const binary = value as { value(): Uint8Array; readonly sub_type: number };
  return { bytes: binary.value(), kind: binary.sub_type };
}

const compareBigints = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1);
