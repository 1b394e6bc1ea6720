import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';
import { limitKeyOf } from './client-address.js';

const WINDOW_S = 15 * 60;
/** An office may share one address. */
const PER_ADDRESS = 100;
const PER_ACCOUNT = 10;

/** Keys are folded into so many places, so that no number of strangers fills the memory. */
const PLACES = 65_536;

type Limit = 'account' | 'address';

/** Bounds how often somebody may try: per account, whoever tries, and per address, whatever for. */
export class AttemptLimits {
  private readonly accounts: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;
  /** Nobody outside can work out whose place is shared with whose. */
  private readonly key = randomBytes(32);

  /** `note` is told of each limit that is reached, once a window, with the address. */
  constructor(private readonly note: (limit: Limit, address: string) => Promise<void>) {
    this.accounts = new RateLimiterMemory({ points: PER_ACCOUNT, duration: WINDOW_S });
    this.addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_S });
  }

  /** Counts an attempt; throws `RATE_LIMITED` with the seconds to wait. */
  async take(account: string, address: string): Promise<void> {
    await this.takeFrom(address);
    const refusal = await refusalOf(this.accounts, this.placeOf(account));
    if (refusal) await this.refuse(refusal, 'account', address);
  }

  /** Counts an attempt that is for no account yet; throws as `take` does. */
  async takeFrom(address: string): Promise<void> {
    if (!address) return;
    const refusal = await refusalOf(this.addresses, this.placeOf(limitKeyOf(address)));
    if (refusal) await this.refuse(refusal, 'address', address);
  }

  /** After a success: the account's own attempts no longer count. */
  async forgive(account: string): Promise<void> {
    await this.accounts.delete(this.placeOf(account));
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

/** Counts one; null while there may be more. */
async function refusalOf(limiter: RateLimiterMemory, key: number): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

function rateLimited(ms: number): HubError {
  const retryAfter = Math.ceil(ms / 1_000);
  const message = `Too many attempts. Wait ${retryAfter} seconds, then try again.`;
  return new HubError(ProblemCode.RATE_LIMITED, message, null, { retryAfter });
}
