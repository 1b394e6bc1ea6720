import type { StoredIndex } from '../storage/stored-index.js';
import type { IndexRange } from './index-bounds.js';

/** All documents, in the order in which they were inserted. */
export interface CollectionPlan {
  readonly kind: 'collection';
  readonly reverse: boolean;
}

/** One document by its encoded `_id`. */
export interface IdPlan {
  readonly kind: 'id';
  readonly key: Buffer;
}

export interface IndexPlan {
  readonly kind: 'index';
  readonly index: StoredIndex;
  /** Stretches of the index; several lists are merged by what follows their common beginning. */
  readonly streams: readonly (readonly IndexRange[])[];
  readonly reverse: boolean;
  /** True when documents come in the order asked for. */
  readonly ordered: boolean;
  /** True when all documents found match the filter. */
  readonly exact: boolean;
  readonly bounded: number;
  readonly wholeKeys: boolean;
}

/** What several index plans find, each document once. */
export interface UnionPlan {
  readonly kind: 'union';
  readonly plans: readonly IndexPlan[];
  readonly exact: boolean;
}

export type Plan = CollectionPlan | IdPlan | IndexPlan | UnionPlan;

export const isExact = (plan: Plan): boolean =>
  plan.kind === 'id' || (plan.kind !== 'collection' && plan.exact);

export const isOrdered = (plan: Plan): boolean => plan.kind === 'index' && plan.ordered;
