import { type Doc, isDoc } from '../semantics/document.js';
import { badValue, failedToParse, located, StoreError, typeMismatch } from '../semantics/errors.js';
import { isNumeric } from '../semantics/numbers.js';
import type { Collection } from '../storage/collection.js';
import type { Call } from './command.js';

const MAX_NAMESPACE_BYTES = 255;

const invalidNamespace = (message: string) => new StoreError(73, 'InvalidNamespace', message);

/** The collection that a command names in its first field. */
export function collectionName({ args, name, db }: Call): string {
  const given = args[name];
  if (typeof given !== 'string') {
    throw invalidNamespace(`collection name has invalid type ${typeof given}`);
  }
  checkNamespace(db, given);
  return given;
}

export function checkNamespace(db: string, collection: string): void {
  const namespace = `${db}.${collection}`;
  const isValid =
    collection !== '' &&
    !collection.includes('\0') &&
    !collection.startsWith('.') &&
    !collection.includes('$');
  if (!isValid) throw invalidNamespace(`Invalid namespace specified '${namespace}'`);
  if (Buffer.byteLength(namespace) > MAX_NAMESPACE_BYTES) {
    throw invalidNamespace(`Fully qualified namespace is too long: ${namespace.slice(0, 80)}…`);
  }
}

export function findCollection(call: Call): Collection | undefined {
  return call.server.store.catalog.find(call.db, collectionName(call));
}

export function docArg(args: Doc, field: string): Doc | undefined {
  const value = args[field];
  if (value === undefined || value === null) return undefined;
  if (isDoc(value)) return value;
  throw typeMismatch(`BSON field '${field}' is the wrong type, expected type 'object'`);
}

/** A whole number that is not negative. */
export function countArg(args: Doc, field: string): number | undefined {
  const value = args[field];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) {
    throw typeMismatch(`BSON field '${field}' is the wrong type, expected a number`);
  }
  const number = Math.trunc(Number(value));
  if (number >= 0 && Number.isSafeInteger(number)) return number;
  throw located(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
}

export function flagArg(args: Doc, field: string): boolean {
  const value = args[field];
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  throw typeMismatch(`BSON field '${field}' is the wrong type, expected type 'bool'`);
}

export function stringArg(args: Doc, field: string): string {
  const value = args[field];
  if (typeof value === 'string') return value;
  throw typeMismatch(`BSON field '${field}' is the wrong type, expected type 'string'`);
}

export function listArg(args: Doc, field: string): readonly unknown[] | undefined {
  const value = args[field];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value as readonly unknown[];
  throw typeMismatch(`BSON field '${field}' is the wrong type, expected type 'array'`);
}

export function docsArg(args: Doc, field: string): readonly Doc[] | undefined {
  const list = listArg(args, field);
  if (list === undefined || list.every(isDoc)) return list as readonly Doc[] | undefined;
  throw typeMismatch(`BSON field '${field}' has an element of the wrong type, expected 'object'`);
}

export function hintArg(args: Doc): string | Doc | undefined {
  const { hint } = args;
  if (hint === undefined || hint === null || typeof hint === 'string') return hint ?? undefined;
  if (isDoc(hint)) return Object.keys(hint).length === 0 ? undefined : hint;
  throw failedToParse('hint must be specified as a string or an object');
}

/** Comparison by language rules is not offered; the simple, binary one is all there is. */
export function refuseCollation(args: Doc): void {
  const { collation } = args;
  if (collation === undefined || collation === null) return;
  if (isDoc(collation) && (Object.keys(collation).length === 0 || collation.locale === 'simple')) {
    return;
  }
  throw new StoreError(72, 'InvalidOptions', 'Only the simple collation is supported');
}

/** Fields that are understood, but whose effect is not offered. */
export function refuseSet(args: Doc, fields: readonly string[]): void {
  for (const field of fields) {
    const value = args[field];
    if (value === undefined || value === null || value === false) continue;
    if (isDoc(value) && Object.keys(value).length === 0) continue;
    throw new StoreError(72, 'InvalidOptions', `'${field}' is not supported`);
  }
}

export function maxTime(args: Doc): number {
  const value = args.maxTimeMS;
  if (value === undefined || value === null) return 0;
  if (!isNumeric(value)) throw badValue('maxTimeMS must be a number');
  const number = Number(value);
  if (number < 0 || !Number.isInteger(number))
    throw badValue(`${number} is out of range for maxTimeMS`);
  return number;
}
