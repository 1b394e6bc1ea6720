/** Arrays of one number for each slot, kept between searches because making them costs more. */
export class ScoreBoard {
  /** Sum of weight times quality. */
  score = new Float64Array(0);
  /** Weight of the words that the record holds. */
  held = new Float64Array(0);
  /** Quality of the word at hand. */
  quality = new Float32Array(0);
  /** All places where words of the query stand. */
  places = new Uint32Array(0);

  prepare(slotCount: number): void {
    if (this.score.length >= slotCount) return;
    const length = Math.max(64, Math.ceil(slotCount * 1.5));
    this.score = new Float64Array(length);
    this.held = new Float64Array(length);
    this.quality = new Float32Array(length);
    this.places = new Uint32Array(length);
  }

  clear(slots: readonly number[]): void {
    for (const slot of slots) {
      this.score[slot] = 0;
      this.held[slot] = 0;
      this.places[slot] = 0;
    }
  }
}
