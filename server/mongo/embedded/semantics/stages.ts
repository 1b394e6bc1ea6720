import { type Doc, isArray, isDoc } from './document.js';
import { failedToParse, located } from './errors.js';
import { compileExpression } from './expression/compile.js';
import type { Variables } from './expression/values.js';
import { compileFilter } from './filter.js';
import { isNumeric } from './numbers.js';
import type { Stage, StageCompiler } from './pipeline.js';
import { compileAggregateProjection } from './project.js';
import { parseSort, sortDocuments } from './sort.js';
import { compileAddFields, compileUnset } from './stage-fields.js';
import { compileGroup } from './stage-group.js';
import { compileLookup } from './stage-join.js';
import { compileReplaceRoot, compileUnwind } from './stage-shape.js';

type CompileStage = (argument: unknown, variables: Variables, compile: StageCompiler) => Stage;

/** The stages that are offered; all others are refused by name. */
export const STAGES: Readonly<Record<string, CompileStage>> = {
  $match: (argument, variables) => {
    if (!isDoc(argument))
      throw located(15959, 'the match filter must be an expression in an object');
    const matches = compileFilter(argument, variables);
    return (docs) => docs.filter((doc) => matches(doc));
  },
  $project: (argument, variables) => each(compileAggregateProjection(argument, variables)),
  $addFields: (argument, variables) => each(compileAddFields(argument, variables)),
  $set: (argument, variables) => each(compileAddFields(argument, variables)),
  $unset: (argument) => each(compileUnset(argument)),
  $replaceRoot: (argument, variables) => each(compileReplaceRoot(argument, variables)),
  $replaceWith: (argument, variables) => each(compileReplaceRoot({ newRoot: argument }, variables)),
  $sort: compileSort,
  $limit: (argument) => {
    const limit = count(argument, 5107201, '$limit');
    if (limit === 0) throw located(15958, 'the limit must be positive');
    return (docs) => docs.slice(0, limit);
  },
  $skip: (argument) => {
    const skip = count(argument, 5107200, '$skip');
    return (docs) => docs.slice(skip);
  },
  $group: (argument, variables) => compileGroup(argument, variables),
  $unwind: (argument) => compileUnwind(argument),
  $lookup: compileLookup,
  $unionWith: compileUnionWith,
  $facet: compileFacet,
  $count: compileCount,
  $sortByCount: compileSortByCount,
  $sample: compileSample,
};

const each =
  (change: (doc: Doc) => Doc): Stage =>
  (docs) =>
    docs.map(change);

function compileSort(argument: unknown): Stage {
  if (!isDoc(argument)) throw located(15973, 'the $sort key specification must be an object');
  if (Object.keys(argument).length === 0)
    throw located(15976, '$sort stage must have at least one sort key');
  parseSort(argument);
  return (docs) => sortDocuments(docs, argument);
}

function count(argument: unknown, code: number, name: string): number {
  if (!isNumeric(argument) || !Number.isInteger(Number(argument)) || Number(argument) < 0) {
    throw located(code, `invalid argument to ${name} stage: expected a non-negative integer`);
  }
  return Number(argument);
}

function compileUnionWith(argument: unknown, _variables: Variables, compile: StageCompiler): Stage {
  if (typeof argument !== 'string' && !isDoc(argument)) {
    throw failedToParse('the $unionWith stage specification must be an object or string');
  }
  const { coll, pipeline = [] } = typeof argument === 'string' ? { coll: argument } : argument;
  if (typeof coll !== 'string') throw failedToParse('$unionWith needs a collection');
  if (!isArray(pipeline)) throw located(14, '$unionWith pipeline must be an array');
  const steps = compile(pipeline);
  return async (docs, context) => {
    let others: readonly Doc[] = await context.find(coll, {});
    for (const step of steps) others = await step(others, context);
    return [...docs, ...others];
  };
}

function compileFacet(argument: unknown, _variables: Variables, compile: StageCompiler): Stage {
  if (!isDoc(argument)) throw located(40169, `the $facet specification must be a non-empty object`);
  const facets = Object.entries(argument).map(([name, stages]) => {
    if (!isArray(stages))
      throw located(40170, `arguments to $facet must be arrays, ${name} is not`);
    const nested = stages.some((stage) => isDoc(stage) && Object.hasOwn(stage, '$facet'));
    if (nested) throw located(40600, '$facet is not allowed to be used within a $facet stage');
    return { name, steps: compile(stages) };
  });
  if (facets.length === 0)
    throw located(40169, 'the $facet specification must be a non-empty object');
  return async (docs, context) => {
    const result: Record<string, unknown> = {};
    for (const { name, steps } of facets) {
      let part = docs;
      for (const step of steps) part = await step(part, context);
      result[name] = part;
    }
    return [result];
  };
}

function compileCount(argument: unknown): Stage {
  if (typeof argument !== 'string')
    throw located(40156, 'the count field must be a non-empty string');
  if (argument === '') throw located(40157, 'the count field must be a non-empty string');
  if (argument.startsWith('$')) throw located(40158, `the count field cannot be a $-prefixed path`);
  if (argument.includes('.')) throw located(40160, `the count field cannot contain '.'`);
  return (docs) => (docs.length === 0 ? [] : [{ [argument]: docs.length }]);
}

function compileSortByCount(argument: unknown, variables: Variables): Stage {
  const isPath = typeof argument === 'string' && argument.startsWith('$');
  const isExpression = isDoc(argument) && Object.keys(argument)[0]?.startsWith('$') === true;
  if (!isPath && !isExpression)
    throw located(
      typeof argument === 'string' ? 40148 : 40149,
      'the sortByCount field must be a $-prefixed path or an expression',
    );
  compileExpression(argument, variables);
  const group = compileGroup({ _id: argument, count: { $sum: 1 } }, variables);
  return (docs) => sortDocuments(group(docs), { count: -1 });
}

/** Draws without repetition, as MongoDB's random sort does. */
function compileSample(argument: unknown): Stage {
  if (!isDoc(argument)) throw located(28745, 'the $sample stage specification must be an object');
  const { size } = argument;
  if (size === undefined) throw located(28749, '$sample stage must specify a size');
  if (!isNumeric(size)) throw located(28746, 'size argument to $sample must be a number');
  if (Number(size) < 0) throw located(28747, 'size argument to $sample must not be negative');
  return (docs) => {
    const drawn = docs.map((doc) => ({ doc, ticket: Math.random() }));
    drawn.sort((a, b) => a.ticket - b.ticket);
    return drawn.slice(0, Number(size)).map(({ doc }) => doc);
  };
}
