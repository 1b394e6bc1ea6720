import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.js';

/** What another process changes is known here after so long at the latest. */
const TRUSTED_MS = 2_000;
const MOST = 2_000;

interface Read<Value> {
  readonly value: Value;
  readonly at: number;
}

/** What was read a moment ago, so that many visitors at once ask the store once. */
export class BriefCache<Value extends object> {
  private readonly known = new LRUCache<string, Read<Value>>({ max: MOST });
  private readonly underWay = new Map<string, Promise<Value | null>>();
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** What is known of the key, or what `read` finds; those who ask meanwhile share one reading. */
  get(key: string, read: () => Promise<Value | null>): Promise<Value | null> | Value {
    const found = this.known.get(key);
    if (found && this.clock.now().getTime() - found.at < TRUSTED_MS) return found.value;
    const shared = this.underWay.get(key) ?? this.read(key, read);
    this.underWay.set(key, shared);
    return shared;
  }

  /** What there was when it was read last, however long ago. */
  last(key: string): Value | undefined {
    return this.known.peek(key)?.value;
  }

  /** To be called after each change: nothing that was read before it is trusted any more. */
  clear(): void {
    this.changes += 1;
    this.known.clear();
    this.underWay.clear();
  }

  /** Nothing is kept of what is absent: any number of names can be made up. */
  private async read(key: string, read: () => Promise<Value | null>): Promise<Value | null> {
    const asOf = this.changes;
    const at = this.clock.now().getTime();
    try {
      const value = await read();
      if (value === null) this.known.delete(key);
      else if (asOf === this.changes) this.known.set(key, { value, at });
      return value;
    } finally {
      if (asOf === this.changes) this.underWay.delete(key);
    }
  }
}
