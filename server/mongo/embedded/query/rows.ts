import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import type { Predicate } from '../semantics/filter.js';
import { sortDocuments } from '../semantics/sort.js';
import { isExact, isOrdered, type Plan } from './plan.js';
import { recordIds, type ScanContext } from './record-ids.js';
import type { SortSpec } from './sort-from-index.js';

/** A document found; decoded only when something needs its fields. */
export interface Row {
  readonly recordId: number;
  readonly record: Buffer;
  readonly doc: Doc | null;
}

export interface RowRequest {
  readonly plan: Plan;
  readonly matches: Predicate;
  readonly sort: SortSpec;
  readonly skip: number;
  /** 0 means all. */
  readonly limit: number;
}

/** A place where the scan may pause; comes at least once in so many documents looked at. */
export const PAUSE = null;
const PAUSE_EVERY = 64;
/** What a blocking sort may hold, as in MongoDB. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Documents that match, in order, after skip and limit, with pauses in between. */
export function* rows(context: ScanContext, request: RowRequest): Generator<Row | typeof PAUSE> {
  const { plan, sort, skip, limit } = request;
  const needsSort = sort.length > 0 && sort[0]?.[0] !== '$natural' && !isOrdered(plan);
  const found = needsSort ? sorted(context, request) : matching(context, request);
  let position = 0;
  for (const row of found) {
    if (row === PAUSE) {
      yield PAUSE;
      continue;
    }
    position += 1;
    if (position <= skip) continue;
    yield row;
    if (limit > 0 && position >= skip + limit) return;
  }
}

function* matching(context: ScanContext, { plan, matches }: RowRequest) {
  const { records, queue, collection, stats } = context;
  const startedAt = queue.commits;
  const isPrecise = isExact(plan);
  let examined = 0;
  for (const recordId of recordIds(context, plan)) {
    examined += 1;
    if (examined % PAUSE_EVERY === 0) yield PAUSE;
    const record = records.read(collection, recordId);
    // Removed since its index entry was read.
    if (record === undefined) continue;
    stats.docs += 1;
    // A write since the start may have changed the document after its index entry was read.
    const needsCheck = !isPrecise || queue.commits !== startedAt;
    const doc = needsCheck ? records.decode(collection, recordId, record) : null;
    if (doc === null || matches(doc)) yield { recordId, record, doc };
  }
}

function* sorted(context: ScanContext, request: RowRequest): Generator<Row | typeof PAUSE> {
  const { sort, skip, limit } = request;
  const wanted = limit > 0 ? skip + limit : undefined;
  const spec = Object.fromEntries(sort);
  const { records, collection } = context;
  let held = new Map<Doc, Row>();
  let bytes = 0;
  for (const row of matching(context, request)) {
    if (row === PAUSE) {
      yield PAUSE;
      continue;
    }
    const doc = row.doc ?? records.decode(collection, row.recordId, row.record);
    held.set(doc, row);
    bytes += row.record.length;
    if (wanted !== undefined && held.size > wanted * 2 + 1000) {
      held = inOrder(held, spec, wanted);
      bytes = [...held.values()].reduce((sum, { record }) => sum + record.length, 0);
    }
    if (bytes > MAX_SORT_BYTES) throw sortTooLarge();
  }
  yield* inOrder(held, spec, wanted).values();
}

function inOrder(held: ReadonlyMap<Doc, Row>, spec: Doc, wanted: number | undefined) {
  const docs = sortDocuments([...held.keys()], spec, wanted);
  return new Map(docs.map((doc) => [doc, held.get(doc) as Row]));
}

function sortTooLarge(): StoreError {
  return new StoreError(
    292,
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    'Sort exceeded memory limit of 104857600 bytes',
  );
}
