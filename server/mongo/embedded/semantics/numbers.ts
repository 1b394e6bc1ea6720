import { bsonClass } from './document.js';
import { notImplemented } from './errors.js';

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const NUMBER_CLASSES = new Set(['Long', 'Int32', 'Double', 'Decimal128']);

export function isNumeric(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  const name = bsonClass(value);
  return name !== undefined && NUMBER_CLASSES.has(name);
}

/** Numbers of all BSON types in one order, exactly: no rounding of long or decimal values. NaN is lowest. */
export function compareNumbers(a: unknown, b: unknown): number {
  const left = simplify(a);
  const right = simplify(b);
  if (typeof left === 'number' && typeof right === 'number') return compareDoubles(left, right);
  if (typeof left === 'number' && !Number.isFinite(left)) return left > 0 ? 1 : -1;
  if (typeof right === 'number' && !Number.isFinite(right)) return right > 0 ? -1 : 1;
  const x = toFraction(left);
  const y = toFraction(right);
  const difference = x.top * y.bottom - y.top * x.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** The value as a double for arithmetic; what a double cannot hold exactly is refused, not rounded. */
export function toDouble(value: unknown): number {
  const simple = simplify(value);
  if (typeof simple === 'number') return simple;
  throw notImplemented(
    'Arithmetic on 64-bit integers beyond 2^53 and on decimals is not supported',
  );
}

/** Plain numbers stay; 64-bit integers become bigint, decimals their text, unless a double holds them. */
function simplify(value: unknown): number | bigint | string {
  if (typeof value === 'number') return value;
  const text = String(value);
  if (typeof value === 'bigint' || bsonClass(value) === 'Long') {
    const integer = BigInt(text);
    return BigInt.asIntN(54, integer) === integer ? Number(integer) : integer;
  }
  if (bsonClass(value) !== 'Decimal128') return Number(value);
  const special = Number(text);
  return Number.isFinite(special) || /\d/.test(text) ? text : special;
}

function toFraction(value: number | bigint | string): Fraction {
  if (typeof value === 'bigint') return { top: value, bottom: 1n };
  if (typeof value === 'string') return decimalFraction(value);
  let bottom = 1n;
  let top = value;
  while (!Number.isInteger(top)) {
    top *= 2;
    bottom *= 2n;
  }
  return { top: BigInt(top), bottom };
}

function decimalFraction(text: string): Fraction {
  const [digits = '0', exponent = '0'] = text.toUpperCase().split('E');
  const [whole = '0', fraction = ''] = digits.split('.');
  const shift = Number(exponent) - fraction.length;
  const top = BigInt(whole + fraction);
  return shift >= 0
    ? { top: top * 10n ** BigInt(shift), bottom: 1n }
    : { top, bottom: 10n ** BigInt(-shift) };
}
