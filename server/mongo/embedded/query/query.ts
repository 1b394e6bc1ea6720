import type { Doc } from '../semantics/document.js';
import { compileFilter, type Predicate } from '../semantics/filter.js';
import { parseSort } from '../semantics/sort.js';
import type { Collection } from '../storage/collection.js';
import type { Store } from '../storage/store.js';
import { Pauses } from './pauses.js';
import { isExact, type Plan } from './plan.js';
import { choosePlan } from './planner.js';
import { PAUSE, type Row, rows } from './rows.js';
import type { ScanStats } from './scan-stats.js';
import type { SortSpec } from './sort-from-index.js';

export interface QuerySpec {
  readonly filter: Doc;
  readonly sort?: Doc | undefined;
  readonly skip?: number;
  /** 0 means all. */
  readonly limit?: number;
  readonly hint?: string | Doc | undefined;
}

/** A planned query on one collection. */
export class Query {
  readonly plan: Plan;
  readonly sort: SortSpec;
  readonly stats: ScanStats = { keys: 0, docs: 0 };
  readonly #skip: number;
  readonly #limit: number;
  readonly matches: Predicate;

  constructor(
    readonly store: Store,
    readonly collection: Collection,
    readonly spec: QuerySpec,
  ) {
    const { filter, sort = {}, skip = 0, limit = 0, hint } = spec;
    this.sort = readSort(sort);
    this.#skip = skip;
    this.#limit = limit;
    const wanted = limit > 0 ? skip + limit : 0;
    this.plan = choosePlan(store.file, collection, { filter, sort: this.sort, wanted, hint });
    // A plan is exact only for filters that it has understood whole, so those need no compiling to be valid.
    this.matches = isExact(this.plan) ? compiledWhenNeeded(filter) : compileFilter(filter);
  }

  rows(): Generator<Row | typeof PAUSE> {
    const { store, collection, stats, plan, matches, sort } = this;
    const expected = this.#limit > 0 ? this.#skip + this.#limit : 0;
    const context = { records: store.records, queue: store.queue, collection, stats, expected };
    return rows(context, { plan, matches, sort, skip: this.#skip, limit: this.#limit });
  }

  /** Hands each row over; pauses when others wait. */
  async each(handle: (row: Row) => void, pauses = new Pauses(0)): Promise<void> {
    for (const row of this.rows()) {
      if (row !== PAUSE) handle(row);
      if (pauses.isDue) await pauses.take();
    }
  }

  /** The first row, found without a pause: for use inside a write. */
  firstNow(): Row | undefined {
    for (const row of this.rows()) if (row !== PAUSE) return row;
    return undefined;
  }

  docOf(row: Row): Doc {
    return row.doc ?? this.store.records.decode(this.collection, row.recordId, row.record);
  }
}

function compiledWhenNeeded(filter: Doc): Predicate {
  let compiled: Predicate | undefined;
  return (doc, details) => {
    compiled ??= compileFilter(filter);
    return compiled(doc, details);
  };
}

export function readSort(sort: Doc): SortSpec {
  const { $natural: natural } = sort;
  if (typeof natural === 'number') return [['$natural', natural < 0 ? -1 : 1]];
  return parseSort(sort).map(({ path, direction }) => [path.join('.'), direction] as const);
}
