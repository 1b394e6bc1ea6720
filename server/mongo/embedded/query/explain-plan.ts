import type { Doc } from '../semantics/document.js';
import type { IndexPlan, Plan } from './plan.js';
import { isExact, isOrdered } from './plan.js';
import type { Query } from './query.js';

/** A plan as the tree of stages that MongoDB's `explain` shows. */
export function explainPlan({ plan, sort, spec }: Query): Doc {
  const filter =
    isExact(plan) || Object.keys(spec.filter).length === 0 ? {} : { filter: spec.filter };
  const found = access(plan, filter);
  const needsSort = sort.length > 0 && !isOrdered(plan) && sort[0]?.[0] !== '$natural';
  const sorted = needsSort
    ? { stage: 'SORT', sortPattern: Object.fromEntries(sort), inputStage: found }
    : found;
  const skipped = spec.skip ? { stage: 'SKIP', skipAmount: spec.skip, inputStage: sorted } : sorted;
  return spec.limit ? { stage: 'LIMIT', limitAmount: spec.limit, inputStage: skipped } : skipped;
}

function access(plan: Plan, filter: Doc): Doc {
  switch (plan.kind) {
    case 'id':
      return { stage: 'IDHACK' };
    case 'collection':
      return { stage: 'COLLSCAN', ...filter, direction: plan.reverse ? 'backward' : 'forward' };
    case 'index':
      return { stage: 'FETCH', ...filter, inputStage: indexStage(plan) };
    case 'union':
      return {
        stage: 'FETCH',
        ...filter,
        inputStage: { stage: 'OR', inputStages: plan.plans.map(scan) },
      };
  }
}

function indexStage(plan: IndexPlan): Doc {
  if (plan.streams.length <= 1) return scan(plan);
  return { stage: 'SORT_MERGE', inputStages: [scan(plan)] };
}

function scan({ index, reverse, streams }: IndexPlan): Doc {
  const { name, key, unique, sparse, partialFilterExpression } = index.spec;
  return {
    stage: 'IXSCAN',
    keyPattern: key,
    indexName: name,
    isMultiKey: index.isMultikey,
    isUnique: unique === true || index.isId,
    isSparse: sparse === true,
    isPartial: partialFilterExpression !== undefined,
    direction: reverse ? 'backward' : 'forward',
    ranges: streams.flat().length,
  };
}
