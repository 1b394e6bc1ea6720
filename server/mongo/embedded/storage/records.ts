import { randomBytes } from 'node:crypto';
import type { Doc } from '../semantics/document.js';
import { decodeTrusted } from './bson.js';
import type { Collection } from './collection.js';
import type { DocumentCache } from './document-cache.js';
import { keyIn, RECORD_ID_BYTES, recordKey } from './spaces.js';
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
    return copyOf(this.file.peek(recordKey(collection.space, recordId)));
  }

  /** The bytes of the document that an encoded `_id` leads to. */
  documentOf(collection: Collection, id: Buffer): Buffer | undefined {
    const found = this.file.peekSteady(keyIn(collection.idIndex.space, id));
    if (found === undefined) return undefined;
    const key = recordKey(collection.space, found.readUIntBE(0, RECORD_ID_BYTES));
    return copyOf(this.file.peekSteady(key), REVISION_BYTES);
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

/** Out of LMDB's buffer into one of Node's pool: an allocation for each document keeps the collector busy. */
function copyOf(shared: Buffer | undefined, from = 0): Buffer | undefined {
  if (shared === undefined) return undefined;
  const length = shared.length - from;
  const copy = Buffer.allocUnsafe(length);
  // Not with `Buffer.copy`, which takes the length that LMDB has set for that of the whole buffer.
  copy.set(new Uint8Array(shared.buffer, shared.byteOffset + from, length));
  return copy;
}
