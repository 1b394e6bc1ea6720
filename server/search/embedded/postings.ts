/** Which records hold a word and where: pairs of a record's slot and its packed places. */
export interface SavedPostings {
  /** Where each word's pairs begin; one more than there are words. */
  readonly offsets: Uint32Array;
  readonly pairs: Uint32Array;
}

type Growing = (number[] | undefined)[];

const EMPTY: SavedPostings = { offsets: new Uint32Array(1), pairs: new Uint32Array(0) };
const PAIRS_PER_SLICE = 200_000;

/**
 * Postings of all words: a packed part that never changes, and what came since. Packing merges
 * both into a new packed part, slice by slice, while searches and writes go on.
 */
export class Postings {
  private packed: SavedPostings;
  private packing: Growing = [];
  private growing: Growing = [];
  private growingPairs = 0;

  constructor(saved: SavedPostings = EMPTY) {
    this.packed = saved;
  }

  /** Pairs that are not packed yet. */
  get unpacked(): number {
    return this.growingPairs;
  }

  get saved(): SavedPostings {
    return this.packed;
  }

  add(word: number, slot: number, places: number): void {
    const pairs = this.growing[word];
    if (pairs) pairs.push(slot, places);
    else this.growing[word] = [slot, places];
    this.growingPairs++;
  }

  each(word: number, visit: (slot: number, places: number) => void): void {
    const { offsets, pairs } = this.packed;
    if (word + 1 < offsets.length) {
      const end = offsets[word + 1] as number;
      for (let at = offsets[word] as number; at < end; at += 2) {
        visit(pairs[at] as number, pairs[at + 1] as number);
      }
    }
    visitPairs(this.packing[word], visit);
    visitPairs(this.growing[word], visit);
  }

  some(word: number, isWanted: (slot: number) => boolean): boolean {
    const { offsets, pairs } = this.packed;
    if (word + 1 < offsets.length) {
      const end = offsets[word + 1] ?? 0;
      for (let at = offsets[word] ?? 0; at < end; at += 2) {
        if (isWanted(pairs[at] ?? 0)) return true;
      }
    }
    const among = (list: readonly number[] | undefined) =>
      list?.some((slot, at) => at % 2 === 0 && isWanted(slot)) ?? false;
    return among(this.packing[word]) || among(this.growing[word]);
  }

  /** At most so many pairs, those of removed records included. */
  size(word: number): number {
    const { offsets } = this.packed;
    const packed = word + 1 < offsets.length ? (offsets[word + 1] ?? 0) - (offsets[word] ?? 0) : 0;
    return (packed + (this.packing[word]?.length ?? 0) + (this.growing[word]?.length ?? 0)) / 2;
  }

  /** Merges everything into one packed part and leaves out the slots that are gone. */
  async pack(isGone: (slot: number) => boolean, pause: () => Promise<void>): Promise<void> {
    this.packing = this.growing;
    this.growing = [];
    const words = Math.max(this.packed.offsets.length - 1, this.packing.length);
    const offsets = new Uint32Array(words + 1);
    const pairs = new Uint32Array(this.packed.pairs.length + this.growingPairs * 2);
    this.growingPairs = 0;
    let length = 0;
    let sincePause = 0;
    const keep = (slot: number, places: number) => {
      if (isGone(slot)) return;
      pairs[length++] = slot;
      pairs[length++] = places;
    };
    for (let word = 0; word < words; word++) {
      this.eachPackable(word, keep);
      offsets[word + 1] = length;
      if (length - sincePause < PAIRS_PER_SLICE) continue;
      sincePause = length;
      await pause();
    }
    // Copying takes time that others wait for; a little room left over costs less.
    const isRoomy = length < pairs.length * 0.8;
    this.packed = { offsets, pairs: isRoomy ? pairs.slice(0, length) : pairs.subarray(0, length) };
    this.packing = [];
  }

  private eachPackable(word: number, visit: (slot: number, places: number) => void): void {
    const { offsets, pairs } = this.packed;
    const end = offsets[word + 1] ?? 0;
    for (let at = offsets[word] ?? 0; at < end; at += 2) visit(pairs[at] ?? 0, pairs[at + 1] ?? 0);
    visitPairs(this.packing[word], visit);
  }
}

function visitPairs(
  pairs: readonly number[] | undefined,
  visit: (slot: number, places: number) => void,
): void {
  if (!pairs) return;
  for (let at = 0; at < pairs.length; at += 2) visit(pairs[at] ?? 0, pairs[at + 1] ?? 0);
}
