import { randomBytes } from 'node:crypto';
import type { Doc } from '../semantics/document.js';
import { decodeTrusted } from './bson.js';
import type { Collection } from './collection.js';
import type { DocumentCache } from './document-cache.js';
import { keyIn, recordKey } from './spaces.js';
import type { StoreFile } from './store-file.js';

/** Before the document's own bytes: four random bytes per start and a counter. */
export const REVISION_BYTES = 8;

/** A stored document: its revision, then its BSON bytes as the client sent them. */
export class Records {
  readonly #boot = randomBytes(4);
  #writes = 0;

  constructor(
    readonly file: StoreFile,
    readonly cache: DocumentCache,
  ) {}

  read(collection: Collection, recordId: number): Buffer | undefined {
    return this.file.get(recordKey(collection.space, recordId));
  }

  decode(collection: Collection, recordId: number, record: Buffer): Doc {
    const cached = this.cache.find(collection.space, recordId, record);
    if (cached !== undefined) return cached;
    const doc = decodeTrusted(record.subarray(REVISION_BYTES));
    this.cache.keep(collection.space, recordId, record, doc);
    return doc;
  }

  /** The record that an encoded `_id` leads to. */
  recordIdOf(collection: Collection, id: Buffer): number | undefined {
    const found = this.file.peek(keyIn(collection.idIndex.space, id));
    return found?.readUIntBE(0, 6);
  }

  write(collection: Collection, recordId: number, bytes: Buffer): void {
    const record = Buffer.allocUnsafe(REVISION_BYTES + bytes.length);
    this.#writes = (this.#writes + 1) >>> 0;
    record.set(this.#boot);
    record.writeUInt32BE(this.#writes, 4);
    record.set(bytes, REVISION_BYTES);
    this.file.put(recordKey(collection.space, recordId), record);
  }

  remove(collection: Collection, recordId: number): void {
    this.file.remove(recordKey(collection.space, recordId));
  }
}
