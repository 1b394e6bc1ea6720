import type { Doc } from '../document.js';
import { isNumeric } from '../numbers.js';

/** The `$$names` that are bound around an expression. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an expression sees: the document, `$$CURRENT`, and the variables. */
export interface Scope {
  readonly root: Doc;
  readonly current: unknown;
  readonly variables: Variables;
}

/** A compiled expression; `undefined` is MongoDB's "missing". */
export type Evaluate = (scope: Scope) => unknown;

export const scopeOf = (doc: Doc, variables: Variables = {}): Scope => ({
  root: doc,
  current: doc,
  variables,
});

/** Missing, null, false and zero are false; all else is true, the empty string and NaN included. */
export function truthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || Number(value) !== 0;
}

export const isNullish = (value: unknown): value is null | undefined =>
  value === null || value === undefined;
