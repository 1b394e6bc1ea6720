const FIRST_WORDS = 1 << 10;
const FIRST_ENTRIES = 1 << 10;
/** Of an entry: a slot, its places, and where the word's entry before it begins. */
const ENTRY = 3;
/** Entries begin behind this, so that 0 can say that there is none. */
const NONE = 0;

/**
 * Postings that are not packed yet: one long array in which each entry names the one before it of
 * the same word, so that adding touches little memory however many words there are.
 */
export class GrowingPostings {
  private entries = new Uint32Array(0);
  private length = ENTRY;
  /** By word: its latest entry, and how many it has. */
  private latest = new Uint32Array(0);
  private sizes = new Uint32Array(0);
  private wordCount = 0;

  get pairs(): number {
    return this.length / ENTRY - 1;
  }

  /** Words are below this. */
  get words(): number {
    return this.wordCount;
  }

  add(word: number, slot: number, places: number): void {
    if (word >= this.latest.length) this.makeRoomForWords(word + 1);
    if (this.length >= this.entries.length)
      this.entries = grown(this.entries, FIRST_ENTRIES * ENTRY);
    const { entries, length } = this;
    entries[length] = slot;
    entries[length + 1] = places;
    entries[length + 2] = this.latest[word] as number;
    this.latest[word] = length;
    this.sizes[word] = (this.sizes[word] as number) + 1;
    this.length = length + ENTRY;
    if (word >= this.wordCount) this.wordCount = word + 1;
  }

  size(word: number): number {
    return this.sizes[word] ?? 0;
  }

  /** Latest first. */
  each(word: number, visit: (slot: number, places: number) => void): void {
    const { entries } = this;
    for (let at = this.latest[word] ?? NONE; at !== NONE; at = entries[at + 2] as number) {
      visit(entries[at] as number, entries[at + 1] as number);
    }
  }

  some(word: number, isWanted: (slot: number, places: number) => boolean): boolean {
    const { entries } = this;
    for (let at = this.latest[word] ?? NONE; at !== NONE; at = entries[at + 2] as number) {
      if (isWanted(entries[at] as number, entries[at + 1] as number)) return true;
    }
    return false;
  }

  private makeRoomForWords(words: number): void {
    const least = Math.max(FIRST_WORDS, words);
    this.latest = grown(this.latest, least);
    this.sizes = grown(this.sizes, least);
  }
}

/** A copy with room for at least so many, and for twice as many as there are. */
function grown(numbers: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.max(least, numbers.length * 2));
  copy.set(numbers);
  return copy;
}
