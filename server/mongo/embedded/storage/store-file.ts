import { open, type RootDatabase, type Transaction } from 'lmdb';

/** Keys from `start` up to, and without, `end`. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

export interface ScanOptions extends KeyRange {
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** The second argument is missing in LMDB's own types. */
interface SnapshotReads {
  getBinaryFast(key: Buffer, options: { readonly transaction: Transaction }): Buffer | undefined;
}

/** The one LMDB file. Reads see what is committed; inside `write` they see the open transaction. */
export class StoreFile {
  readonly #db: RootDatabase<Buffer, Buffer>;
  #snapshot: Transaction | null = null;

  constructor(
    readonly path: string,
    mapSize?: number,
  ) {
    this.#db = open<Buffer, Buffer>({
      path,
      noSubdir: true,
      // By default LMDB for Node acknowledges a commit before the disk has it.
      overlappingSync: false,
      keyEncoding: 'binary',
      encoding: 'binary',
      cache: false,
      maxDbs: 1,
      ...(mapSize === undefined ? {} : { mapSize }),
    });
  }

  /** The stored bytes in a buffer that the next read overwrites; its `length` is the size. */
  peek(key: Buffer): Buffer | undefined {
    return this.#db.getBinaryFast(key);
  }

  /**
   * As `peek`, always from the latest snapshot that `refresh` has seen: saves LMDB from renewing one in each turn.
   * Not for what is compared with other reads, and not inside a write.
   */
  peekSteady(key: Buffer): Buffer | undefined {
    this.#snapshot ??= this.#db.useReadTransaction();
    const reads: SnapshotReads = this.#db;
    return reads.getBinaryFast(key, { transaction: this.#snapshot });
  }

  get(key: Buffer): Buffer | undefined {
    return this.#db.getBinary(key);
  }

  has(key: Buffer): boolean {
    return this.#db.getBinaryFast(key) !== undefined;
  }

  keys(options: ScanOptions): Buffer[] {
    return [...this.#db.getKeys(lmdbRange(options))];
  }

  entries(options: ScanOptions): Entry[] {
    return [...this.#db.getRange(lmdbRange(options))];
  }

  count(range: KeyRange): number {
    return this.#db.getKeysCount({ start: range.start, end: range.end });
  }

  put(key: Buffer, value: Buffer): void {
    this.#db.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.#db.removeSync(key);
  }

  /** Runs the action in a write transaction; resolves when the disk has it. An action that throws is undone. */
  write<T>(action: () => T): Promise<T> {
    // Only a child transaction can be rolled back.
    return this.#db.childTransaction(action);
  }

  /** As `write`, but keeps the thread until the disk has it. */
  writeNow(action: () => void): void {
    this.#db.transactionSync(action);
  }

  /** Makes reads of this turn see the latest commit. */
  refresh(): void {
    this.#leaveSnapshot();
    this.#db.resetReadTxn();
  }

  close(): Promise<void> {
    this.#leaveSnapshot();
    return this.#db.close();
  }

  #leaveSnapshot(): void {
    this.#snapshot?.done();
    this.#snapshot = null;
  }
}

function lmdbRange({ start, end, reverse = false, limit }: ScanOptions) {
  const bounds = limit === undefined ? {} : { limit };
  if (!reverse) return { start, end, ...bounds };
  // LMDB walks down from `start`, so the bounds swap roles, and with them which one is included.
  return { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true, ...bounds };
}
