import { LRUCache } from 'lru-cache';
import type { DataVersion } from './data-version.js';

/** What was derived from the store, bounded in size, until anything public changes. */
export class VersionedCache<Value extends object> {
  private readonly values: LRUCache<string, Value> | null;
  private generation = 0;

  /** `maxSize` is in whatever unit `sizeOf` counts; 0 keeps nothing. */
  constructor(
    private readonly dataVersion: DataVersion,
    maxSize: number,
    sizeOf: (value: Value, key: string) => number,
  ) {
    this.values =
      maxSize > 0
        ? new LRUCache({ maxSize, maxEntrySize: maxSize / 8, sizeCalculation: sizeOf })
        : null;
  }

  get(key: string): Value | undefined {
    this.dropWhenOld();
    return this.values?.get(key);
  }

  /** `asOf` is the generation of the data before the value was read: a change meanwhile forbids keeping it. */
  keep(key: string, value: Value, asOf: number): void {
    this.dropWhenOld();
    if (asOf === this.dataVersion.generation) this.values?.set(key, value);
  }

  private dropWhenOld(): void {
    const { generation } = this.dataVersion;
    if (generation === this.generation) return;
    this.generation = generation;
    this.values?.clear();
  }
}
