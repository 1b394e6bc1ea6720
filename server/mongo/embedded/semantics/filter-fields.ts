import { type Doc, isArray, isDoc } from './document.js';
import { badValue } from './errors.js';
import type { MatchDetails, Predicate } from './filter.js';
import {
  compileIn,
  compileMod,
  compileType,
  type ValueTest,
  wholeNumber,
} from './filter-values.js';
import type { Path } from './keys.js';
import { isNumeric } from './numbers.js';
import { compareValues, equalValues, Rank, typeRank } from './order.js';
import { visitPath } from './path-visit.js';
import { compileRegex, isRegex, regexTest } from './regex.js';

/** What the field tests need back from the filter compiler; passed in because the two call each other. */
export interface FilterCompiler {
  readonly compileFilter: (filter: Doc) => Predicate;
  readonly allOf: (tests: readonly Predicate[]) => Predicate;
  readonly not: (test: Predicate) => Predicate;
}

type Operator = (path: Path, argument: unknown, all: Doc, compiler: FilterCompiler) => Predicate;

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: (path, argument) => valueTest(path, equals(argument)),
  $ne: (path, argument, _all, { not }) => {
    if (isRegex(argument)) throw badValue("Can't have regex as arg to $ne.");
    return not(valueTest(path, equals(argument)));
  },
  $gt: (path, argument) =>
    valueTest(
      path,
      ordered(argument, (order) => order > 0),
    ),
  $gte: (path, argument) =>
    valueTest(
      path,
      ordered(argument, (order) => order >= 0, true),
    ),
  $lt: (path, argument) =>
    valueTest(
      path,
      ordered(argument, (order) => order < 0),
    ),
  $lte: (path, argument) =>
    valueTest(
      path,
      ordered(argument, (order) => order <= 0, true),
    ),
  $in: (path, argument) => valueTest(path, compileIn('$in', argument)),
  $nin: (path, argument, _all, { not }) => not(valueTest(path, compileIn('$nin', argument))),
  $exists: (path, argument, _all, { not }) => {
    const present = valueTest(path, (value) => value !== undefined);
    return isTrue(argument) ? present : not(present);
  },
  $type: (path, argument) => valueTest(path, compileType(argument)),
  $mod: (path, argument) => valueTest(path, compileMod(argument)),
  $size: (path, argument) => {
    const size = wholeNumber(argument, '$size');
    return wholeTest(path, (value) => isArray(value) && value.length === size);
  },
  $regex: (path, argument, all) => valueTest(path, regexTest(compileRegex(argument, all.$options))),
  $options: (_path, _argument, all) => {
    if (all.$regex === undefined) throw badValue('$options needs a $regex');
    return () => true;
  },
  $not: (path, argument, _all, compiler) => compiler.not(negated(path, argument, compiler)),
  $all: (path, argument, _all, compiler) => compileAll(path, argument, compiler),
  $elemMatch: (path, argument, _all, compiler) => compileElemMatch(path, argument, compiler),
  $comment: () => () => true,
};

const LOGICAL = new Set([
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$where',
  '$comment',
  '$text',
  '$jsonSchema',
]);

/** `{ field: argument }`: an operator document, a regular expression, or a value to equal. */
export function compileFieldTest(
  path: Path,
  argument: unknown,
  compiler: FilterCompiler,
): Predicate {
  if (isRegex(argument)) return valueTest(path, regexTest(compileRegex(argument, undefined)));
  if (!isOperatorDoc(argument)) return valueTest(path, equals(argument));
  const tests = Object.entries(argument).map(([name, value]) => {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (operator === undefined) throw badValue(`unknown operator: ${name}`);
    return operator(path, value, argument, compiler);
  });
  return compiler.allOf(tests);
}

export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** Tests each value at the path, elements of an array one by one and then the array itself. */
function valueTest(path: Path, test: ValueTest): Predicate {
  const [name] = path;
  if (name === undefined) return (value) => test(value);
  if (path.length > 1) return deepTest(path, test);
  return (doc, details) => {
    const value = Object.hasOwn(doc, name) ? doc[name] : undefined;
    if (!isArray(value)) return test(value);
    for (let index = 0; index < value.length; index++) {
      if (!test(value[index])) continue;
      if (details !== undefined) details.position = index;
      return true;
    }
    return test(value);
  };
}

