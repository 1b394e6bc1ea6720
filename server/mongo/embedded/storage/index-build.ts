import type { Collection } from './collection.js';
import { recordIdAtEnd, recordKey, spaceRange } from './spaces.js';
import type { Store } from './store.js';
import type { IndexSpec, StoredIndex } from './stored-index.js';

const DOCUMENTS_PER_WRITE = 250;

/**
 * Creates an index and adds the documents that are there, some per write. Meanwhile other writes maintain the
 * index, and no query uses it; when a document does not fit, it is taken away again.
 */
export async function buildIndex(
  store: Store,
  collection: Collection,
  spec: IndexSpec,
): Promise<void> {
  const { catalog, queue, file } = store;
  const index = await queue.run(() => {
    const isEmpty = file.keys({ ...spaceRange(collection.space), limit: 1 }).length === 0;
    return catalog.addIndex(collection, spec, isEmpty);
  });
  if (index.ready) return;
  try {
    let from = 0;
    while (from >= 0) from = await queue.run(() => addSome(store, collection, index, from));
    await queue.run(() => {
      index.ready = true;
      catalog.save(collection);
    });
  } catch (error) {
    await queue.run(() => {
      if (collection.indexes.includes(index)) catalog.dropIndex(collection, index);
    });
    void store.clearDropped();
    throw error;
  }
}

/** Returns the record to go on with; -1 at the end. */
function addSome(store: Store, collection: Collection, index: StoredIndex, from: number): number {
  const { file, records, writer } = store;
  const { end } = spaceRange(collection.space);
  const start = recordKey(collection.space, from);
  const entries = file.entries({ start, end, limit: DOCUMENTS_PER_WRITE });
  for (const { key, value } of entries) {
    const recordId = recordIdAtEnd(key);
    writer.addToIndex(collection, index, recordId, records.decode(collection, recordId, value));
  }
  const last = entries.at(-1);
  return last === undefined || entries.length < DOCUMENTS_PER_WRITE
    ? -1
    : recordIdAtEnd(last.key) + 1;
}
