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

/** Bounds how often somebody may try: per account, whoever tries, and per address, whatever for. */
export class AttemptLimits {
  private readonly accounts: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;
  /** Nobody outside can work out whose place is shared with whose. */
  private readonly key = randomBytes(32);

  constructor(perAccount = PER_ACCOUNT, perAddress = PER_ADDRESS) {
    this.accounts = new RateLimiterMemory({ points: perAccount, duration: WINDOW_S });
    this.addresses = new RateLimiterMemory({ points: perAddress, duration: WINDOW_S });
  }

  /** Counts an attempt; throws `RATE_LIMITED` with the seconds to wait. */
  async take(account: string, address: string): Promise<void> {
    await this.takeFrom(address);
    await this.count(this.accounts, account);
  }

  /** Counts an attempt that is for no account yet; throws as `take` does. */
  async takeFrom(address: string): Promise<void> {
    if (address) await this.count(this.addresses, limitKeyOf(address));
  }

  /** After a success: the account's own attempts no longer count. */
  async forgive(account: string): Promise<void> {
    await this.accounts.delete(this.placeOf(account));
  }

  private async count(limiter: RateLimiterMemory, key: string): Promise<void> {
    try {
      await limiter.consume(this.placeOf(key));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw rateLimited(refusal.msBeforeNext);
      throw refusal;
    }
  }

  private placeOf(key: string): number {
    return createHmac('sha256', this.key).update(key).digest().readUInt32BE(0) % PLACES;
  }
}

function rateLimited(ms: number): HubError {
  const retryAfter = Math.ceil(ms / 1_000);
  const message = `Too many attempts. Wait ${retryAfter} seconds, then try again.`;
  return new HubError(ProblemCode.RATE_LIMITED, message, null, { retryAfter });
}
