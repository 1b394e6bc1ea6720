import { assign, type Doc, fieldOf, isArray, isDoc, type MutableDoc } from './document.js';
import { located } from './errors.js';
import { checkedPath } from './field-path.js';
import { compileElement, compileFilter, forbidExpr, type MatchDetails } from './filter.js';
import { isNumeric } from './numbers.js';
import {
  flagOf,
  isExpressionDoc,
  type ProjectionEntry,
  projectionEntries,
} from './projection-spec.js';

/** Changes what is projected, with the whole document at hand. */
export type FindOperator = (projected: Doc, original: Doc) => Doc;

interface FindSpec {
  readonly entries: readonly ProjectionEntry[];
  readonly operators: readonly FindOperator[];
}

/** Splits a `find` projection into plain fields and the operators that only `find` has. */
export function findOperators(spec: Doc, filter: Doc): FindSpec {
  const plain: Record<string, unknown> = {};
  const operators: FindOperator[] = [];
  const sliced: string[] = [];
  const matched: string[] = [];
  for (const [name, value] of Object.entries(spec)) {
    if (name.endsWith('.$') && flagOf(value) !== undefined) {
      if (flagOf(value) === false)
        throw located(31395, 'positional projection cannot be used with exclusion');
      if (operators.some((operator) => operator.name === 'positional')) {
        throw located(31276, 'Cannot specify more than one positional projection per query.');
      }
      const path = name.slice(0, -2);
      assign(plain, path, 1);
      operators.push(positionalOperator(path, filter));
    } else if (isFindSlice(value)) {
      sliced.push(name);
      operators.push(sliceOperator(checkedPath(name), value.$slice));
    } else if (isExpressionDoc(value) && Object.hasOwn(value, '$elemMatch')) {
      operators.push(elemMatchOperator(name, value.$elemMatch));
      matched.push(name);
    } else assign(plain, name, value);
  }
  const entries = withMatched(projectionEntries(plain), matched);
  return { entries: withSliced(entries, sliced), operators };
}

/** A matched element alone makes an inclusion, in which it takes its place at the end. */
function withMatched(entries: readonly ProjectionEntry[], matched: readonly string[]) {
  const deciding = entries.find(({ name }) => name !== '_id');
  if (deciding !== undefined && flagOf(deciding.value) === false) return entries;
  const placeholder = { $literal: null };
  return [...entries, ...matched.map((name) => ({ path: [name], name, value: placeholder }))];
}

/** A sliced field comes along with an inclusion; alone it leaves everything else in place. */
function withSliced(entries: readonly ProjectionEntry[], sliced: readonly string[]) {
  const deciding = entries.find(({ name }) => name !== '_id') ?? entries[0];
  const excludes = deciding === undefined || flagOf(deciding.value) === false;
  const onlyId = entries.every(({ name }) => name === '_id');
  if (sliced.length === 0) return entries;
  if (excludes || onlyId) {
    return excludes
      ? [...entries, unusedField()]
      : [...entries.filter(({ name }) => name !== '_id'), unusedField()];
  }
  return [...entries, ...sliced.map((name) => ({ path: checkedPath(name), name, value: 1 }))];
}

/** Keeps an exclusion an exclusion when nothing is left out: documents cannot hold this name. */
const unusedField = (): ProjectionEntry => ({ path: ['\0'], name: '\0', value: 0 });

function isFindSlice(value: unknown): value is { readonly $slice: unknown } {
  if (!isExpressionDoc(value) || !Object.hasOwn(value, '$slice')) return false;
  const { $slice: argument } = value;
  return !isArray(argument) || argument.every(isNumeric);
}

function sliceOperator(path: readonly string[], argument: unknown): FindOperator {
  const [first, second] = sliceArguments(argument);
  const cut = (array: readonly unknown[]) => {
    if (second === undefined) return first < 0 ? array.slice(first) : array.slice(0, first);
    const start = first < 0 ? Math.max(array.length + first, 0) : first;
    return array.slice(start, start + second);
  };
  return (projected) => sliceAt(projected, path, 0, cut) as Doc;
}

function sliceArguments(argument: unknown): readonly [number, number | undefined] {
  const parts: readonly unknown[] = isArray(argument) ? argument : [argument];
  if (!parts.every(isNumeric)) throw located(28667, 'Invalid $slice syntax');
  if (!isArray(argument)) return [Math.trunc(Number(argument)), undefined];
  if (parts.length !== 2) throw located(28724, 'First argument to $slice must be an array');
  const [skip, limit] = parts.map((part) => Math.trunc(Number(part))) as [number, number];
  if (limit <= 0) throw located(28724, 'First argument to $slice must be an array');
  return [skip, limit];
}

function sliceAt(
  value: unknown,
  path: readonly string[],
  depth: number,
  cut: (array: readonly unknown[]) => unknown,
): unknown {
  if (depth === path.length) return isArray(value) ? cut(value) : value;
  if (isArray(value)) {
    return value.map((element) => (isDoc(element) ? sliceAt(element, path, depth, cut) : element));
  }
  if (!isDoc(value)) return value;
  const name = path[depth] as string;
  if (!Object.hasOwn(value, name)) return value;
  const copy: MutableDoc = { ...value };
  assign(copy, name, sliceAt(value[name], path, depth + 1, cut));
  return copy;
}

function elemMatchOperator(name: string, argument: unknown): FindOperator {
  if (name.includes('.'))
    throw located(31275, 'Cannot use $elemMatch projection on a nested field.');
  if (!isDoc(argument)) throw located(31274, 'elemMatch: Invalid argument, object required');
  const matches = compileElement(argument);
  return (projected, original) => {
    const { [name]: _placeholder, ...rest } = projected;
    const array = fieldOf(original, name);
    const index = isArray(array) ? array.findIndex(matches) : -1;
    return index < 0 ? rest : { ...projected, [name]: [(array as readonly unknown[])[index]] };
  };
}

function positionalOperator(path: string, filter: Doc): FindOperator {
  const parts = checkedPath(path);
  forbidExpr(filter, 'this context');
  const test = compileFilter(filter);
  return function positional(projected, original) {
    const details: MatchDetails = {};
    const position = test(original, details) ? details.position : undefined;
    return pick(projected, parts, 0, position) as Doc;
  };
}

function pick(
  value: unknown,
  path: readonly string[],
  depth: number,
  position: number | undefined,
): unknown {
  if (isArray(value)) {
    if (position === undefined) {
      throw located(
        51246,
        "Executor error: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    if (position >= value.length) {
      throw located(51247, "Executor error: positional operator '.$' element mismatch");
    }
    return [value[position] as unknown];
  }
  const name = path[depth];
  if (name === undefined || !isDoc(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: pick(value[name], path, depth + 1, position) };
}
