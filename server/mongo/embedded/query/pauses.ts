import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../semantics/errors.js';

/** Longest time that a scan keeps the thread while other requests wait. */
const SLICE_MILLISECONDS = 4;

/** Lets long work give way to other requests, and stops it when its time is up. */
export class Pauses {
  #sliceEnd = performance.now() + SLICE_MILLISECONDS;
  readonly #deadline: number;

  constructor(maxMilliseconds: number) {
    this.#deadline = maxMilliseconds > 0 ? performance.now() + maxMilliseconds : 0;
  }

  /** True when it is time to await `take`. */
  get isDue(): boolean {
    return performance.now() > this.#sliceEnd;
  }

  async take(): Promise<void> {
    await nextTurn();
    const now = performance.now();
    if (this.#deadline > 0 && now > this.#deadline) {
      throw new StoreError(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
    }
    this.#sliceEnd = now + SLICE_MILLISECONDS;
  }
}
