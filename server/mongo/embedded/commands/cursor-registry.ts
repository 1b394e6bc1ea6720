import { randomBytes } from 'node:crypto';
import { StoreError } from '../semantics/errors.js';
import type { Cursor } from './cursor.js';

const IDLE_MILLISECONDS = 10 * 60 * 1000;
const SWEEP_MILLISECONDS = 60 * 1000;
const MAX_CURSORS = 5000;

/** Cursors that clients have not read to their end. Those that nobody asks for are closed after ten minutes. */
export class CursorRegistry {
  readonly #cursors = new Map<bigint, { readonly cursor: Cursor; usedAt: number }>();
  readonly #sweeper = setInterval(() => this.#sweep(), SWEEP_MILLISECONDS);

  constructor() {
    this.#sweeper.unref();
  }

  get size(): number {
    return this.#cursors.size;
  }

  add(cursor: Cursor): bigint {
    if (this.#cursors.size >= MAX_CURSORS) this.#dropOldest();
    const id = BigInt.asUintN(62, randomBytes(8).readBigUInt64LE()) + 1n;
    this.#cursors.set(id, { cursor, usedAt: Date.now() });
    return id;
  }

  /** Takes the cursor out: two requests may not read from it at once. */
  borrow(id: bigint): Cursor {
    const held = this.#cursors.get(id);
    if (!held) throw new StoreError(43, 'CursorNotFound', `cursor id ${id} not found`);
    this.#cursors.delete(id);
    return held.cursor;
  }

  giveBack(id: bigint, cursor: Cursor): void {
    this.#cursors.set(id, { cursor, usedAt: Date.now() });
  }

  kill(id: bigint): boolean {
    return this.#cursors.delete(id);
  }

  close(): void {
    clearInterval(this.#sweeper);
    this.#cursors.clear();
  }

  #dropOldest(): void {
    const [oldest] = this.#cursors.keys();
    if (oldest !== undefined) this.#cursors.delete(oldest);
  }

  #sweep(): void {
    const limit = Date.now() - IDLE_MILLISECONDS;
    for (const [id, { usedAt }] of this.#cursors) if (usedAt < limit) this.#cursors.delete(id);
  }
}
