import { isArray, isDoc } from './document.js';
import { badValue, failedToParse } from './errors.js';
import { isNumeric } from './numbers.js';
import { equalValues } from './order.js';
import { compileRegex, isRegex, regexTest } from './regex.js';
import { isTypeName, NUMBER_TYPES, typeByCode, typeName } from './type-names.js';

export type ValueTest = (value: unknown) => boolean;

/** Membership; strings, numbers and booleans are looked up, the rest compared one by one. */
export function compileIn(name: string, argument: unknown): ValueTest {
  if (!isArray(argument)) throw badValue(`${name} needs an array`);
  const quick = new Set<unknown>();
  const slow: ValueTest[] = [];
  for (const entry of argument as readonly unknown[]) {
    if (isRegex(entry)) slow.push(regexTest(compileRegex(entry, undefined)));
    else if (entry === null || entry === undefined) quick.add(null).add(undefined);
    else if (isQuick(entry)) quick.add(entry);
    else slow.push(slowEquals(entry, name));
  }
  return (value) => quick.has(value) || slow.some((test) => test(value));
}

const isQuick = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';

function slowEquals(entry: unknown, name: string): ValueTest {
  if (isDoc(entry) && Object.keys(entry)[0]?.startsWith('$') === true) {
    throw badValue(`cannot nest $ under ${name}`);
  }
  return (value) => equalValues(value, entry);
}

export function compileType(argument: unknown): ValueTest {
  const wanted = new Set((isArray(argument) ? argument : [argument]).flatMap(typesOf));
  if (wanted.size === 0) throw failedToParse('$type must match at least one type');
  return (value) => value !== undefined && wanted.has(typeName(value));
}

function typesOf(value: unknown): readonly string[] {
  if (value === 'number') return NUMBER_TYPES;
  if (typeof value === 'string') {
    if (!isTypeName(value)) throw badValue(`Unknown type name alias: ${value}`);
    return [value];
  }
  if (!isNumeric(value)) throw badValue('type must be represented as a number or a string');
  const name = typeByCode(Number(value));
  if (name === undefined) throw badValue(`Invalid numerical type code: ${String(value)}`);
  return [name];
}

export function compileMod(argument: unknown): ValueTest {
  if (!isArray(argument)) throw badValue('malformed mod, needs to be an array');
  if (argument.length < 2) throw badValue('malformed mod, not enough elements');
  if (argument.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor, remainder] = argument.map(modArgument) as [number, number];
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) =>
    isNumeric(value) &&
    Math.trunc(Number(value)) % divisor === remainder % divisor &&
    remainderFits(remainder, divisor);
}

/** A remainder as large as the divisor can never come out. */
const remainderFits = (remainder: number, divisor: number) =>
  Math.abs(remainder) < Math.abs(divisor);

function modArgument(value: unknown): number {
  if (!isNumeric(value)) throw badValue('malformed mod, divisor and remainder have to be numbers');
  const number = Number(value);
  if (!Number.isFinite(number)) throw badValue('malformed mod, value is not finite');
  return Math.trunc(number);
}

/** A number that is whole and not negative, as `$size` takes it. */
export function wholeNumber(value: unknown, name: string): number {
  if (!isNumeric(value)) throw badValue(`Failed to parse ${name}. Expected a number`);
  const number = Number(value);
  if (!Number.isInteger(number)) throw badValue(`Failed to parse ${name}. Expected an integer`);
  if (number < 0) throw badValue(`Failed to parse ${name}. Expected a non-negative number`);
  return number;
}
