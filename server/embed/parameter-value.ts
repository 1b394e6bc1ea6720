import {
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { badInput } from '../errors.js';

/** What a variable may be whose value comes in an address. */
export type ParameterValue = string | number | boolean | readonly (string | number | boolean)[];
type One = string | number | boolean;

const MAX_LENGTH = 2_000;
const MAX_VALUES = 100;
const WHOLE_NUMBER = /^-?\d{1,10}$/;
const SHOWN = 60;

/** Whether values of this type can be written in an address: no objects, no lists of lists. */
export function fitsAddress(type: GraphQLInputType): boolean {
  const inner = unwrapped(type);
  return isOne(isListType(inner) ? unwrapped(inner.ofType) : inner);
}

const isOne = (type: GraphQLInputType): boolean => isScalarType(type) || isEnumType(type);
const unwrapped = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) ? type.ofType : type;

/**
 * Reads what an address gives for a variable; undefined when that is empty. Throws
 * `BAD_USER_INPUT` with the name of the parameter.
 */
export function readParameter(
  name: string,
  given: readonly string[],
  type: GraphQLInputType,
): ParameterValue | undefined {
  const inner = unwrapped(type);
  if (isListType(inner)) {
    const all = given.flatMap((text) => text.split(',')).map((text) => text.trim());
    const values = [...new Set(all.filter(Boolean))];
    if (values.length > MAX_VALUES) throw refused(name, `takes at most ${MAX_VALUES} values`);
    const ofOne = unwrapped(inner.ofType);
    return values.length > 0 ? values.map((text) => readOne(name, text, ofOne)) : undefined;
  }
  const [text = '', ...more] = given;
  if (more.length > 0) throw refused(name, 'takes one value and was given more');
  return text === '' ? undefined : readOne(name, text, inner);
}

function readOne(name: string, text: string, type: GraphQLInputType): One {
  if (text.length > MAX_LENGTH) throw refused(name, `is longer than ${MAX_LENGTH} characters`);
  if (isEnumType(type)) {
    const value = type.getValue(text.toUpperCase().replaceAll('-', '_'))?.name;
    if (value) return value;
    const known = type.getValues().map((one) => one.name);
    throw refused(name, `takes ${known.join(', ')}, not "${text.slice(0, SHOWN)}"`);
  }
  return readScalar(name, text, type as GraphQLScalarType);
}

function readScalar(name: string, text: string, type: GraphQLScalarType): One {
  switch (type.name) {
    case 'String':
    case 'ID':
      return text;
    case 'Int':
      if (WHOLE_NUMBER.test(text)) return checked(name, Number(text), type);
      throw refused(name, `takes a whole number, not "${text.slice(0, SHOWN)}"`);
    case 'Float':
      if (Number.isFinite(Number(text))) return Number(text);
      throw refused(name, `takes a number, not "${text.slice(0, SHOWN)}"`);
    case 'Boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw refused(name, `takes true or false, not "${text.slice(0, SHOWN)}"`);
    default:
      return checked(name, type.name === 'CountryCode' ? text.toUpperCase() : text, type);
  }
}

/** As the type itself reads it; its own message would quote what the type is for. */
function checked<Value extends One>(name: string, value: Value, type: GraphQLScalarType): Value {
  try {
    type.parseValue(value);
    return value;
  } catch {
    const meaning = type.description ? ` (${type.description})` : '';
    throw refused(name, `cannot be "${String(value).slice(0, SHOWN)}"${meaning}`);
  }
}

const refused = (name: string, why: string) => badInput(name, `"${name}" ${why}.`);
