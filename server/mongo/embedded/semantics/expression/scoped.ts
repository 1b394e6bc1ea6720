import { type Doc, isArray, isDoc } from '../document.js';
import { failedToParse, located, StoreError } from '../errors.js';
import { typeName } from '../type-names.js';
import { type Evaluate, isNullish, type Scope, truthy, type Variables } from './values.js';

type Compile = (expression: unknown, extra?: Variables) => Evaluate;
type ScopedOperator = (argument: unknown, compile: Compile) => Evaluate;

/** Operators that do not simply take evaluated arguments: they choose what to evaluate, or bind variables. */
export const SCOPED_OPERATORS: Readonly<Record<string, ScopedOperator>> = {
  $and: (argument, compile) => {
    const parts = listOf(argument).map((part) => compile(part));
    return (scope) => parts.every((part) => truthy(part(scope)));
  },
  $or: (argument, compile) => {
    const parts = listOf(argument).map((part) => compile(part));
    return (scope) => parts.some((part) => truthy(part(scope)));
  },
  $cond: compileCond,
  $ifNull: compileIfNull,
  $switch: compileSwitch,
  $let: compileLet,
  $map: compileMap,
  $filter: compileFilterArray,
  $reduce: compileReduce,
};

const listOf = (argument: unknown): readonly unknown[] =>
  isArray(argument) ? argument : [argument];

function compileCond(argument: unknown, compile: Compile): Evaluate {
  const [test, yes, no] = condParts(argument).map((part) => compile(part)) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  return (scope) => (truthy(test(scope)) ? yes(scope) : no(scope));
}

function condParts(argument: unknown): readonly unknown[] {
  if (!isDoc(argument)) {
    const parts = listOf(argument);
    if (parts.length === 3) return parts;
    throw located(
      16020,
      `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`,
    );
  }
  checkNames(argument, ['if', 'then', 'else'], 17083);
  for (const [index, name] of ['if', 'then', 'else'].entries()) {
    if (Object.hasOwn(argument, name)) continue;
    throw located(17080 + index, `Missing '${name}' parameter to $cond`);
  }
  return [argument.if, argument.then, argument.else];
}

function compileIfNull(argument: unknown, compile: Compile): Evaluate {
  const parts = listOf(argument).map((part) => compile(part));
  if (parts.length < 2) throw located(1257300, '$ifNull needs at least two arguments');
  const last = parts.length - 1;
  return (scope) => {
    for (const [index, part] of parts.entries()) {
      const value = part(scope);
      if (index === last || !isNullish(value)) return value;
    }
    return undefined;
  };
}

function compileSwitch(argument: unknown, compile: Compile): Evaluate {
  if (!isDoc(argument)) throw located(40060, '$switch requires an object as an argument');
  checkNames(argument, ['branches', 'default'], 40067);
  const { branches } = argument;
  if (!isArray(branches)) throw located(40061, `$switch expected an array for 'branches'`);
  if (branches.length === 0) throw located(40068, '$switch requires at least one branch');
  const cases = branches.map((branch: unknown) => {
    if (!isDoc(branch)) throw located(40062, '$switch expected each branch to be an object');
    checkNames(branch, ['case', 'then'], 40063);
    if (branch.case === undefined)
      throw located(40064, `$switch requires each branch have a 'case'`);
    if (branch.then === undefined)
      throw located(40065, `$switch requires each branch have a 'then'.`);
    return { test: compile(branch.case), result: compile(branch.then) };
  });
  const otherwise = Object.hasOwn(argument, 'default') ? compile(argument.default) : undefined;
  return (scope) => {
    const found = cases.find(({ test }) => truthy(test(scope)));
    if (found !== undefined) return found.result(scope);
    if (otherwise !== undefined) return otherwise(scope);
    throw located(40066, '$switch could not find a matching branch for an input');
  };
}

