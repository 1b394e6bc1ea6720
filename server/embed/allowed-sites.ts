import { isAllowedOrigin } from './allowed-origin.js';
import type { KnownKey } from './partner-keys.js';

/** Below a wildcard there is no end of them. */
const MOST_PER_KEY = 1_000;

/** Remembers which sites a key was found to work on, as long as the key itself is believed. */
export class AllowedSites {
  private readonly ofKeys = new WeakMap<KnownKey, Set<string>>();

  has(key: KnownKey, origin: string | null): boolean {
    if (origin === null) return false;
    const known = this.ofKeys.get(key) ?? new Set();
    if (known.has(origin)) return true;
    if (!isAllowedOrigin(key.partner.origins, origin)) return false;
    if (known.size < MOST_PER_KEY) known.add(origin);
    this.ofKeys.set(key, known);
    return true;
  }
}
