import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StoredQueryStatus } from '../schema/partner-enums.js';
import { embedded, refusal } from './support/embed.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

type Partner = Awaited<ReturnType<typeof buildPartner>>;

const MISSING = { status: 401, code: 'KEY_MISSING' };
const INVALID = { status: 401, code: 'KEY_INVALID' };
const ELSEWHERE = { status: 403, code: 'ORIGIN_NOT_ALLOWED' };
const UNKNOWN = { status: 404, code: 'QUERY_NOT_FOUND' };
const RETIRED = { status: 410, code: 'QUERY_RETIRED' };

describeOnEveryStore('A key of a partner', (startHub) => {
  let hub: TestHub;
  let partner: Partner;
  let other: Partner;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.item({ slug: 'a', texts: { es: { title: 'Uno' } } });
    const { models } = hub.hub;
    partner = await buildPartner(models);
    other = await buildPartner(models, { origins: ['https://other.example'] });
    const { _id } = partner;
    await buildStoredQuery(models, { _id: 'own', partner: _id });
    await buildStoredQuery(models, { _id: 'draft', partner: _id, status: StoredQueryStatus.DRAFT });
    await buildStoredQuery(models, {
      _id: 'retired',
      partner: _id,
      status: StoredQueryStatus.RETIRED,
    });
    await buildStoredQuery(models, { _id: 'foreign', partner: other._id });
  });
  afterAll(() => hub.stop());

  const onSite = (what: string, key: string, origin = ORIGIN) =>
    embedded(hub, `${what}?key=${key}`, { origin });
  const fromServer = (what: string, key: string, headers = {}) =>
    embedded(hub, what, { authorization: `Bearer ${key}`, ...headers });

  it('lets a page on a site of the partner ask its stored queries', async () => {
    const answer = await onSite('own', partner.publicKey);

    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Uno');
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('vary')).toBe('origin, accept-encoding, accept-language');
    expect(answer.headers.get('cache-control')).toMatch(/^public, /);
  });

  it('may come in a header, and then no shared cache keeps the answer', async () => {
    const answer = await fromServer('own', partner.publicKey, { origin: ORIGIN });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^private, /);
  });

  it('is known by the page that a browser comes from, where it sends no origin', async () => {
    const from = (referer: string) =>
      embedded(hub, `own?key=${partner.publicKey}`, { referer }).then(refusal);

    expect(await from(`${ORIGIN}/news/today`)).toMatchObject({ status: 200 });
    expect(await from('https://elsewhere.example/')).toEqual(ELSEWHERE);
    expect(await from('no address')).toEqual(ELSEWHERE);
  });

  it.each([
    'https://elsewhere.example',
    'https://www.partner.example.elsewhere.example',
    'https://partner.example',
    'http://www.partner.example',
    'https://www.partner.example:8443',
    'null',
    '',
  ])('is of no use on %p', async (origin) => {
    expect(refusal(await onSite('own', partner.publicKey, origin))).toEqual(ELSEWHERE);
    expect(refusal(await onSite('newest', partner.publicKey, origin))).toEqual(ELSEWHERE);
  });

  it('is of no use to a server when it is public', async () => {
    const answer = await fromServer('own', partner.publicKey);

    expect(refusal(answer)).toEqual(ELSEWHERE);
    expect(answer.errors[0]?.message).toMatch(/Servers use a secret key/);
  });

  it('may be tried on the pages of the hub itself', async () => {
    const answer = await onSite('own', partner.publicKey, hub.hub.url);

    expect(answer.status).toBe(200);
  });

  it('lets a server ask with a secret one, from nowhere in particular', async () => {
    const answer = await fromServer('own', partner.secretKey);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^private, /);
  });

  it('does not belong in a page when it is secret', async () => {
    const inPage = await fromServer('own', partner.secretKey, { origin: ORIGIN });
    const inAddress = await embedded(hub, `own?key=${partner.secretKey}`);

    expect(refusal(inPage)).toEqual(ELSEWHERE);
    expect(inPage.errors[0]?.message).toMatch(/secret key does not belong in a page/);
    expect(refusal(inAddress)).toEqual(INVALID);
    expect(inAddress.errors[0]?.message).toMatch(/header/);
    expect(inAddress.text).not.toContain(partner.secretKey);
  });

  it('opens drafts only when it is secret, and retired queries never', async () => {
    expect((await fromServer('draft', partner.secretKey)).status).toBe(200);
    expect(refusal(await onSite('draft', partner.publicKey))).toEqual(UNKNOWN);
    expect(refusal(await onSite('retired', partner.publicKey))).toEqual(RETIRED);
    expect(refusal(await fromServer('retired', partner.secretKey))).toEqual(RETIRED);
  });

  it('says the same of what belongs to others and of what there is not', async () => {
    const saying = async (id: string, key: string) => {
      const answer = await fromServer(id, key);
      return { ...refusal(answer), message: answer.errors[0]?.message.replace(id, 'ID') };
    };
    const nowhere = await saying('nowhere', partner.secretKey);

    expect(nowhere).toMatchObject(UNKNOWN);
    expect(await saying('foreign', partner.secretKey)).toEqual(nowhere);
    expect(await saying('retired', other.secretKey)).toEqual(nowhere);
    expect(await saying('draft', other.secretKey)).toEqual(nowhere);
  });

  it('is asked for before anything is said about a query', async () => {
    for (const id of ['own', 'draft', 'retired', 'foreign', 'nowhere']) {
      expect(refusal(await embedded(hub, id, { origin: ORIGIN }))).toEqual(MISSING);
    }
  });

  it.each(['sabp_', 'sabp_nothing', 'x', `sabp_${'A'.repeat(43)}`, '$ne', '{"$gt":""}'])(
    'has to be one: %s',
    async (key) => {
      expect(refusal(await onSite('own', encodeURIComponent(key)))).toEqual(INVALID);
      expect(refusal(await onSite('newest', encodeURIComponent(key)))).toEqual(INVALID);
    },
  );

  it('opens ready-made queries too', async () => {
    expect((await onSite('newest', partner.publicKey)).status).toBe(200);
    expect((await fromServer('newest', partner.secretKey)).status).toBe(200);
  });

  it('is of no use once it was revoked', async () => {
    const { models, embedding } = hub.hub;
    const revoked = await buildPartner(models);
    await buildStoredQuery(models, { _id: 'revoked', partner: revoked._id });
    expect((await onSite('revoked', revoked.publicKey)).status).toBe(200);
    await models.partner.updateOne({ _id: revoked._id }, { $set: { keys: [] } });
    embedding.keys.forget();

    expect(refusal(await onSite('revoked', revoked.publicKey))).toEqual(INVALID);
  });

  it('has its use counted by query and origin', async () => {
    const { models, embedding } = hub.hub;
    const counted = await buildPartner(models);
    await buildStoredQuery(models, { _id: 'counted', partner: counted._id });
    for (let times = 0; times < 3; times += 1) await onSite('counted', counted.publicKey);
    await fromServer('newest', counted.secretKey);

    const { queries, origins } = await embedding.usage.summary(counted._id);

    expect(queries).toMatchObject([
      { name: 'counted', requests: 3 },
      { name: 'newest', requests: 1 },
    ]);
    expect(origins).toMatchObject([
      { name: ORIGIN, requests: 3 },
      { name: '', requests: 1 },
    ]);
  });
});

