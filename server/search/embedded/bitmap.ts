/** A set of small whole numbers, 32 to a word, so that sets are cut and counted many at a time. */
export class Bitmap {
  private words: Uint32Array;

  constructor(capacity = 32) {
    this.words = new Uint32Array(Math.max(1, (capacity + 31) >>> 5));
  }

  has(value: number): boolean {
    return ((this.words[value >>> 5] ?? 0) & (1 << (value & 31))) !== 0;
  }

  add(value: number): void {
    const at = value >>> 5;
    if (at >= this.words.length) this.grow(at + 1);
    this.words[at] = (this.words[at] ?? 0) | (1 << (value & 31));
  }

  delete(value: number): void {
    const at = value >>> 5;
    if (at < this.words.length) this.words[at] = (this.words[at] ?? 0) & ~(1 << (value & 31));
  }

  copy(): Bitmap {
    const copy = new Bitmap(0);
    copy.words = this.words.slice();
    return copy;
  }

  /** Adds everything that the other set holds. */
  unite(other: Bitmap): void {
    if (other.words.length > this.words.length) this.grow(other.words.length);
    for (let at = 0; at < other.words.length; at++) {
      this.words[at] = (this.words[at] ?? 0) | (other.words[at] ?? 0);
    }
  }

  /** Keeps only what the other set holds too. */
  intersect(other: Bitmap): void {
    for (let at = 0; at < this.words.length; at++) {
      this.words[at] = (this.words[at] ?? 0) & (other.words[at] ?? 0);
    }
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at++) count += bitsIn(this.words[at] ?? 0);
    return count;
  }

  countCommon(other: Bitmap): number {
    const { words } = this;
    const others = other.words;
    const length = Math.min(words.length, others.length);
    let count = 0;
    for (let at = 0; at < length; at++) {
      const common = (words[at] as number) & (others[at] as number);
      if (common !== 0) count += bitsIn(common);
    }
    return count;
  }

  /** In ascending order. */
  values(): number[] {
    const values: number[] = [];
    for (let at = 0; at < this.words.length; at++) {
      for (let word = this.words[at] ?? 0; word !== 0; word &= word - 1) {
        values.push((at << 5) + (31 - Math.clz32(word & -word)));
      }
    }
    return values;
  }

  private grow(length: number): void {
    const words = new Uint32Array(Math.max(length, this.words.length * 2));
    words.set(this.words);
    this.words = words;
  }
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
