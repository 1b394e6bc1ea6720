import { LRUCache } from 'lru-cache';
import type { DataVersion } from '../mongo/data-version.js';
import type { ReadyAnswer } from './ready-answer.js';

/** While search is down it is asked again so often at most for the same question. */
const RETRY_MS = 1_000;

interface LastAnswer {
  readonly answer: ReadyAnswer;
  /** How often something public had gone when it was made. */
  readonly departures: number;
  stale?: ReadyAnswer;
  /** Until then it is given without asking again. */
  retryAt: number;
}

/** The last good answers, to be given while search is down and nothing public has gone since. */
export class LastGood {
  private readonly answers: LRUCache<string, LastAnswer> | null;

  constructor(
    private readonly dataVersion: DataVersion,
    maxBytes: number,
  ) {
    const sizeCalculation = ({ answer }: LastAnswer, key: string) => answer.size + key.length;
    this.answers =
      maxBytes > 0
        ? new LRUCache({ maxSize: maxBytes, maxEntrySize: maxBytes / 8, sizeCalculation })
        : null;
  }

  /** `departures` as they were before the answer was computed. */
  keep(key: string, answer: ReadyAnswer, departures: number): void {
    this.answers?.set(key, { answer, departures, retryAt: 0 });
  }

  /** To be called when search has failed: gives the last answer, marked, for now and the next moment. */
  async fallBack(key: string): Promise<ReadyAnswer | undefined> {
    const last = this.find(key);
    if (!last) return undefined;
    last.stale ??= await last.answer.asStale();
    last.retryAt = performance.now() + RETRY_MS;
    // Something may have gone while it was compressed.
    return this.find(key)?.stale;
  }

  /** The last answer where search failed for it a moment ago. */
  standIn(key: string): ReadyAnswer | undefined {
    const last = this.find(key);
    return last && performance.now() < last.retryAt ? last.stale : undefined;
  }

  private find(key: string): LastAnswer | undefined {
    const last = this.answers?.get(key);
    if (!last || last.departures === this.dataVersion.current.departures) return last;
    this.answers?.delete(key);
    return undefined;
  }
}
