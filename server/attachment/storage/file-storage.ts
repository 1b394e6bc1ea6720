import type { Readable } from 'node:stream';

/** A file by its content: the hash names it, so a file that is stored never changes. */
export interface FileKey {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/** Both ends belong to the range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Keeps files by their hash. Two adapters, one contract suite:
 * `test/contracts/file-storage.contract.ts`. Every method rejects with `StorageUnavailable` when
 * the storage cannot be reached or is out of room.
 */
export interface FileStorage {
  readonly name: string;
  /**
   * Stores a file unless it is there; resolves once it is safe. Rejects with `WrongContent`, and
   * stores nothing, when the stream is not what the key says.
   */
  put(key: FileKey, content: Readable): Promise<void>;
  has(hash: string): Promise<boolean>;
  /** Its bytes, or those of a range; null when there is no such file. */
  open(hash: string, range?: ByteRange): Promise<Readable | null>;
  /** Removing what is not there does no harm. */
  remove(hash: string): Promise<void>;
  close(): Promise<void>;
}

/** The storage is down, too slow or full; the same may work later. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

/** What was to be stored is not what its hash says. */
export class WrongContent extends Error {
  override readonly name = 'WrongContent';

  constructor() {
    super('The content of a file is not what its hash says.');
  }
}

const HASH = /^[0-9a-f]{64}$/;

/** Where a file lies below a root: spread over folders; throws for what is no hash. */
export function placeOf(hash: string): readonly [string, string, string] {
  if (!HASH.test(hash)) throw new TypeError('A file is named by its SHA-256.');
  return [hash.slice(0, 2), hash.slice(2, 4), hash];
}
