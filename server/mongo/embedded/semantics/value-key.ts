import { bsonClass, isArray, isDoc } from './document.js';
import { isNumeric } from './numbers.js';

/** A string that two values share exactly when MongoDB holds them equal: for grouping and joining. */
export function valueKey(value: unknown): string {
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (value === undefined) return '?';
  if (value === null) return '~';
  if (isNumeric(value)) return `n${numberText(value)};`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return `d${value.getTime()};`;
  if (isArray(value)) return `[${value.map(valueKey).join('')}]`;
  if (isDoc(value)) {
    const fields = Object.entries(value).map(([name, field]) => valueKey(name) + valueKey(field));
    return `{${fields.join('')}}`;
  }
  return `${bsonClass(value) ?? 'o'}(${textOf(value)})`;
}

/** -0 and 0 are equal, as are 1, 1.0 and a long 1. */
function numberText(value: unknown): string {
  const number = Number(value);
  if (typeof value === 'number' || Number.isSafeInteger(number)) return String(number + 0);
  return String(value);
}

function textOf(value: unknown): string {
  if (bsonClass(value) !== 'Binary') return String(value);
  const { sub_type: kind, buffer } = value as { sub_type: number; buffer: Uint8Array };
  return `${kind}:${Buffer.from(buffer).toString('base64')}`;
}
