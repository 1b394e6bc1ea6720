import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OTHER_ORIGINS } from '../server/embed/partner-usage.js';
import { DAY, ManualClock } from './support/manual-clock.js';
import { ORIGIN } from './support/partners.js';
import { describeOnEveryStore, realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describeOnEveryStore('What partners ask for', (startHub) => {
  const clock = new ManualClock();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ clock });
  });
  afterAll(() => hub.stop());

  const usage = () => hub.hub.embedding.usage;
  const today = () => clock.now().toISOString().slice(0, 10);

  it('is counted by day, query and origin, and added to what was counted before', async () => {
    const { _id: partner } = await hub.build.partner();
    const first = today();
    usage().note({ partner, query: 'water', origin: ORIGIN, cost: 40 });
    usage().note({ partner, query: 'water', origin: ORIGIN, cost: 1 });
    await usage().flush();
    usage().note({ partner, query: 'water', origin: null, cost: 1 });
    clock.pass(DAY);
    usage().note({ partner, query: 'seeds', origin: ORIGIN, cost: 5 });
    usage().note({ partner: 'ptr_other', query: 'seeds', origin: ORIGIN, cost: 5 });

    expect(await usage().summary(partner, first, today())).toEqual({
      since: first,
      until: today(),
      days: [
        { name: first, requests: 3, cost: 42 },
        { name: today(), requests: 1, cost: 5 },
      ],
      queries: [
        { name: 'water', requests: 3, cost: 42 },
        { name: 'seeds', requests: 1, cost: 5 },
      ],
      origins: [
        { name: ORIGIN, requests: 3, cost: 46 },
        { name: '', requests: 1, cost: 1 },
      ],
    });
    expect(await usage().summary(partner, today(), today())).toMatchObject({
      queries: [{ name: 'seeds' }],
    });
  });

  it('tells when a stored query was last used', async () => {
    const { _id: partner } = await hub.build.partner();
    const { _id: query } = await hub.build.storedQuery({ partner });
    usage().note({ partner, query, origin: ORIGIN, cost: 1 });
    await usage().flush();

    const stored = await hub.hub.models.storedQuery.findById(query).lean();
    expect(stored?.lastUsedAt).toEqual(clock.now());
  });

  it('takes a bounded number of rows a day, however many origins lie below a wildcard', async () => {
    const { _id: partner } = await hub.build.partner({ origins: ['https://*.partner.example'] });
    for (let site = 0; site < 1_000; site += 1) {
      usage().note({ partner, query: 'q', origin: `https://s${site}.partner.example`, cost: 1 });
    }

    const { origins, queries } = await usage().summary(partner, today(), today());

    expect(origins).toHaveLength(201);
    expect(origins[0]).toEqual({ name: OTHER_ORIGINS, requests: 800, cost: 800 });
    expect(queries).toEqual([{ name: 'q', requests: 1_000, cost: 1_000 }]);
  });

  it('is told of the busiest origins, however many there were in many days', async () => {
    const { _id: partner } = await hub.build.partner({ origins: ['https://*.partner.example'] });
    const first = today();
    for (let day = 0; day < 3; day += 1, clock.pass(DAY)) {
      for (let site = 0; site < 200; site += 1) {
        const origin = `https://d${day}s${site}.partner.example`;
        usage().note({ partner, query: 'q', origin, cost: 1 });
      }
    }
    usage().note({ partner, query: 'q', origin: 'https://d2s9.partner.example', cost: 1 });

    const { origins, queries } = await usage().summary(partner, first, today());

    expect(origins).toHaveLength(500);
    expect(origins[0]).toEqual({ name: 'https://d2s9.partner.example', requests: 2, cost: 2 });
    expect(queries).toEqual([{ name: 'q', requests: 601, cost: 601 }]);
  });

  it.each(['2026-02-31', '2025-02-29', '2026-13-01', 'yesterday'])(
    'is told of days of the calendar alone: not of %s',
    async (day) => {
      const { _id: partner } = await hub.build.partner();
      for (const span of [[day], [null, day]] as const) {
        await expect(usage().summary(partner, ...span)).rejects.toThrow(`no day "${day}"`);
      }
      const asked = `{ partner(id: "${partner}") { usage(since: "${day}") { requests } } }`;
      const { errors } = await hub.ask(asked);
      expect(errors?.[0]?.message).toContain(day);
    },
  );

  it('is forgotten after 400 days', async () => {
    const { _id: partner } = await hub.build.partner();
    usage().note({ partner, query: 'old', origin: null, cost: 1 });
    await usage().flush();
    clock.pass(401 * DAY);
    usage().note({ partner, query: 'new', origin: null, cost: 1 });

    await usage().flush();

    const { models } = hub.hub;
    expect(await models.partnerUsage.find({ partner }, 'query -_id').lean()).toEqual([
      { query: 'new' },
    ]);
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo('What a partner asks of two hubs', () => {
  let one: TestHub;
  let other: TestHub;
  beforeAll(async () => {
    const MONGODB_URI = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('usage'));
    one = await startTestHub({ config: { MONGODB_URI } });
    other = await startTestHub({ config: { MONGODB_URI } });
  });
  afterAll(async () => {
    await one.stop();
    await other.stop();
  });

  it('is added up, also what one of them had not yet written when it stopped', async () => {
    const { _id: partner } = await one.build.partner();
    for (const { hub } of [one, other, one]) {
      hub.embedding.usage.note({ partner, query: 'water', origin: ORIGIN, cost: 2 });
    }

    await one.hub.stop();

    expect(await other.hub.embedding.usage.summary(partner)).toMatchObject({
      queries: [{ name: 'water', requests: 3, cost: 6 }],
    });
  });
});
