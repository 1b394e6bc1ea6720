const FIRST_PLACES = 1 << 12;
const FIRST_LETTERS = 1 << 15;
const FREE = -1;

/**
 * The numbers of words, found by their letters in a text: cutting each word out of its text first
 * would cost more than all the rest of reading it.
 */
export class WordTable {
  /** Numbers by hash; where a place is taken, the next free one. */
  private places = new Int32Array(FIRST_PLACES).fill(FREE);
  private readonly hashes: number[] = [];
  /** All words, one after the other, and where each begins; one more than there are words. */
  private letters = new Uint16Array(FIRST_LETTERS);
  private readonly starts: number[] = [0];

  /** The number of the word that stands there, or -1. */
  find(text: Uint16Array, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const last = this.places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const number = this.places[place] as number;
      if (number === FREE) return FREE;
      if (this.hashes[number] === hash && this.isWord(number, text, start, end)) return number;
    }
  }

  /** Words are numbered in the order in which they come. */
  add(word: string): void {
    const number = this.hashes.length;
    const start = this.starts[number] as number;
    const end = start + word.length;
    if (end > this.letters.length) this.makeRoom(end);
    for (let at = 0; at < word.length; at++) this.letters[start + at] = word.charCodeAt(at);
    this.starts.push(end);
    this.hashes.push(hashOf(this.letters, start, end));
    if (this.hashes.length * 2 > this.places.length) this.spread();
    else this.seat(number);
  }

  private makeRoom(least: number): void {
    const { letters } = this;
    this.letters = new Uint16Array(Math.max(least, letters.length * 2));
    this.letters.set(letters);
  }

  private spread(): void {
    this.places = new Int32Array(this.places.length * 2).fill(FREE);
    for (let number = 0; number < this.hashes.length; number++) this.seat(number);
  }

  private seat(number: number): void {
    const last = this.places.length - 1;
    let place = (this.hashes[number] as number) & last;
    while (this.places[place] !== FREE) place = (place + 1) & last;
    this.places[place] = number;
  }

  private isWord(number: number, text: Uint16Array, start: number, end: number): boolean {
    const first = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - first !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.letters[first + at - start] !== text[at]) return false;
    }
    return true;
  }
}

/** FNV-1a over UTF-16 units, with its high bits, which mix best, brought down. */
function hashOf(letters: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ (letters[at] as number), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
