import type { Doc } from '../semantics/document.js';
import { badValue } from '../semantics/errors.js';
import type { Collection } from '../storage/collection.js';
import { KeyWriter } from '../storage/key-encoding.js';
import type { StoreFile } from '../storage/store-file.js';
import type { StoredIndex } from '../storage/stored-index.js';
import { type Conjunction, isOperators, isPlain, readConjunction } from './conjunction.js';
import { indexCandidates, unionOf } from './index-candidates.js';
import type { IndexPlan, Plan } from './plan.js';
import { cheapest, isIdeal } from './plan-cost.js';
import type { SortSpec } from './sort-from-index.js';

export interface PlanRequest {
  readonly filter: Doc;
  readonly sort: SortSpec;
  /** How many documents are wanted, skipped ones included; 0 means all. */
  readonly wanted: number;
  readonly hint?: string | Doc | undefined;
}

const ids = new KeyWriter();

/** Chooses how to find the documents that a filter matches. */
export function choosePlan(file: StoreFile, collection: Collection, request: PlanRequest): Plan {
  const { filter, sort, hint } = request;
  const natural = naturalOrder(hint) ?? (sort[0]?.[0] === '$natural' ? sort[0][1] : undefined);
  if (natural !== undefined) return { kind: 'collection', reverse: natural < 0 };
  const id = hint === undefined ? idKey(filter) : undefined;
  if (id !== undefined) return { kind: 'id', key: id };
  const base = readConjunction(filter);
  if (hint !== undefined) return hinted(file, collection, base, request, hint);
  const indexes = touchedBy(collection.indexes, base, sort);
  const lookup = lookupByKey(indexes, base, sort);
  if (lookup !== undefined) return lookup;
  const plans: IndexPlan[] = [];
  for (const index of indexes) {
    const candidates = indexCandidates(index, base, sort);
    const ideal = candidates.find(isIdeal);
    if (ideal !== undefined) return ideal;
    plans.push(...candidates);
  }
  const useful = plans.filter((plan) => plan.bounded > 0 || (sort.length > 0 && plan.ordered));
  const best = cheapest(file, useful, request);
  if (best !== null && best.bounded > 0) return best;
  const union = unionOf(base, (branch) => bestForBranch(file, collection, branch));
  return union ?? best ?? { kind: 'collection', reverse: false };
}

/**
 * The indexes that begin with a field of the filter or the first of the sort; no other can help, and to find that out from
 * its bounds takes longer in a collection with dozens of them. An `$or` may touch anything.
 */
function touchedBy(
  indexes: readonly StoredIndex[],
  base: Conjunction,
  sort: SortSpec,
): readonly StoredIndex[] {
  if (base.alternatives.length > 0) return indexes;
  const touched = new Set(base.tests.map(({ path }) => path));
  if (sort[0] !== undefined) touched.add(sort[0][0]);
  return indexes.filter(({ fields: [first] }) => first !== undefined && touched.has(first.name));
}

/** A look-up by whole unique keys finds one document for each at most: nothing else can be better. */
function lookupByKey(
  indexes: readonly StoredIndex[],
  base: Conjunction,
  sort: SortSpec,
): IndexPlan | undefined {
  return indexes
    .filter(({ unique }) => unique)
    .flatMap((index) => indexCandidates(index, base, sort))
    .find(({ wholeKeys, bounded, index }) => wholeKeys && bounded === index.fields.length);
}

/** The `_id` that a filter asks for, encoded, when it asks for nothing else. */
function idKey(filter: Doc): Buffer | undefined {
  for (const name in filter) if (name !== '_id') return undefined;
  const { _id: clause } = filter;
  const value = isOperators(clause) && Object.keys(clause).length === 1 ? clause.$eq : clause;
  return isPlain(value) ? ids.reset().field(value, false).takeBody() : undefined;
}

function bestForBranch(
  file: StoreFile,
  collection: Collection,
  branch: Conjunction,
): IndexPlan | null {
  const indexes = touchedBy(collection.indexes, branch, []);
  const plans = indexes.flatMap((index) => indexCandidates(index, branch, []));
  const bounded = plans.filter((plan) => plan.bounded > 0);
  return cheapest(file, bounded, { filter: {}, sort: [], wanted: 0 });
}

function naturalOrder(hint: string | Doc | undefined): number | undefined {
  if (typeof hint !== 'object') return undefined;
  return typeof hint.$natural === 'number' ? hint.$natural : undefined;
}

function hinted(
  file: StoreFile,
  collection: Collection,
  base: Conjunction,
  request: PlanRequest,
  hint: string | Doc,
): Plan {
  const index = collection.indexes.find((candidate) => isHinted(candidate, hint));
  if (index === undefined) {
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  const plans = indexCandidates(index, base, request.sort);
  return cheapest(file, plans, request) ?? { kind: 'collection', reverse: false };
}

export function isHinted(index: StoredIndex, hint: string | Doc): boolean {
  if (typeof hint === 'string') return index.spec.name === hint;
  return JSON.stringify(index.spec.key) === JSON.stringify(hint);
}
