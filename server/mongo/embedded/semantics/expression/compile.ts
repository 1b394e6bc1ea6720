import { assign, type Doc, fieldOf, isArray, isDoc, type MutableDoc } from '../document.js';
import { badValue, located, StoreError } from '../errors.js';
import { checkedPath } from '../field-path.js';
import { VALUE_OPERATORS } from './operators.js';
import { SCOPED_OPERATORS } from './scoped.js';
import type { Evaluate, Scope, Variables } from './values.js';

/** Turns an aggregation expression into a function; operators outside the supported list are refused. */
export function compileExpression(expression: unknown, names: Variables): Evaluate {
  if (typeof expression === 'string') return compileString(expression, names);
  if (isArray(expression)) return compileArray(expression, names);
  if (!isDoc(expression)) return () => expression;
  const keys = Object.keys(expression);
  if (!keys.some((key) => key.startsWith('$'))) return compileObject(expression, names);
  const [name = ''] = keys;
  if (keys.length > 1) {
    throw located(15983, 'an object representing an expression must have exactly one field');
  }
  return compileOperator(name, expression[name], names);
}

function compileString(text: string, names: Variables): Evaluate {
  if (!text.startsWith('$')) return () => text;
  if (text.startsWith('$$')) return compileVariable(text.slice(2), names);
  if (text === '$') throw located(16872, `'$' by itself is not a valid FieldPath`);
  const path = checkedPath(text.slice(1));
  return (scope) => readPath(scope.current, path, 0);
}

const SYSTEM_VARIABLES = new Set(['ROOT', 'CURRENT', 'REMOVE']);

function compileVariable(text: string, names: Variables): Evaluate {
  const [name = '', ...path] = text.split('.');
  if (name === '') throw badValue('empty variable names are not allowed');
  if (path.length > 0) checkedPath(path.join('.'));
  if (!SYSTEM_VARIABLES.has(name) && !Object.hasOwn(names, name)) {
    throw located(17276, `Use of undefined variable: ${name}`);
  }
  return (scope) => readPath(variable(scope, name), path, 0);
}

function variable(scope: Scope, name: string): unknown {
  if (name === 'ROOT') return scope.root;
  if (name === 'CURRENT') return scope.current;
  if (name === 'REMOVE') return undefined;
  return scope.variables[name];
}

/** Reads a path; through an array it gives the array of what its subdocuments hold there. */
function readPath(start: unknown, path: readonly string[], from: number): unknown {
  let value = start;
  for (let index = from; index < path.length; index++) {
    if (isArray(value)) {
      return value
        .filter(isDoc)
        .map((element) => readPath(element, path, index))
        .filter((found) => found !== undefined);
    }
    if (!isDoc(value)) return undefined;
    value = fieldOf(value, path[index] as string);
  }
  return value;
}

function compileArray(expressions: readonly unknown[], names: Variables): Evaluate {
  const parts = expressions.map((part) => compileExpression(part, names));
  return (scope) => parts.map((part) => part(scope) ?? null);
}

function compileObject(expression: Doc, names: Variables): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.includes('.')) throw located(16412, `FieldPath field names may not contain '.'.`);
    return [name, compileExpression(value, names)] as const;
  });
  return (scope) => {
    const result: MutableDoc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) assign(result, name, value);
    }
    return result;
  };
}

function compileOperator(name: string, argument: unknown, names: Variables): Evaluate {
  if (name === '$literal') return () => argument;
  const scoped = Object.hasOwn(SCOPED_OPERATORS, name) ? SCOPED_OPERATORS[name] : undefined;
  if (scoped !== undefined) {
    return scoped(argument, (part, extra = {}) => compileExpression(part, { ...names, ...extra }));
  }
  const operator = Object.hasOwn(VALUE_OPERATORS, name) ? VALUE_OPERATORS[name] : undefined;
  if (operator === undefined) {
    throw new StoreError(168, 'InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  }
  const given: readonly unknown[] = isArray(argument) ? argument : [argument];
  checkArity(name, given.length, operator.least, operator.most);
  const parts = given.map((part) => compileExpression(part, names));
  const { apply } = operator;
  return (scope) => apply(parts.map((part) => part(scope)));
}

function checkArity(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  if (least === most) {
    const message = `Expression ${name} takes exactly ${least} arguments. ${given} were passed in.`;
    throw located(16020, message);
  }
  const message = `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`;
  throw located(28667, message);
}
