import { type Doc, isDoc } from './document.js';
import { badValue } from './errors.js';
import { compileExpression } from './expression/compile.js';
import { truthy } from './expression/values.js';
import { compileFieldTest, elementTest } from './filter-fields.js';
import { splitPath } from './keys.js';

/** What a filter found on its way: the array index that the positional operator `$` stands for. */
export interface MatchDetails {
  position?: number | undefined;
}

export type Predicate = (doc: Doc, details?: MatchDetails) => boolean;

type Branch = (argument: unknown, name: string) => Predicate;

const BRANCHES: Readonly<Record<string, Branch>> = {
  $and: (argument, name) => allOf(branches(argument, name)),
  $or: (argument, name) => anyOf(branches(argument, name)),
  $nor: (argument, name) => not(anyOf(branches(argument, name))),
  $expr: (argument) => {
    const evaluate = compileExpression(argument);
    return (doc) => truthy(evaluate({ root: doc, current: doc, variables: {} }));
  },
  $comment: () => () => true,
};

/** Turns a filter into a test; throws at once when the filter is not valid. */
export function compileFilter(filter: Doc): Predicate {
  const tests: Predicate[] = [];
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$comment') continue;
    tests.push(name.startsWith('$') ? compileBranch(name, argument) : compileField(name, argument));
  }
  return allOf(tests);
}

/** The test that an array element has to pass to be what `$elemMatch` or `$pull` mean. */
export const compileElement = (argument: Doc) =>
  elementTest(argument, { compileFilter, allOf, not });

function compileField(name: string, argument: unknown): Predicate {
  return compileFieldTest(splitPath(name), argument, { compileFilter, allOf, not });
}

function compileBranch(name: string, argument: unknown): Predicate {
  const branch = Object.hasOwn(BRANCHES, name) ? BRANCHES[name] : undefined;
  if (branch === undefined) throw badValue(`unknown top level operator: ${name}`);
  return branch(argument, name);
}

function branches(argument: unknown, name: string): Predicate[] {
  if (!Array.isArray(argument)) throw badValue(`${name} must be an array`);
  if (argument.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return argument.map((entry: unknown) => {
    if (!isDoc(entry)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileFilter(entry);
  });
}

function allOf(tests: readonly Predicate[]): Predicate {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (doc, details) => {
    for (const test of tests) {
      if (test(doc, details)) continue;
      if (details !== undefined) details.position = undefined;
      return false;
    }
    return true;
  };
}

function anyOf(tests: readonly Predicate[]): Predicate {
  return (doc, details) => tests.some((test) => test(doc, details));
}

/** What does not match has no position, so the details are not passed on. */
function not(test: Predicate): Predicate {
  return (doc) => !test(doc);
}
