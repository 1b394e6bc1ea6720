import type { QuerySpec } from '../query/query.js';
import { type Doc, isDoc } from '../semantics/document.js';
import { isNumeric } from '../semantics/numbers.js';

/** The leading stages of a pipeline as a query that indexes can answer, and the stages that remain. */
export interface SplitPipeline {
  readonly spec: QuerySpec;
  readonly rest: readonly Doc[];
}

/** Takes `$match`es, then one `$sort`, one `$skip` and one `$limit`, in this order, off the front. */
export function splitPipeline(
  stages: readonly Doc[],
  hint: string | Doc | undefined,
): SplitPipeline {
  let at = 0;
  const filters: Doc[] = [];
  for (let match = stages[at]?.$match; isDoc(match); match = stages[at]?.$match) {
    filters.push(match);
    at += 1;
  }
  const sort = stages[at]?.$sort;
  const sorts = isDoc(sort) && Object.values(sort).every(isNumeric);
  if (sorts) at += 1;
  const skip = wholeNumber(stages[at]?.$skip);
  if (skip !== undefined) at += 1;
  const limit = wholeNumber(stages[at]?.$limit);
  if (limit !== undefined && limit > 0) at += 1;
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return {
    spec: { filter, sort: sorts ? sort : {}, skip: skip ?? 0, limit: limit ?? 0, hint },
    rest: stages.slice(at),
  };
}

function wholeNumber(value: unknown): number | undefined {
  if (!isNumeric(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The field under which a pipeline of nothing but a count reports it, as drivers write `countDocuments`. */
export function countField(
  rest: readonly Doc[],
): { readonly name: string; readonly id?: unknown } | null {
  const [stage, ...more] = rest;
  if (stage === undefined || more.length > 0) return null;
  if (typeof stage.$count === 'string' && /^[^$.\0]+$/.test(stage.$count))
    return { name: stage.$count };
  const group = stage.$group;
  if (!isDoc(group)) return null;
  const [[idName, id] = [], [name, sum] = [], ...others] = Object.entries(group);
  const isConstant = id === null || isNumeric(id);
  if (idName !== '_id' || !isConstant || name === undefined || others.length > 0) return null;
  const isOne = isDoc(sum) && Object.keys(sum).length === 1 && Number(sum.$sum) === 1;
  return isOne && isNumeric(sum.$sum) ? { name, id } : null;
}
