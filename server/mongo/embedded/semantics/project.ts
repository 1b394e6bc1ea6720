import type { Doc } from './document.js';
import { located } from './errors.js';
import type { Variables } from './expression/values.js';
import { type FindOperator, findOperators } from './project-find.js';
import {
  type ProjectionPlan,
  planProjection,
  projectionEntries,
  requireSpec,
} from './projection-spec.js';
import { addComputed, exclude, include } from './projection-tree.js';

export interface ProjectionOptions {
  /** The query's filter: the positional projection `a.$` needs it. */
  readonly filter?: Doc;
  readonly now?: Date;
}

/** A `find` projection: fields, expressions, `$slice`, `$elemMatch` and `a.$`. */
export function compileProjection(spec: Doc, options: ProjectionOptions = {}): (doc: Doc) => Doc {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  const { entries, operators } = findOperators(spec, options.filter ?? {});
  const variables = { NOW: options.now ?? new Date() };
  const project = runPlan(planProjection(entries, variables), variables);
  return (doc) => applyOperators(operators, project(doc), doc);
}

/** `$project` of an aggregation. */
export function compileAggregateProjection(spec: unknown, variables: Variables): (doc: Doc) => Doc {
  const fields = requireSpec(spec, 15969, '$project specification must be an object');
  if (Object.keys(fields).length === 0) {
    throw located(51272, '$project specification must have at least one field');
  }
  return runPlan(planProjection(projectionEntries(fields), variables), variables);
}

function runPlan({ kind, node }: ProjectionPlan, variables: Variables): (doc: Doc) => Doc {
  if (kind === 'exclusion') return (doc) => exclude(node, doc);
  return (doc) => addComputed(node, include(node, doc), doc, variables);
}

function applyOperators(operators: readonly FindOperator[], projected: Doc, original: Doc): Doc {
  return operators.reduce((doc, operator) => operator(doc, original), projected);
}
