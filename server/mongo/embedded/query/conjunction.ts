import { bsonClass, type Doc, isDoc } from '../semantics/document.js';

/** One thing that a filter demands of a field, in a form that an index can bound. */
export interface FieldTest {
  readonly path: string;
  readonly operator: 'points' | '$gt' | '$gte' | '$lt' | '$lte';
  /** The values of an equality or an `$in`; the one bound of a comparison. */
  readonly values: readonly unknown[];
  /** True when the test says all that the clause says. */
  readonly exact: boolean;
}

/** A filter as a list of tests that all have to hold. */
export interface Conjunction {
  readonly tests: readonly FieldTest[];
  /** True when the tests say all that the filter says. */
  readonly exact: boolean;
  /** As `exact`, were it not for the `$or`s. */
  readonly exactBeside: boolean;
  /** Each `$or` of the filter. */
  readonly alternatives: readonly (readonly Doc[])[];
  /** Every clause on a field as written, for partial indexes. */
  readonly clauses: readonly (readonly [path: string, predicate: unknown])[];
}

interface Draft {
  readonly tests: FieldTest[];
  readonly alternatives: Doc[][];
  readonly clauses: [string, unknown][];
  exact: boolean;
}

const emptyDraft = (): Draft => ({ tests: [], alternatives: [], clauses: [], exact: true });

export function readConjunction(filter: Doc): Conjunction {
  const draft = emptyDraft();
  readInto(draft, filter);
  const { exact, alternatives } = draft;
  return { ...draft, exactBeside: exact, exact: exact && alternatives.length === 0 };
}

/** The base together with one branch of an `$or`. */
export function withBranch(base: Conjunction, branch: Conjunction): Conjunction {
  return {
    tests: [...base.tests, ...branch.tests],
    exact: branch.exact,
    exactBeside: branch.exact,
    alternatives: [],
    clauses: [...base.clauses, ...branch.clauses],
  };
}

function readInto(draft: Draft, filter: Doc): void {
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name === '$and' && isDocList(argument)) {
      for (const part of argument) readInto(draft, part);
    } else if (name === '$or' && isDocList(argument)) {
      draft.alternatives.push([...argument]);
    } else if (name.startsWith('$')) {
      draft.exact = false;
    } else {
      draft.clauses.push([name, argument]);
      readClause(draft, name, argument);
    }
  }
}

/** An empty list is faulty: left to the filter itself, which refuses it. */
const isDocList = (value: unknown): value is Doc[] =>
  Array.isArray(value) && value.length > 0 && value.every(isDoc);

export const isOperators = (value: unknown): value is Doc =>
  isDoc(value) && (Object.keys(value)[0] ?? '').startsWith('$');

function readClause(draft: Draft, path: string, predicate: unknown): void {
  if (!isOperators(predicate)) {
    addPoints(draft, path, [predicate], true);
    return;
  }
  for (const [operator, argument] of Object.entries(predicate)) {
    readOperator(draft, path, operator, argument);
  }
}

function readOperator(draft: Draft, path: string, operator: string, argument: unknown): void {
  const isList = Array.isArray(argument);
  const before = draft.tests.length;
  let exact = false;
  switch (operator) {
    case '$eq':
      addPoints(draft, path, [argument], true);
      return;
    case '$in':
      exact = isList;
      if (isList) addPoints(draft, path, argument, true);
      break;
    case '$all':
      exact = isList && argument.length === 1 && !isDoc(argument[0]);
      if (isList && argument.length > 0 && !isDoc(argument[0])) {
        addPoints(draft, path, [argument[0]], exact);
      }
      break;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      addComparison(draft, path, operator, argument);
      return;
    case '$elemMatch':
      addElementTests(draft, path, argument);
      break;
    default:
  }
  if (!exact || draft.tests.length === before) draft.exact = false;
}

function addPoints(draft: Draft, path: string, values: readonly unknown[], exact: boolean): void {
  if (!values.every(isIndexable)) {
    draft.exact = false;
    return;
  }
  const test = { path, operator: 'points' as const, values };
  draft.tests.push({ ...test, exact: exact && values.every(isPlain) });
}

function addComparison(
  draft: Draft,
  path: string,
  operator: '$gt' | '$gte' | '$lt' | '$lte',
  bound: unknown,
): void {
  if (isPlain(bound)) draft.tests.push({ path, operator, values: [bound], exact: true });
  else draft.exact = false;
}

/** An element that matches leaves its key in the index; whether the rest of it matches is the filter's business. */
function addElementTests(draft: Draft, path: string, argument: unknown): void {
  if (!isDoc(argument)) return;
  const inner = emptyDraft();
  if (isOperators(argument)) readClause(inner, path, argument);
  else readInto(inner, prefixed(path, argument));
  draft.tests.push(...inner.tests.map((test) => ({ ...test, exact: false })));
}

const prefixed = (path: string, filter: Doc): Doc =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, predicate]) => [`${path}.${name}`, predicate]),
  );

/** Values whose index key is as precise as the value, and of one type bracket. */
export function isPlain(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return !Number.isNaN(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return bsonClass(value) === 'ObjectId';
}

/** Values that equal a document's value only if an index key of the document equals theirs. */
function isIndexable(value: unknown): boolean {
  if (value === null || isPlain(value)) return true;
  if (isDoc(value)) return Object.values(value).every((field) => isIndexable(field));
  return bsonClass(value) === 'Long' || bsonClass(value) === 'Binary';
}
