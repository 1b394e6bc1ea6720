import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.js';
import type { Viewer } from './viewer.js';

/** What another process ends or changes is known here after so long at the latest. */
const TRUSTED_MS = 2_000;
const MOST = 2_000;

interface Known {
  readonly viewer: Viewer;
  readonly readAt: number;
  /** Of the session or the token. */
  readonly endsAt: number;
}

/** Who was behind a secret a moment ago, so that a page's many requests ask the store once. */
export class ViewerCache {
  private readonly known = new LRUCache<string, Known>({ max: MOST });
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** To be read before the store is, and given to `keep`. */
  get age(): number {
    return this.changes;
  }

  get(hash: string): Viewer | null {
    const now = this.clock.now().getTime();
    const found = this.known.get(hash);
    if (!found || now >= found.endsAt || now - found.readAt >= TRUSTED_MS) return null;
    return found.viewer;
  }

  /** Forgets at once what was read before something changed. */
  keep(hash: string, viewer: Viewer, endsAt: Date, asOf: number): void {
    if (asOf !== this.changes) return;
    const readAt = this.clock.now().getTime();
    this.known.set(hash, { viewer, readAt, endsAt: endsAt.getTime() });
  }

  /** To be called after each change of members, sessions and tokens. */
  clear(): void {
    this.changes += 1;
    this.known.clear();
  }
}
