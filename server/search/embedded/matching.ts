import type { Locale } from '../../locale.js';
import { readQuery } from '../words/typed-query.js';
import { Bitmap } from './bitmap.js';
import { oftenIn, placeQuality, placesIn } from './place.js';
import { ScoreBoard } from './score-board.js';
import type { SearchIndex } from './search-index.js';
import { liftTop } from './title-lift.js';
import { type Expansion, expandWord } from './word-expansion.js';

/** A word of the query with its weight: the rarer in the records, the heavier. */
export interface WeighedWord extends Expansion {
  readonly weight: number;
}

export interface Match {
  readonly words: readonly WeighedWord[];
  readonly hits: Bitmap;
  readonly slots: readonly number[];
  /** By slot; good until the next search. */
  readonly score: Float64Array;
  readonly places: Uint32Array;
}

/** A record is a hit when it holds at least this part of the weight of what was typed. */
const HELD_PART = 0.25;
const ROUNDING = 1e-9;
const PRECISION = 1e6;
const OFTEN_IN_BODY = 0.06;
const NOT_IN_FORCE = 0.85;

/** Finds the records that hold enough of what was typed, and how well each answers. */
export class Matcher {
  private readonly board = new ScoreBoard();
  private touched: number[] = [];

  constructor(private readonly index: SearchIndex) {}

  match(query: string, reader: Locale, allowed: Bitmap): Match {
    const { board } = this;
    board.clear(this.touched);
    board.prepare(this.index.slotCount);
    this.touched = [];
    const typed = readQuery(query, reader);
    const words = typed.map((word) => this.weigh(expandWord(this.index, word, reader), reader));
    const total = words.reduce((sum, { weight }) => sum + weight, 0);
    const { hits, slots } = this.hold(total * HELD_PART - ROUNDING, allowed);
    for (const slot of slots) {
      if (this.index.documents[slot]?.inForce === false) this.demote(slot);
    }
    liftTop(this.index, words, slots, board.score);
    this.relate(slots, total);
    return { words, hits, slots, score: board.score, places: board.places };
  }

  /** Adds one word to all records that hold it, once it is known how many those are. */
  private weigh(expansion: Expansion, reader: Locale): WeighedWord {
    const holders = this.findHolders(expansion, reader);
    if (holders.length === 0) return { ...expansion, weight: 0 };
    const { score, held, quality } = this.board;
    const weight = Math.log(1 + this.index.size / (holders.length + 0.5));
    for (const slot of holders) {
      if (held[slot] === 0) this.touched.push(slot);
      held[slot] = (held[slot] ?? 0) + weight;
      score[slot] = (score[slot] ?? 0) + weight * (quality[slot] ?? 0);
      quality[slot] = 0;
    }
    return { ...expansion, weight };
  }

  private findHolders({ exactness }: Expansion, reader: Locale): number[] {
    const { quality, places } = this.board;
    const { alive, postings, machine } = this.index;
    const tables = [placeQuality(reader, 0)];
    const holders: number[] = [];
    for (const [word, exact] of exactness) {
      postings.each(word, (slot, packed) => {
        if (!alive.has(slot)) return;
        const where = placesIn(packed);
        const byMachine = machine[slot] as number;
        tables[byMachine] ??= placeQuality(reader, byMachine);
        const table = tables[byMachine] as Float32Array;
        const value = (table[where] as number) * exact * (1 + OFTEN_IN_BODY * oftenIn(packed));
        const best = quality[slot] as number;
        if (best === 0) holders.push(slot);
        if (value > best) quality[slot] = value;
        places[slot] = (places[slot] as number) | where;
      });
    }
    return holders;
  }

  private hold(least: number, allowed: Bitmap): { hits: Bitmap; slots: number[] } {
    const { held } = this.board;
    const hits = new Bitmap(this.index.slotCount);
    const slots = this.touched.filter((slot) => (held[slot] ?? 0) >= least && allowed.has(slot));
    for (const slot of slots) hits.add(slot);
    return { hits, slots };
  }

  /**
   * Scores as parts of the query's weight, rounded: how many records there are changes all weights,
   * and a page has to go on where the one before ended although records came or went.
   */
  private relate(slots: readonly number[], total: number): void {
    const { score } = this.board;
    for (const slot of slots) {
      score[slot] = Math.round(((score[slot] ?? 0) / total) * PRECISION) / PRECISION;
    }
  }

  private demote(slot: number): void {
    this.board.score[slot] = (this.board.score[slot] ?? 0) * NOT_IN_FORCE;
  }
}