describeOnEveryStore('The quota', () => {
  const starting = (config: Readonly<Record<string, number>>) => startTestHub({ config });
  const OVER = { status: 429, code: 'RATE_LIMITED' };

  it('of strangers ends with a time to wait, and leaves partners alone', async () => {
    const hub = await starting({ QUOTA_STRANGERS: 1_000 });
    try {
      const partner = await buildPartner(hub.hub.models);
      let last = await embedded(hub, 'newest');
      for (let times = 0; times < 1_000 && last.status === 200; times += 1) {
        last = await embedded(hub, `newest?limit=${(times % 50) + 1}`);
      }
      expect(refusal(last)).toEqual(OVER);
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(last.headers.get('access-control-expose-headers')).toMatch(/retry-after/);

      const withKey = await embedded(hub, `newest?key=${partner.publicKey}`, { origin: ORIGIN });
      expect(withKey.status).toBe(200);
    } finally {
      await hub.stop();
    }
  });

  it('asks less for an answer from memory', async () => {
    const hub = await starting({ QUOTA_STRANGERS: 500 });
    try {
      const all = [];
      for (let times = 0; times < 100; times += 1) all.push(await embedded(hub, 'newest?limit=5'));

      expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    } finally {
      await hub.stop();
    }
  });

  it('of one partner is not that of another, nor of its other kind of key', async () => {
    const hub = await starting({ QUOTA_PUBLIC_KEY: 1 });
    try {
      const partner = await buildPartner(hub.hub.models);
      const other = await buildPartner(hub.hub.models);
      await embedded(hub, 'newest');
      const ask = (key: string) => embedded(hub, `newest?key=${key}`, { origin: ORIGIN });

      expect((await ask(partner.publicKey)).status).toBe(200);
      expect(refusal(await ask(partner.publicKey))).toEqual(OVER);
      expect((await ask(other.publicKey)).status).toBe(200);
      const authorization = `Bearer ${partner.secretKey}`;
      expect((await embedded(hub, 'newest', { authorization })).status).toBe(200);
    } finally {
      await hub.stop();
    }
  });
});