function compileLet(argument: unknown, compile: Compile): Evaluate {
  if (!isDoc(argument)) throw located(16874, '$let only supports an object as its argument');
  checkNames(argument, ['vars', 'in'], 16875);
  const { vars } = argument;
  if (!isDoc(vars)) throw located(16876, `Missing 'vars' parameter to $let`);
  if (argument.in === undefined) throw located(16877, `Missing 'in' parameter to $let`);
  const bound = Object.entries(vars).map(([name, value]) => {
    return [variableName(name), compile(value)] as const;
  });
  const body = compile(argument.in, Object.fromEntries(bound));
  return (scope) =>
    body(bind(scope, Object.fromEntries(bound.map(([name, value]) => [name, value(scope)]))));
}

function compileMap(argument: unknown, compile: Compile): Evaluate {
  if (!isDoc(argument)) throw located(16878, '$map only supports an object as its argument');
  checkNames(argument, ['input', 'as', 'in'], 16879);
  if (argument.input === undefined) throw located(16880, `Missing 'input' parameter to $map`);
  if (argument.in === undefined) throw located(16882, `Missing 'in' parameter to $map`);
  const input = compile(argument.input);
  const name = elementName(argument.as);
  const body = compile(argument.in, { [name]: undefined });
  return (scope) => {
    const array = arrayOrNull(input(scope), 16883, 'input to $map');
    return array?.map((element) => body(bind(scope, { [name]: element })) ?? null) ?? null;
  };
}

function compileFilterArray(argument: unknown, compile: Compile): Evaluate {
  if (!isDoc(argument)) throw located(28646, '$filter only supports an object as its argument');
  checkNames(argument, ['input', 'as', 'cond', 'limit'], 28647);
  if (argument.input === undefined) throw located(28648, `Missing 'input' parameter to $filter`);
  if (argument.cond === undefined) throw located(28650, `Missing 'cond' parameter to $filter`);
  const input = compile(argument.input);
  const name = elementName(argument.as);
  const test = compile(argument.cond, { [name]: undefined });
  const limit = compile(argument.limit ?? null);
  return (scope) => {
    const array = arrayOrNull(input(scope), 28651, 'input to $filter');
    if (array === null) return null;
    const most = limit(scope);
    if (!isNullish(most) && !(Number.isInteger(most) && Number(most) >= 1)) {
      throw located(327392, '$filter: limit must be a positive 32-bit integer');
    }
    const kept = array.filter((element) => truthy(test(bind(scope, { [name]: element }))));
    return isNullish(most) ? kept : kept.slice(0, Number(most));
  };
}

function compileReduce(argument: unknown, compile: Compile): Evaluate {
  if (!isDoc(argument)) throw located(40075, '$reduce requires an object as an argument');
  checkNames(argument, ['input', 'initialValue', 'in'], 40076);
  const { input, initialValue, in: body } = argument;
  if (input === undefined) throw located(40077, `$reduce requires 'input' to be specified`);
  if (initialValue === undefined) throw located(40078, `$reduce requires 'initialValue'`);
  if (body === undefined) throw located(40079, `$reduce requires 'in' to be specified`);
  const [array, start, step] = [
    compile(input),
    compile(initialValue),
    compile(body, { value: undefined, this: undefined }),
  ];
  return (scope) => {
    const elements = arrayOrNull(array(scope), 40080, '$reduce input');
    if (elements === null) return null;
    return elements.reduce<unknown>(
      (value, element) => step(bind(scope, { value, this: element })),
      start(scope),
    );
  };
}

const bind = (scope: Scope, variables: Variables): Scope => ({
  ...scope,
  variables: { ...scope.variables, ...variables },
});

function arrayOrNull(value: unknown, code: number, what: string): readonly unknown[] | null {
  if (isNullish(value)) return null;
  if (isArray(value)) return value;
  throw located(code, `${what} must be an array not ${typeName(value)}`);
}

const elementName = (as: unknown) => (as === undefined ? 'this' : variableName(as));

/** User variables start with a small letter, so that the system's own stay apart. */
function variableName(name: unknown): string {
  if (typeof name !== 'string') throw located(16866, 'empty variable names are not allowed');
  if (/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) return name;
  throw failedToParse(`'${name}' starts with an invalid character for a user variable name`);
}

function checkNames(argument: Doc, allowed: readonly string[], code: number): void {
  const strange = Object.keys(argument).find((name) => !allowed.includes(name));
  if (strange !== undefined)
    throw new StoreError(code, `Location${code}`, `Unrecognized parameter: ${strange}`);
}
