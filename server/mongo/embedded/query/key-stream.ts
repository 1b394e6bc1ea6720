import { RECORD_ID_BYTES } from '../storage/spaces.js';
import type { StoreFile } from '../storage/store-file.js';
import type { IndexRange } from './index-bounds.js';

const FIRST_CHUNK = 32;
const LARGEST_CHUNK = 1024;
/** The shortest byte string after a given one is that one with a zero. */
const ZERO = Buffer.of(0);

/** Index keys of one list of ranges, in order. Holds no transaction between chunks, so it may pause for long. */
export class KeyStream {
  #range = 0;
  #chunk: Buffer[] = [];
  #at = 0;
  #size: number;
  #resumeAfter: Buffer | null = null;
  #isLastOfRange = false;
  readonly #ranges: readonly IndexRange[];

  constructor(
    private readonly file: StoreFile,
    ranges: readonly IndexRange[],
    private readonly reverse: boolean,
    expected: number,
  ) {
    this.#ranges = reverse ? [...ranges].reverse() : ranges;
    this.#size = expected > 0 ? Math.min(expected, LARGEST_CHUNK) : FIRST_CHUNK;
  }

  /** The range that the current key lies in. */
  get range(): IndexRange | undefined {
    return this.#ranges[this.#range];
  }

  peek(): Buffer | undefined {
    while (this.#at >= this.#chunk.length) {
      if (this.#isLastOfRange) this.#nextRange();
      if (this.#range >= this.#ranges.length) return undefined;
      this.#fill();
    }
    return this.#chunk[this.#at];
  }

  skip(): void {
    this.#at += 1;
  }

  #fill(): void {
    const range = this.#ranges[this.#range] as IndexRange;
    const last = this.#resumeAfter;
    const start = last !== null && !this.reverse ? Buffer.concat([last, ZERO]) : range.start;
    const end = last !== null && this.reverse ? last : range.end;
    const limit = this.#size;
    this.#chunk = this.file.keys({ start, end, reverse: this.reverse, limit });
    this.#at = 0;
    this.#size = Math.min(limit * 2, LARGEST_CHUNK);
    this.#resumeAfter = this.#chunk.at(-1) ?? last;
    this.#isLastOfRange = this.#chunk.length < limit;
  }

  #nextRange(): void {
    this.#range += 1;
    this.#resumeAfter = null;
    this.#isLastOfRange = false;
  }
}

/** Compares what follows the common beginnings of two keys, the record they lead to excluded. */
export function compareAfter(a: Buffer, offsetA: number, b: Buffer, offsetB: number): number {
  return a.compare(b, offsetB, b.length - RECORD_ID_BYTES, offsetA, a.length - RECORD_ID_BYTES);
}