function deepTest(path: Path, test: ValueTest): Predicate {
  return (doc, details) =>
    visitPath(doc, path, true, (value, position) => {
      if (!test(value)) return false;
      notePosition(details, position);
      return true;
    });
}

/** Tests what stands at the path without looking into a final array. */
function wholeTest(path: Path, test: ValueTest): Predicate {
  return (doc) => visitPath(doc, path, false, test);
}

function notePosition(details: MatchDetails | undefined, position: number | undefined): void {
  if (details !== undefined && position !== undefined) details.position = position;
}

function equals(wanted: unknown): ValueTest {
  if (wanted === null || wanted === undefined)
    return (value) => value === null || value === undefined;
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted;
  const rank = typeRank(wanted);
  return (value) => value === wanted || (typeRank(value) === rank && equalValues(value, wanted));
}

/** `$gt` and its kin compare only within one type; `orEqual` matters for null and NaN, which only equal themselves. */
function ordered(bound: unknown, accept: (order: number) => boolean, orEqual = false): ValueTest {
  if (isRegex(bound)) throw badValue("Can't have RegEx as arg to predicate over field.");
  if (bound === null || bound === undefined) return orEqual ? equals(null) : () => false;
  const rank = typeRank(bound);
  if (rank === Rank.MIN_KEY || rank === Rank.MAX_KEY) {
    return (value) => accept(compareValues(value, bound));
  }
  if (Number.isNaN(bound)) return (value) => orEqual && Number.isNaN(value);
  return (value) =>
    typeRank(value) === rank && !Number.isNaN(value) && accept(compareValues(value, bound));
}

function negated(path: Path, argument: unknown, compiler: FilterCompiler): Predicate {
  if (isRegex(argument)) return compileFieldTest(path, argument, compiler);
  if (!isDoc(argument)) throw badValue('$not needs a regex or a document');
  if (Object.keys(argument).length === 0) throw badValue('$not cannot be empty');
  const plain = Object.keys(argument).find((name) => !Object.hasOwn(OPERATORS, name));
  if (plain !== undefined) throw badValue(`unknown operator: ${plain}`);
  return compileFieldTest(path, argument, compiler);
}

function compileAll(path: Path, argument: unknown, compiler: FilterCompiler): Predicate {
  if (!isArray(argument)) throw badValue('$all needs an array');
  if (argument.length === 0) return () => false;
  const elementForm = isElemMatch(argument[0]);
  const tests = argument.map((entry: unknown) => {
    if (elementForm !== isElemMatch(entry)) throw badValue('no $ expressions in $all');
    if (!elementForm && isOperatorDoc(entry)) throw badValue('no $ expressions in $all');
    return compileFieldTest(path, entry, compiler);
  });
  return compiler.allOf(tests);
}

const isElemMatch = (value: unknown) =>
  isOperatorDoc(value) && Object.keys(value)[0] === '$elemMatch';

function compileElemMatch(path: Path, argument: unknown, compiler: FilterCompiler): Predicate {
  if (!isDoc(argument)) throw badValue('$elemMatch needs an Object');
  const test = elementTest(argument, compiler);
  return (doc, details) =>
    visitPath(doc, path, false, (value, position) => {
      if (!isArray(value)) return false;
      const index = value.findIndex(test);
      if (index < 0) return false;
      notePosition(details, position ?? index);
      return true;
    });
}

/** The test that one array element has to pass: operators on the element, or a filter on a subdocument. */
export function elementTest(argument: Doc, compiler: FilterCompiler): ValueTest {
  const [first = ''] = Object.keys(argument);
  if (isOperatorDoc(argument) && !LOGICAL.has(first)) {
    // No path: the element is taken whole, also when it is an array itself.
    const test = compileFieldTest([], argument, compiler);
    return (value) => test(value as Doc);
  }
  const test = compiler.compileFilter(argument);
  return (value) => (isDoc(value) || isArray(value)) && test(asDoc(value));
}

const asDoc = (value: Doc | readonly unknown[]): Doc =>
  isDoc(value) ? value : Object.fromEntries(value.entries());

const isTrue = (value: unknown) =>
  isNumeric(value) ? Number(value) !== 0 : value !== false && value !== null && value !== undefined;
