import type { Locale } from '../../locale.js';
import { type Place, packPlaces, placeBit } from './place.js';

const FIRST_WORDS = 1 << 12;

/**
 * Where the words of the record at hand stand. One serves all records of an index in turn: a map
 * for each would cost more than all the rest of reading it.
 */
export class WordPlaces {
  private places = new Uint32Array(FIRST_WORDS);
  private timesInBody = new Uint32Array(FIRST_WORDS);
  private words: number[] = [];

  add(words: readonly number[], locale: Locale, place: Place): void {
    const bit = placeBit(locale, place);
    for (const word of words) {
      if (word >= this.places.length) this.grow(word + 1);
      const places = this.places[word] as number;
      if (places === 0) this.words.push(word);
      this.places[word] = places | bit;
      if (place === 'body') this.timesInBody[word] = (this.timesInBody[word] as number) + 1;
    }
  }

  /** Calls back with each word and what is kept of it, and forgets them all. */
  take(visit: (word: number, packed: number) => void): void {
    const { places, timesInBody } = this;
    for (const word of this.words) {
      visit(word, packPlaces(places[word] as number, timesInBody[word] as number));
      places[word] = 0;
      timesInBody[word] = 0;
    }
    this.words = [];
  }

  private grow(words: number): void {
    const length = Math.max(words, this.places.length * 2);
    const { places, timesInBody } = this;
    this.places = new Uint32Array(length);
    this.timesInBody = new Uint32Array(length);
    this.places.set(places);
    this.timesInBody.set(timesInBody);
  }
}
