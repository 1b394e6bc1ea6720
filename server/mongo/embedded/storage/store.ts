import { Catalog } from './catalog.js';
import { clearDropped } from './clear-dropped.js';
import type { Collection } from './collection.js';
import { DocumentCache } from './document-cache.js';
import { RecordWriter } from './record-writer.js';
import { Records } from './records.js';
import { StoreFile } from './store-file.js';
import { WriteQueue } from './write-queue.js';

export interface StoreOptions {
  readonly path: string;
  readonly maxCacheBytes: number;
}

/** Documents and indexes in one file, with the one queue that all writes go through. */
export class Store {
  readonly file: StoreFile;
  readonly catalog: Catalog;
  readonly cache: DocumentCache;
  readonly records: Records;
  readonly writer: RecordWriter;
  readonly queue: WriteQueue;

  constructor({ path, maxCacheBytes }: StoreOptions) {
    this.file = new StoreFile(path);
    this.catalog = new Catalog(this.file);
    this.cache = new DocumentCache(maxCacheBytes);
    this.records = new Records(this.file, this.cache);
    this.writer = new RecordWriter(this.records, this.catalog);
    this.queue = new WriteQueue(this.file, () => this.catalog.reload());
  }

  /** Finishes what an earlier process left half done. */
  async recover(): Promise<void> {
    await this.queue.run(() => {
      for (const collection of this.catalog.all()) {
        for (const index of collection.indexes.filter(({ ready }) => !ready)) {
          this.catalog.dropIndex(collection, index);
        }
      }
    });
    void this.clearDropped();
  }

  /** Frees the room of dropped collections and indexes, little by little. */
  async clearDropped(): Promise<void> {
    try {
      await clearDropped(this);
    } catch {
      // A full disk or a stop: the next start carries on.
    }
  }

  /** For use inside a write. */
  findOrCreate(db: string, name: string): Collection {
    return this.catalog.find(db, name) ?? this.catalog.create(db, name);
  }

  async close(): Promise<void> {
    await this.queue.idle();
    await this.file.close();
  }
}
