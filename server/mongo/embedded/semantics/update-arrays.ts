import { type Doc, fieldOf, isArray, isDoc } from './document.js';
import { badValue, failedToParse, typeMismatch } from './errors.js';
import { compileElement } from './filter.js';
import { isOperatorDoc } from './filter-fields.js';
import { isNumeric } from './numbers.js';
import { compareValues, equalValues } from './order.js';
import { compileRegex, isRegex, regexTest } from './regex.js';
import { typeName } from './type-names.js';
import type { ChangeFactory } from './update-fields.js';

type Values = readonly unknown[];

/** The update operators on arrays. */
export const ARRAY_CHANGES: Readonly<Record<string, ChangeFactory>> = {
  $push: (argument, path) => {
    const push = pushClauses(argument);
    return { creates: true, apply: (current) => push(arrayAt(current, path)) };
  },
  $addToSet: (argument, path) => {
    const added = addedValues(argument);
    return {
      creates: true,
      apply: (current) => addMissing(current, arrayAt(current, path), added),
    };
  },
  $pull: (argument) => {
    const matches = pullTest(argument);
    return { creates: false, apply: (current) => without(current, matches, '$pull') };
  },
  $pullAll: (argument) => {
    if (!isArray(argument)) {
      throw badValue(`$pullAll requires an array argument but was given a ${typeName(argument)}`);
    }
    const matches = (value: unknown) => argument.some((entry) => equalValues(entry, value));
    return { creates: false, apply: (current) => without(current, matches, '$pullAll') };
  },
  $pop: (argument, path) => {
    const fromStart = popDirection(argument) === -1;
    return {
      creates: false,
      apply: (current) => {
        if (current === undefined) return undefined;
        if (!isArray(current)) {
          throw typeMismatch(`Path '${path}' contains an element of non-array type`);
        }
        if (current.length === 0) return current;
        return fromStart ? current.slice(1) : current.slice(0, -1);
      },
    };
  },
};

function arrayAt(current: unknown, path: string): Values {
  if (current === undefined) return [];
  if (isArray(current)) return current;
  throw badValue(`The field '${path}' must be an array but is of type ${typeName(current)}`);
}

function pushClauses(argument: unknown): (array: Values) => Values {
  if (!isDoc(argument) || !Object.hasOwn(argument, '$each')) return (array) => [...array, argument];
  const known = ['$each', '$slice', '$sort', '$position'];
  const strange = Object.keys(argument).find((name) => !known.includes(name));
  if (strange !== undefined) throw badValue(`Unrecognized clause in $push: ${strange}`);
  const { $each: values, $position: at, $slice: kept, $sort: order } = argument;
  if (!isArray(values)) throw badValue('The argument to $each in $push must be an array');
  const position = at === undefined ? undefined : whole(at, '$position');
  const slice = kept === undefined ? undefined : whole(kept, '$slice');
  const sort = order === undefined ? undefined : sorter(order);
  return (array) => {
    const pushed = array.toSpliced(position ?? array.length, 0, ...(values as Values));
    return sliced(sort === undefined ? pushed : sort(pushed), slice);
  };
}

function whole(value: unknown, name: string): number {
  if (isNumeric(value) && Number.isInteger(Number(value))) return Number(value);
  throw badValue(`The value for ${name} must be an integer value`);
}

function sliced(array: Values, slice: number | undefined): Values {
  if (slice === undefined) return array;
  if (slice === 0) return [];
  return slice < 0 ? array.slice(slice) : array.slice(0, slice);
}

function sorter(order: unknown): (array: Values) => Values {
  if (isDoc(order)) return documentSorter(order);
  if (order !== 1 && order !== -1) {
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  }
  return (array) => array.toSorted((a, b) => compareValues(a, b) * order);
}

function documentSorter(order: Doc): (array: Values) => Values {
  const entries = Object.entries(order);
  if (entries.length === 0)
    throw badValue('The $sort pattern is empty when it should be a set of fields.');
  for (const [path, direction] of entries) {
    if (direction !== 1 && direction !== -1)
      throw badValue('The $sort element value must be either 1 or -1');
    if (path === '' || path.split('.').includes(''))
      throw badValue('The $sort field is a dotted field with an empty part');
  }
  const fields = entries.map(([path, way]) => ({ path: path.split('.'), way: way as 1 | -1 }));
  const compare = (a: unknown, b: unknown) => {
    for (const { path, way } of fields) {
      const order = compareValues(wholeValue(a, path), wholeValue(b, path));
      if (order !== 0) return order * way;
    }
    return 0;
  };
  return (array) => array.toSorted(compare);
}

/** Unlike in a query, an array on the way is no more than an object with numbers for names. */
function wholeValue(element: unknown, path: readonly string[]): unknown {
  let value: unknown = isDoc(element) ? element : undefined;
  for (const part of path) {
    if (isArray(value)) value = Object.hasOwn(value, part) ? value[Number(part)] : undefined;
    else value = isDoc(value) ? fieldOf(value, part) : undefined;
  }
  return value ?? null;
}

function addedValues(argument: unknown): Values {
  if (!isDoc(argument) || Object.keys(argument)[0] !== '$each') return [argument];
  const { $each: values } = argument;
  if (!isArray(values)) {
    throw typeMismatch('The argument to $each in $addToSet must be an array');
  }
  if (Object.keys(argument).length > 1)
    throw badValue('Found unexpected fields after $each in $addToSet');
  return values as Values;
}

function addMissing(current: unknown, array: Values, added: Values): unknown {
  const result = [...array];
  for (const value of added) {
    if (!result.some((element) => equalValues(element, value))) result.push(value);
  }
  return isArray(current) && result.length === array.length ? current : result;
}

function pullTest(argument: unknown): (value: unknown) => boolean {
  if (isRegex(argument)) return regexTest(compileRegex(argument, undefined));
  if (!isDoc(argument)) return (value) => equalValues(value, argument);
  const test = compileElement(argument);
  return isOperatorDoc(argument) ? test : (value) => isDoc(value) && test(value);
}

function without(current: unknown, matches: (value: unknown) => boolean, name: string): unknown {
  if (current === undefined) return undefined;
  if (!isArray(current)) throw badValue(`Cannot apply ${name} to a non-array value`);
  const kept = current.filter((element) => !matches(element));
  return kept.length === current.length ? current : kept;
}

function popDirection(argument: unknown): number {
  if (!isNumeric(argument)) throw failedToParse(`Expected a number in: $pop`);
  const direction = Number(argument);
  if (direction === 1 || direction === -1) return direction;
  throw failedToParse(`$pop expects 1 or -1, found: ${direction}`);
}
