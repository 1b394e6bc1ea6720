import type { ReadRow } from './reads.js';

export interface SizeResult {
  readonly records: number;
  readonly rows: readonly ReadRow[];
  /** Resident MiB after load. */
  readonly memory: number;
  readonly indexMs: number;
  readonly start: { readonly hubMs: number; readonly bareMs: number };
}

export async function writeResults(sizes: readonly SizeResult[]): Promise<void> {
  for (const size of sizes) {
    console.log(
      size.records,
      'records; memory',
      size.memory.toFixed(0),
      'MiB; index',
      size.indexMs.toFixed(0),
      'ms; start',
      size.start,
    );
    for (const { what, floor, hub, kept } of size.rows) {
      console.log(
        what,
        'floor',
        floor,
        'hub',
        hub,
        (hub.perSecond / floor.perSecond).toFixed(2),
        'kept',
        kept,
        (kept.perSecond / floor.perSecond).toFixed(2),
      );
    }
  }
}
