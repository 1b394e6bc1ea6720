import { type Doc, isArray, isDoc } from './document.js';
import { badValue, StoreError } from './errors.js';
import { compileExpression } from './expression/compile.js';
import { scopeOf, truthy, type Variables } from './expression/values.js';
import { compileFieldTest, elementTest } from './filter-fields.js';
import { splitPath } from './keys.js';

/** What a filter found on its way: the array index that the positional operator `$` stands for. */
export interface MatchDetails {
  position?: number | undefined;
}

export type Predicate = (doc: Doc, details?: MatchDetails) => boolean;

type Branch = (argument: unknown, name: string, variables: Variables) => Predicate;

const BRANCHES: Readonly<Record<string, Branch>> = {
  $and: (argument, name, variables) => allOf(branches(argument, name, variables)),
  $or: (argument, name, variables) => anyOf(branches(argument, name, variables)),
  $nor: (argument, name, variables) => not(anyOf(branches(argument, name, variables))),
  $expr: (argument, _name, variables) => compileExpr(argument, variables),
};

/** Turns a filter into a test; throws at once when the filter is not valid. */
export function compileFilter(filter: Doc, variables: Variables = {}): Predicate {
  const tests: Predicate[] = [];
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$comment') continue;
    tests.push(
      name.startsWith('$')
        ? compileBranch(name, argument, variables)
        : compileField(name, argument),
    );
  }
  return allOf(tests);
}

/** The test that an array element has to pass to be what `$elemMatch` or `$pull` mean. */
export const compileElement = (argument: Doc) =>
  elementTest(argument, { compileFilter, allOf, not });

function compileField(name: string, argument: unknown): Predicate {
  return compileFieldTest(splitPath(name), argument, { compileFilter, allOf, not });
}

function compileBranch(name: string, argument: unknown, variables: Variables): Predicate {
  const branch = Object.hasOwn(BRANCHES, name) ? BRANCHES[name] : undefined;
  if (branch === undefined) throw badValue(`unknown top level operator: ${name}`);
  return branch(argument, name, variables);
}

function branches(argument: unknown, name: string, variables: Variables): Predicate[] {
  if (!isArray(argument)) throw badValue(`${name} must be an array`);
  if (argument.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return argument.map((entry: unknown) => {
    if (!isDoc(entry)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileFilter(entry, variables);
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

function compileExpr(argument: unknown, variables: Variables): Predicate {
  const evaluate = compileExpression(argument, variables);
  return (doc) => truthy(evaluate(scopeOf(doc, variables)));
}

/** Refuses `$expr` where a filter has to say more than whether a document matches. */
export function forbidExpr(filter: Doc, place: string): void {
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$expr')
      throw new StoreError(224, 'QueryFeatureNotAllowed', `$expr is not allowed in ${place}`);
    if (!name.startsWith('$') || !isArray(argument)) continue;
    for (const part of argument) if (isDoc(part)) forbidExpr(part, place);
  }
}
