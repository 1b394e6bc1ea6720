import type { ObjectId } from 'bson';
import { bsonClass, type Doc } from '../semantics/document.js';

/** A value as MongoDB prints it in messages. */
export function shellText(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[ ${value.map(shellText).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return scalarText(value);
  const name = bsonClass(value);
  if (name === 'ObjectId') return `ObjectId('${(value as ObjectId).toHexString()}')`;
  if (name !== undefined) return JSON.stringify(value);
  const fields = Object.entries(value as Doc).map(([key, field]) => `${key}: ${shellText(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value);
  return String(value);
}
