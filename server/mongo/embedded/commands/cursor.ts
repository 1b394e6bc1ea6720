import { Pauses } from '../query/pauses.js';
import { CursorReply } from '../wire/reply.js';
import type { CursorRegistry } from './cursor-registry.js';

export const DEFAULT_FIRST_BATCH = 101;
export const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Bytes of the next document; null where the source lets others go first. */
export type ByteSource = Iterator<Uint8Array | null>;

/** An answer that is handed out in batches. */
export class Cursor {
  #ahead: Uint8Array | undefined;
  #isDone = false;

  constructor(
    readonly namespace: string,
    private readonly source: ByteSource,
  ) {}

  get isDone(): boolean {
    return this.#isDone && this.#ahead === undefined;
  }

  /** Up to so many documents, or as many as fit into a message; looks one ahead to know the end. */
  async next(count: number, maxMilliseconds: number): Promise<Uint8Array[]> {
    const batch: Uint8Array[] = [];
    if (count === 0) return batch;
    const pauses = new Pauses(maxMilliseconds);
    let bytes = 0;
    while (!this.isDone) {
      const document = this.#ahead ?? (await this.#read(pauses));
      this.#ahead = undefined;
      if (document === undefined) break;
      bytes += document.length;
      const isFull = batch.length >= count || (bytes > MAX_BATCH_BYTES && batch.length > 0);
      if (isFull) {
        this.#ahead = document;
        break;
      }
      batch.push(document);
    }
    return batch;
  }

  #read(pauses: Pauses): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    const next = this.source.next();
    if (next.done === true) {
      this.#isDone = true;
      return undefined;
    }
    if (next.value !== null && !pauses.isDue) return next.value;
    return this.#readOn(next.value, pauses);
  }

  async #readOn(found: Uint8Array | null, pauses: Pauses): Promise<Uint8Array | undefined> {
    let value = found;
    for (;;) {
      if (pauses.isDue) await pauses.take();
      if (value !== null) return value;
      const next = this.source.next();
      if (next.done === true) {
        this.#isDone = true;
        return undefined;
      }
      ({ value } = next);
    }
  }
}

export interface FirstBatch {
  readonly batchSize: number;
  readonly singleBatch: boolean;
  readonly maxMilliseconds: number;
}

/** The first batch; what is left stays open for `getMore`. */
export async function firstReply(
  cursors: CursorRegistry,
  cursor: Cursor,
  { batchSize, singleBatch, maxMilliseconds }: FirstBatch,
): Promise<CursorReply> {
  const documents = await cursor.next(batchSize, maxMilliseconds);
  const id = singleBatch || cursor.isDone ? 0n : cursors.add(cursor);
  return new CursorReply('firstBatch', cursor.namespace, id, documents);
}
