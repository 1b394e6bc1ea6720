import type { Doc } from '../semantics/document.js';
import type { Catalog } from './catalog.js';
import type { Collection } from './collection.js';
import { duplicateKey } from './duplicate-key.js';
import type { Records } from './records.js';
import { entriesOf, entryKey, keyIn, recordIdAtEnd, recordIdBytes } from './spaces.js';
import type { StoredIndex } from './stored-index.js';

interface IndexChange {
  readonly index: StoredIndex;
  readonly removed: readonly Buffer[];
  readonly added: readonly Buffer[];
}

/** Changes one document and all its index entries. Checks first, so that a refused change leaves no trace. */
export class RecordWriter {
  constructor(
    private readonly records: Records,
    private readonly catalog: Catalog,
  ) {}

  insert(collection: Collection, doc: Doc, bytes: Buffer): number {
    const recordId = collection.nextRecordId;
    const changes = collection.indexes.map((index) => ({
      index,
      removed: [],
      added: index.keysOf(doc),
    }));
    this.#refuseDuplicates(collection, changes, doc, recordId);
    collection.nextRecordId += 1;
    this.#apply(collection, changes, doc, recordId);
    this.records.write(collection, recordId, bytes);
    return recordId;
  }

  replace(collection: Collection, recordId: number, before: Doc, after: Doc, bytes: Buffer): void {
    const changes = collection.indexes
      .filter((index) => !index.isId)
      .map((index) => difference(index, index.keysOf(before), index.keysOf(after)));
    this.#refuseDuplicates(collection, changes, after, recordId);
    this.#apply(collection, changes, after, recordId);
    this.records.write(collection, recordId, bytes);
  }

  remove(collection: Collection, recordId: number, doc: Doc): void {
    const changes = collection.indexes.map((index) => ({
      index,
      removed: index.keysOf(doc),
      added: [],
    }));
    this.#apply(collection, changes, doc, recordId);
    this.records.remove(collection, recordId);
  }

  /** Adds a stored document to an index that is being built. */
  addToIndex(collection: Collection, index: StoredIndex, recordId: number, doc: Doc): void {
    const changes = [{ index, removed: [], added: index.keysOf(doc) }];
    this.#refuseDuplicates(collection, changes, doc, recordId);
    this.#apply(collection, changes, doc, recordId);
  }

  #refuseDuplicates(
    collection: Collection,
    changes: readonly IndexChange[],
    doc: Doc,
    recordId: number,
  ): void {
    for (const { index, added } of changes) {
      if (!index.unique) continue;
      for (const body of added) {
        if (this.#isTaken(index, body, recordId)) throw duplicateKey(collection, index, doc, body);
      }
    }
  }

  #isTaken(index: StoredIndex, body: Buffer, recordId: number): boolean {
    const { file } = this.records;
    if (index.isId) return file.has(keyIn(index.space, body));
    const holders = file.keys({ ...entriesOf(index.space, body), limit: 2 });
    return holders.some((key) => recordIdAtEnd(key) !== recordId);
  }

  #apply(
    collection: Collection,
    changes: readonly IndexChange[],
    doc: Doc,
    recordId: number,
  ): void {
    const { file } = this.records;
    for (const { index, removed, added } of changes) {
      for (const body of removed) file.remove(indexEntry(index, body, recordId));
      const value = index.isId ? recordIdBytes(recordId) : NOTHING;
      for (const body of added) file.put(indexEntry(index, body, recordId), value);
      if (added.length > 0) this.#noteArrays(collection, index, doc);
    }
  }

  #noteArrays(collection: Collection, index: StoredIndex, doc: Doc): void {
    const arrays = index.arraysIn(doc);
    const isNew = arrays.some((found, at) => found && !index.multikey[at]);
    if (!isNew) return;
    for (const [at, found] of arrays.entries()) if (found) index.multikey[at] = true;
    this.catalog.save(collection);
  }
}

const NOTHING = Buffer.alloc(0);

const indexEntry = (index: StoredIndex, body: Buffer, recordId: number) =>
  index.isId ? keyIn(index.space, body) : entryKey(index.space, body, recordId);

function difference(index: StoredIndex, before: Buffer[], after: Buffer[]): IndexChange {
  const isIn = (keys: readonly Buffer[]) => (body: Buffer) => keys.some((key) => key.equals(body));
  const wasThere = isIn(before);
  const isThere = isIn(after);
  return {
    index,
    removed: before.filter((body) => !isThere(body)),
    added: after.filter((body) => !wasThere(body)),
  };
}
