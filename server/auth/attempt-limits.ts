import { createHmac, randomBytes } from 'node:crypto';
import type * as RateLimiter from 'rate-limiter-flexible';
import type { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';
import { loadLater } from '../load-later.js';
import { limitKeyOf } from './client-address.js';

const WINDOW_S = 15 * 60;
/** An office may share one address. */
const PER_ADDRESS = 100;
const PER_ACCOUNT = 10;

/** Keys are folded into so many places, so that no number of strangers fills the memory. */
const PLACES = 65_536;

const loadLimiter = loadLater<typeof RateLimiter>('rate-limiter-flexible');

type Limit = 'account' | 'address';

/** Bounds how often somebody may try: per account, whoever tries, and per address, whatever for. */
export class AttemptLimits {
  private readonly accounts = limiterOf(PER_ACCOUNT);
  private readonly addresses = limiterOf(PER_ADDRESS);
  /** Nobody outside can work out whose place is shared with whose. */
  private readonly key = randomBytes(32);

  /** `note` is told of each limit that is reached, once a window, with the address. */
  constructor(private readonly note: (limit: Limit, address: string) => Promise<void>) {}

  /** Counts an attempt; throws `RATE_LIMITED` with the seconds to wait. */
  async take(account: string, address: string): Promise<void> {
    await this.takeFrom(address);
    const refusal = await refusalOf(this.accounts(), this.placeOf(account));
    if (refusal) await this.refuse(refusal, 'account', address);
  }

  /** Counts an attempt that is for no account yet; throws as `take` does. */
  async takeFrom(address: string): Promise<void> {
    if (!address) return;
    const refusal = await refusalOf(this.addresses(), this.placeOf(limitKeyOf(address)));
    if (refusal) await this.refuse(refusal, 'address', address);
  }

  /** After a success: the account's own attempts no longer count. */
  async forgive(account: string): Promise<void> {
    await this.accounts().delete(this.placeOf(account));
  }

  private async refuse(refusal: RateLimiterRes, limit: Limit, address: string): Promise<never> {
    const most = limit === 'account' ? PER_ACCOUNT : PER_ADDRESS;
    if (refusal.consumedPoints === most + 1) await this.note(limit, address);
    throw rateLimited(refusal.msBeforeNext);
  }

  private placeOf(key: string): number {
    return createHmac('sha256', this.key).update(key).digest().readUInt32BE(0) % PLACES;
  }
}

/** Made at the first attempt. */
function limiterOf(points: number): () => RateLimiterMemory {
  let limiter: RateLimiterMemory | undefined;
  return () => {
    limiter ??= new (loadLimiter().RateLimiterMemory)({ points, duration: WINDOW_S });
    return limiter;
  };
}

/** Counts one; null while there may be more. */
async function refusalOf(limiter: RateLimiterMemory, key: number): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof loadLimiter().RateLimiterRes) return refusal;
    throw refusal;
  }
}

function rateLimited(ms: number): HubError {
  const retryAfter = Math.ceil(ms / 1_000);
  const message = `Too many attempts. Wait ${retryAfter} seconds, then try again.`;
  return new HubError(ProblemCode.RATE_LIMITED, message, null, { retryAfter });
}
