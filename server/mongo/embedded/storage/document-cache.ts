import type { Doc } from '../semantics/document.js';

interface Cached {
  readonly high: number;
  readonly low: number;
  readonly doc: Doc;
  readonly size: number;
}

/** A decoded document takes about this many times its bytes, plus the entry itself. */
const WEIGHT = 3;
const ENTRY_BYTES = 200;
const SPACE_SHIFT = 2 ** 32;

/**
 * Decoded documents, least recently used first out. An entry counts only for the revision it was made from,
 * so nothing has to be dropped on a write, and a reader of an older snapshot is never given a newer document.
 */
export class DocumentCache {
  readonly #entries = new Map<number, Cached>();
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** `record` starts with its revision, eight bytes. */
  find(space: number, recordId: number, record: Buffer): Doc | undefined {
    const key = space * SPACE_SHIFT + recordId;
    const cached = this.#entries.get(key);
    if (cached === undefined) return undefined;
    if (cached.high !== record.readUInt32BE(0) || cached.low !== record.readUInt32BE(4)) {
      this.#remove(key, cached);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, cached);
    return cached.doc;
  }

  keep(space: number, recordId: number, record: Buffer, doc: Doc): void {
    const size = record.length * WEIGHT + ENTRY_BYTES;
    if (size > this.maxBytes / 8 || recordId >= SPACE_SHIFT) return;
    const key = space * SPACE_SHIFT + recordId;
    const previous = this.#entries.get(key);
    if (previous) this.#remove(key, previous);
    const revision = { high: record.readUInt32BE(0), low: record.readUInt32BE(4) };
    this.#entries.set(key, { ...revision, doc, size });
    this.#bytes += size;
    this.#shrink();
  }

  #shrink(): void {
    for (const [key, cached] of this.#entries) {
      if (this.#bytes <= this.maxBytes) return;
      this.#remove(key, cached);
    }
  }

  #remove(key: number, cached: Cached): void {
    this.#entries.delete(key);
    this.#bytes -= cached.size;
  }
}
