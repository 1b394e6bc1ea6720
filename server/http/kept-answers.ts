import { LRUCache } from 'lru-cache';
import type { DataVersion } from '../mongo/data-version.js';

const MIB = 1_048_576;

/**
 * Finished answers of anonymous reads, until anything public changes. Everybody gets the same
 * answer, so the request's own text and its language are the key.
 */
export class KeptAnswers {
  private readonly answers: LRUCache<string, Buffer> | null;
  private version = 0;

  constructor(
    megabytes: number,
    private readonly dataVersion: DataVersion,
  ) {
    this.answers =
      megabytes > 0
        ? new LRUCache({
            maxSize: megabytes * MIB,
            maxEntrySize: MIB,
            sizeCalculation: (answer, key) => answer.length + key.length,
          })
        : null;
  }

  get(key: string): Buffer | undefined {
    this.dropWhenOld();
    return this.answers?.get(key);
  }

  /** `asOf` is the data version before the answer was computed: a change meanwhile forbids it. */
  keep(key: string, answer: Buffer, asOf: number): void {
    this.dropWhenOld();
    if (asOf === this.dataVersion.current.version) this.answers?.set(key, answer);
  }

  private dropWhenOld(): void {
    const { version } = this.dataVersion.current;
    if (version === this.version) return;
    this.version = version;
    this.answers?.clear();
  }
}
