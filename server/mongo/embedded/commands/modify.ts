import { Query } from '../query/query.js';
import type { Row } from '../query/rows.js';
import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import type { CompiledUpdate } from '../semantics/update.js';
import type { Collection } from '../storage/collection.js';
import type { Store } from '../storage/store.js';
import { fromDoc } from './stored-document.js';

/** Which documents of which collection a write is about. */
export interface Target {
  readonly store: Store;
  readonly db: string;
  readonly name: string;
  readonly filter: Doc;
  readonly sort?: Doc | undefined;
  readonly hint?: string | Doc | undefined;
}

export interface Found {
  readonly collection: Collection;
  readonly recordId: number;
  readonly doc: Doc;
}

/** How often a write starts anew when others change what it had found. */
const MAX_ATTEMPTS = 50;

/**
 * Finds one document and hands it to `change` within one write, or null when there is none. A search that
 * may take long is made before the write, and what it found is checked again inside.
 */
export async function changeOne<T>(target: Target, change: (found: Found | null) => T): Promise<T> {
  const { store, db, name } = target;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const collection = store.catalog.find(db, name);
    const query = collection && queryFor(target, collection);
    const isQuick = query === undefined || isQuickToFind(query);
    const candidate = isQuick ? undefined : await firstOf(query);
    const outcome = await store.queue.run(() => {
      const current = store.catalog.find(db, name);
      if (current === undefined) return { value: change(null) };
      if (isQuick) return { value: change(findNow(target, current)) };
      if (candidate === undefined) return { value: change(null) };
      const found = stillMatching(query as Query, current, candidate.recordId);
      return found === null ? null : { value: change(found) };
    });
    if (outcome !== null) return outcome.value;
  }
  throw new StoreError(
    112,
    'WriteConflict',
    'The document kept changing while it was being written',
  );
}

export const queryFor = ({ store, filter, sort, hint }: Target, collection: Collection): Query =>
  new Query(store, collection, { filter, sort, hint, limit: 1 });

/** True when the plan leads straight to the document, so that it can be followed inside a write. */
function isQuickToFind({ plan, sort }: Query): boolean {
  if (plan.kind === 'id') return true;
  if (plan.kind !== 'index') return false;
  return plan.wholeKeys || (plan.exact && (plan.ordered || sort.length === 0));
}

async function firstOf(query: Query): Promise<Row | undefined> {
  let first: Row | undefined;
  await query.each((row) => {
    first ??= row;
  });
  return first;
}

function findNow(target: Target, collection: Collection): Found | null {
  const query = queryFor(target, collection);
  const row = query.firstNow();
  if (row === undefined) return null;
  return { collection, recordId: row.recordId, doc: query.docOf(row) };
}

export function stillMatching(
  query: Query,
  collection: Collection,
  recordId: number,
): Found | null {
  const { records } = query.store;
  const record = records.read(collection, recordId);
  if (record === undefined) return null;
  const doc = records.decode(collection, recordId, record);
  return query.matches(doc) ? { collection, recordId, doc } : null;
}

/** Applies an update to a document found; null when it changes nothing. For use inside a write. */
export function applyTo(store: Store, found: Found, update: CompiledUpdate): Doc | null {
  const { collection, recordId, doc } = found;
  const changed = update.apply(doc);
  if (changed === doc) return null;
  const stored = fromDoc(changed);
  store.writer.replace(collection, recordId, doc, stored.doc, stored.bytes);
  return stored.doc;
}

/** Inserts what an upsert makes of nothing. For use inside a write. */
export function insertUpsert(store: Store, db: string, name: string, update: CompiledUpdate): Doc {
  const stored = fromDoc(update.upsert());
  store.writer.insert(store.findOrCreate(db, name), stored.doc, stored.bytes);
  return stored.doc;
}
