import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { EmbeddedStoreError } from '../embedded-store-error.js';

/** LMDB maps the file into memory and trusts it, so a damaged one could take the process down. */

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const PAGE_HEADER = 24;
const NODE_HEADER = 8;
const Flag = { BRANCH: 1, LEAF: 2, OVERFLOW: 4, META: 8 } as const;
const BIG_DATA = 1;
/** Above this size only the upper levels of the tree are checked. */
const FULL_CHECK_BYTES = 256 * 1024 * 1024;
const NO_PAGE = 0xffffffffffffffffn;

interface Meta {
  readonly pageSize: number;
  readonly transaction: bigint;
  readonly trees: readonly { readonly root: bigint; readonly depth: number }[];
}

/** Throws unless the file is a whole LMDB file. Nothing is written. */
export function checkDataFile(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    // An empty file is what a start that was cut short leaves.
    if (size > 0) new DataFileCheck(file, size).run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedStoreError(
      'DATA_DIR_CORRUPT',
      `The data file ${path} is damaged (${reason}); restore it from a backup or move it away.`,
    );
  } finally {
    closeSync(file);
  }
}

class DataFileCheck {
  #pageSize = 4096;

  constructor(
    private readonly file: number,
    private readonly size: number,
  ) {}

  run(): void {
    const first = this.#meta(0);
    this.#pageSize = first?.pageSize ?? 4096;
    const metas = [first, this.#meta(this.#pageSize)].filter((meta) => meta !== null);
    const [newest] = metas.sort((a, b) => (a.transaction < b.transaction ? 1 : -1));
    if (newest === undefined) throw new Error('it is not a data file of this store');
    this.#pageSize = newest.pageSize;
    for (const { root, depth } of newest.trees) {
      if (root !== NO_PAGE) this.#tree(root, depth);
    }
  }

  #meta(offset: number): Meta | null {
    const page = Buffer.alloc(160);
    if (readSync(this.file, page, 0, page.length, offset) < page.length) return null;
    if (page.readUInt32LE(24) !== MAGIC || page.readUInt32LE(28) !== DATA_VERSION) return null;
    const pageSize = page.readUInt32LE(48);
    const isPowerOfTwo = (pageSize & (pageSize - 1)) === 0;
    if ((page.readUInt16LE(18) & Flag.META) === 0 || pageSize < 512 || !isPowerOfTwo) return null;
    const tree = (at: number) => ({
      depth: page.readUInt16LE(at + 6),
      root: page.readBigUInt64LE(at + 40),
    });
    return { pageSize, transaction: page.readBigUInt64LE(152), trees: [tree(48), tree(96)] };
  }

  #tree(number: bigint, depth: number): void {
    if (depth < 1) throw new Error('a tree is deeper than it says');
    const page = this.#page(number);
    const flags = page.readUInt16LE(18) & 0x0f;
    const isLeaf = depth === 1;
    if (flags !== (isLeaf ? Flag.LEAF : Flag.BRANCH)) throw new Error('a page has the wrong kind');
    const skipsLeaves = this.size > FULL_CHECK_BYTES && depth === 2;
    for (const node of this.#nodes(page)) {
      if (isLeaf) this.#leafNode(page, node);
      else if (!skipsLeaves) this.#tree(childOf(page, node), depth - 1);
    }
  }

  *#nodes(page: Buffer): Generator<number> {
    const count = page.readUInt16LE(20) >> 1;
    if (PAGE_HEADER + count * 2 > page.length || count === 0) throw new Error('a page is garbled');
    for (let index = 0; index < count; index++) {
      const at = page.readUInt16LE(PAGE_HEADER + index * 2) + PAGE_HEADER;
      if (at + NODE_HEADER > page.length) throw new Error('a page is garbled');
      yield at;
    }
  }

  #leafNode(page: Buffer, at: number): void {
    const size = page.readUInt16LE(at) + page.readUInt16LE(at + 2) * 0x10000;
    const isBig = (page.readUInt16LE(at + 4) & BIG_DATA) !== 0;
    const dataAt = at + NODE_HEADER + page.readUInt16LE(at + 6);
    if (dataAt + (isBig ? 8 : size) > page.length) throw new Error('an entry is garbled');
    if (!isBig) return;
    const number = page.readBigUInt64LE(dataAt);
    const first = this.#page(number);
    const end = Number(number) * this.#pageSize + PAGE_HEADER + size;
    if ((first.readUInt16LE(18) & Flag.OVERFLOW) === 0)
      throw new Error('a page has the wrong kind');
    if (end > this.size) throw new Error('its end is missing');
  }

  #page(number: bigint): Buffer {
    const page = Buffer.allocUnsafe(this.#pageSize);
    const offset = Number(number) * this.#pageSize;
    const isInside = number > 1n && offset + this.#pageSize <= this.size;
    if (!isInside || readSync(this.file, page, 0, page.length, offset) < page.length) {
      throw new Error('its end is missing');
    }
    if (page.readBigUInt64LE(0) !== number) throw new Error('a page is in the wrong place');
    return page;
  }
}

const childOf = (page: Buffer, at: number): bigint =>
  BigInt(page.readUInt16LE(at)) |
  (BigInt(page.readUInt16LE(at + 2)) << 16n) |
  (BigInt(page.readUInt16LE(at + 4)) << 32n);
