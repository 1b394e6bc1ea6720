import type { Bitmap } from './bitmap.js';
import { GrowingPostings } from './growing-postings.js';

/** Which records hold a word and where: pairs of a record's slot and its packed places. */
export interface SavedPostings {
  /** Where each word's pairs begin; one more than there are words. */
  readonly offsets: Uint32Array;
  readonly pairs: Uint32Array;
}

const EMPTY: SavedPostings = { offsets: new Uint32Array(1), pairs: new Uint32Array(0) };
const PAIRS_PER_SLICE = 200_000;

/**
 * Postings of all words: a packed part that never changes, and what came since. Packing merges
 * both into a new packed part, slice by slice, while searches and writes go on.
 */
export class Postings {
  private packed: SavedPostings;
  private packing = new GrowingPostings();
  private growing = new GrowingPostings();

  constructor(saved: SavedPostings = EMPTY) {
    this.packed = saved;
  }

  /** Pairs that are not packed yet. */
  get unpacked(): number {
    return this.growing.pairs;
  }

  get saved(): SavedPostings {
    return this.packed;
  }

  add(word: number, slot: number, places: number): void {
    this.growing.add(word, slot, places);
  }

  each(word: number, visit: (slot: number, places: number) => void): void {
    this.eachPacked(word, visit);
    this.packing.each(word, visit);
    this.growing.each(word, visit);
  }

  some(word: number, isWanted: (slot: number, places: number) => boolean): boolean {
    const { offsets, pairs } = this.packed;
    if (word + 1 < offsets.length) {
      const end = offsets[word + 1] ?? 0;
      for (let at = offsets[word] ?? 0; at < end; at += 2) {
        if (isWanted(pairs[at] ?? 0, pairs[at + 1] ?? 0)) return true;
      }
    }
    return this.packing.some(word, isWanted) || this.growing.some(word, isWanted);
  }

  /** At most so many pairs, those of removed records included. */
  size(word: number): number {
    const { offsets } = this.packed;
    const packed = word + 1 < offsets.length ? (offsets[word + 1] ?? 0) - (offsets[word] ?? 0) : 0;
    return packed / 2 + this.packing.size(word) + this.growing.size(word);
  }

  /** Merges everything into one packed part and leaves out the slots that are gone. */
  async pack(gone: Bitmap, pause: () => Promise<void>): Promise<void> {
    this.packing = this.growing;
    this.growing = new GrowingPostings();
    const words = Math.max(this.packed.offsets.length - 1, this.packing.words);
    const offsets = new Uint32Array(words + 1);
    const pairs = new Uint32Array(this.packed.pairs.length + this.packing.pairs * 2);
    const isAnyGone = gone.count() > 0;
    let length = 0;
    let sincePause = 0;
    const keep = (slot: number, places: number) => {
      if (isAnyGone && gone.has(slot)) return;
      pairs[length++] = slot;
      pairs[length++] = places;
    };
    for (let word = 0; word < words; word++) {
      if (isAnyGone) this.eachPacked(word, keep);
      else length += this.copyPacked(word, pairs, length);
      this.packing.each(word, keep);
      offsets[word + 1] = length;
      if (length - sincePause < PAIRS_PER_SLICE) continue;
      sincePause = length;
      await pause();
    }
    // Copying takes time that others wait for; a little room left over costs less.
    const isRoomy = length < pairs.length * 0.8;
    this.packed = { offsets, pairs: isRoomy ? pairs.slice(0, length) : pairs.subarray(0, length) };
    this.packing = new GrowingPostings();
  }

  private eachPacked(word: number, visit: (slot: number, places: number) => void): void {
    const { offsets, pairs } = this.packed;
    if (word + 1 >= offsets.length) return;
    const end = offsets[word + 1] as number;
    for (let at = offsets[word] as number; at < end; at += 2) {
      visit(pairs[at] as number, pairs[at + 1] as number);
    }
  }

  /** All packed pairs of a word, as they are; gives how many numbers they are. */
  private copyPacked(word: number, into: Uint32Array, at: number): number {
    const { offsets, pairs } = this.packed;
    if (word + 1 >= offsets.length) return 0;
    const packed = pairs.subarray(offsets[word], offsets[word + 1]);
    into.set(packed, at);
    return packed.length;
  }
}
