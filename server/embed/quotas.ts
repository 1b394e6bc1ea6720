import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type * as RateLimiter from 'rate-limiter-flexible';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PartnerKeyKind } from '../../schema/partner-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { limitKeyOf } from '../auth/client-address.js';
import type { Config } from '../config.js';
import { HubError } from '../errors.js';
import { loadLater } from '../load-later.js';

const WINDOW_S = 60;
/** Of one address in that time: each is looked up in the store. */
const MOST_GUESSES = 100;

/** Addresses are folded into so many places, so that no number of strangers fills the memory. */
const PLACES = 65_536;
const REMEMBERED = 1_000;

const loadLimiter = loadLater<typeof RateLimiter>('rate-limiter-flexible');

/** Who pays for an answer: a partner, by the kind of its key, or an address. */
export type Payer =
  | { readonly partner: string; readonly kind: `${PartnerKeyKind}` }
  | { readonly address: string };

type Limits = Pick<Config, 'QUOTA_STRANGERS' | 'QUOTA_PUBLIC_KEY' | 'QUOTA_SECRET_KEY'>;

/** Bounds what answers may cost in a minute, in this process. */
export class Quotas {
  private readonly strangers: () => RateLimiterMemory;
  private readonly ofKind: Readonly<Record<PartnerKeyKind, () => RateLimiterMemory>>;
  private readonly guesses = limiterOf(MOST_GUESSES);
  /** Nobody outside can work out whose place is shared with whose. */
  private readonly key = randomBytes(32);
  /** Of who asked last. */
  private readonly places = new LRUCache<string, number>({ max: REMEMBERED });

  constructor({ QUOTA_STRANGERS, QUOTA_PUBLIC_KEY, QUOTA_SECRET_KEY }: Limits) {
    this.strangers = limiterOf(QUOTA_STRANGERS);
    this.ofKind = { PUBLIC: limiterOf(QUOTA_PUBLIC_KEY), SECRET: limiterOf(QUOTA_SECRET_KEY) };
  }

  /** Counts a cost; rejects with `RATE_LIMITED` and the seconds to wait when it is too much. */
  async take(who: Payer, cost: number): Promise<void> {
    const [limiter, key] =
      'partner' in who
        ? [this.ofKind[who.kind](), who.partner]
        : [this.strangers(), this.placeOf(who.address)];
    try {
      await limiter.consume(key, Math.max(1, Math.ceil(cost)));
    } catch (refusal) {
      if (!(refusal instanceof loadLimiter().RateLimiterRes)) throw refusal;
      throw overQuota(refusal.msBeforeNext, limiter.points);
    }
  }

  /** Rejects with `RATE_LIMITED` where an address has asked for too much that there is not. */
  async refuseGuesses({ address }: { readonly address: string }): Promise<void> {
    const spent = await this.guesses().get(this.placeOf(address));
    if (spent && spent.consumedPoints >= MOST_GUESSES) throw guessing(spent.msBeforeNext);
  }

  /** Counts a key or a query that there is not. */
  async noteGuess({ address }: { readonly address: string }): Promise<void> {
    await this.guesses().penalty(this.placeOf(address));
  }

  private placeOf(address: string): number {
    const known = this.places.get(address);
    if (known !== undefined) return known;
    const digest = createHmac('sha256', this.key).update(limitKeyOf(address)).digest();
    const place = digest.readUInt32BE(0) % PLACES;
    this.places.set(address, place);
    return place;
  }
}

/** Made when it is first needed. */
function limiterOf(points: number): () => RateLimiterMemory {
  let limiter: RateLimiterMemory | undefined;
  return () => {
    limiter ??= new (loadLimiter().RateLimiterMemory)({ points, duration: WINDOW_S });
    return limiter;
  };
}

const overQuota = (ms: number, points: number): HubError =>
  limited(ms, `This is more than the quota of ${points} a minute.`);

const guessing = (ms: number): HubError =>
  limited(
    ms,
    'This address has shown too many unknown keys, or asked for too many unknown queries.',
  );

function limited(ms: number, reason: string): HubError {
  const retryAfter = Math.max(1, Math.ceil(ms / 1_000));
  const message = `${reason} Wait ${retryAfter} seconds, then ask again.`;
  return new HubError(ProblemCode.RATE_LIMITED, message, null, { retryAfter });
}
