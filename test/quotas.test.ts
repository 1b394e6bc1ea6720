import { describe, expect, it } from '@jest/globals';
import type { Payer } from '../server/embed/quotas.js';
import { Quotas } from '../server/embed/quotas.js';

const LIMITS = { QUOTA_STRANGERS: 10, QUOTA_PUBLIC_KEY: 20, QUOTA_SECRET_KEY: 30 };

const refusal = (quotas: Quotas, who: Payer, cost: number) =>
  quotas.take(who, cost).then(
    () => null,
    (error: unknown) => error,
  );

const OVER = {
  code: 'RATE_LIMITED',
  message: expect.stringMatching(/Wait \d+ seconds/),
  more: { retryAfter: expect.any(Number) },
};

describe('Quotas', () => {
  it.each([
    [{ address: '192.0.2.1' }, 10],
    [{ partner: 'ptr_a', kind: 'PUBLIC' }, 20],
    [{ partner: 'ptr_a', kind: 'SECRET' }, 30],
  ] as const)('are used up by cost: %j', async (who, quota) => {
    const quotas = new Quotas(LIMITS);
    expect(await refusal(quotas, who, quota - 1)).toBeNull();
    expect(await refusal(quotas, who, 1)).toBeNull();

    const refused = await refusal(quotas, who, 1);

    expect(refused).toMatchObject(OVER);
    const { more } = refused as { readonly more: { readonly retryAfter: number } };
    expect(more.retryAfter).toBeGreaterThan(0);
    expect(more.retryAfter).toBeLessThanOrEqual(60);
  });

  it('are of each partner, each kind of key and each address', async () => {
    const quotas = new Quotas(LIMITS);
    await quotas.take({ partner: 'ptr_a', kind: 'PUBLIC' }, 20);
    await quotas.take({ address: '192.0.2.1' }, 10);

    for (const who of [
      { partner: 'ptr_b', kind: 'PUBLIC' },
      { partner: 'ptr_a', kind: 'SECRET' },
      { address: '192.0.2.2' },
    ] as const) {
      expect(await refusal(quotas, who, 10)).toBeNull();
    }
  });

  it('count one subscriber of IPv6 once, whichever address of the network asks', async () => {
    const quotas = new Quotas(LIMITS);
    await quotas.take({ address: '2001:db8:1:2::1' }, 10);

    expect(await refusal(quotas, { address: '2001:db8:1:2:ffff::2' }, 1)).toMatchObject(OVER);
    expect(await refusal(quotas, { address: '2001:db8:1:3::1' }, 1)).toBeNull();
  });

  it('count an answer that costs nothing as one', async () => {
    const quotas = new Quotas({ ...LIMITS, QUOTA_STRANGERS: 1 });
    await quotas.take({ address: '192.0.2.1' }, 0);

    expect(await refusal(quotas, { address: '192.0.2.1' }, 0)).toMatchObject(OVER);
  });
});
