import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ANSWER,
  type Answered,
  type BuiltPartner,
  codeOf,
  DOCUMENT,
  DRAFT,
  FREE,
  get,
  idOf,
  post,
  remembered,
  STORED_ONLY,
  startWithPartner,
  withKey,
} from './support/documents.js';
import { ORIGIN } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('A hub that answers strangers stored queries only', () => {
  let hub: TestHub;
  let partner: BuiltPartner;
  beforeAll(async () => {
    ({ hub, partner } = await startWithPartner({ OPEN_QUERIES: 'known' }));
  });
  afterAll(() => hub.stop());

  it('refuses their own queries, in every form and however often', async () => {
    const preflight = { 'apollo-require-preflight': 'true' };
    for (let times = 0; times < 3; times += 1) {
      expect(codeOf(await post(hub, { query: FREE }))).toEqual(STORED_ONLY);
      expect(codeOf(await get(hub, { query: FREE }, preflight))).toEqual(STORED_ONLY);
      expect(codeOf(await post(hub, { query: '{ __schema { types { name } } }' }))).toEqual(
        STORED_ONLY,
      );
      expect(codeOf(await post(hub, { query: FREE }, { cookie: 'saberes=ended' }))).toEqual(
        STORED_ONLY,
      );
    }
  });

  it('refuses automatically persisted ones, and remembers none', async () => {
    const extensions = remembered(FREE);
    expect(codeOf(await post(hub, { query: FREE, extensions }))).toEqual(STORED_ONLY);
    const answer = await post(hub, { extensions });

    expect(answer.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('refuses them one that a member had remembered', async () => {
    const extensions = remembered(DRAFT);
    await post(hub, { query: DRAFT, extensions }, { authorization: 'elena' });
    expect((await post(hub, { extensions }, { authorization: 'elena' })).data).toMatchObject({
      knowledgeItems: {},
    });

    expect(codeOf(await post(hub, { extensions }))).toEqual(STORED_ONLY);
  });

  it('refuses them what it has answered to others a moment ago', async () => {
    await post(hub, { query: DRAFT }, { authorization: 'elena' });
    await post(hub, { query: DRAFT }, withKey(partner.secretKey));

    expect(codeOf(await post(hub, { query: DRAFT }))).toEqual(STORED_ONLY);
  });

  it('answers them ready-made queries, and partners stored ones', async () => {
    expect((await get(hub, { documentId: 'newest' })).status).toBe(200);
    const stored = {
      documentId: idOf(DOCUMENT),
      variables: '{"slug":"a"}',
      key: partner.publicKey,
    };
    expect((await get(hub, stored, { origin: ORIGIN })).data).toEqual(ANSWER);
  });

  it('answers members and secret keys whatever they ask', async () => {
    expect((await post(hub, { query: FREE }, { authorization: 'elena' })).status).toBe(200);
    expect((await post(hub, { query: FREE }, withKey(partner.secretKey))).status).toBe(200);
  });

  it('lets strangers sign in', async () => {
    const query =
      'mutation { signIn(input: { email: "x@example.org", password: "wrong" }) { problems { code } } }';
    const answer = await post(hub, { query });

    expect(answer.status).toBe(200);
    expect(answer.data).toHaveProperty('signIn');
  });

  it('shows its pages to everybody', async () => {
    const page = await fetch(`${hub.url}/es/search?q=uno`);

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Uno');
  });
});

describe('A key in a query of somebody’s own', () => {
  let hub: TestHub;
  let partner: BuiltPartner;
  beforeAll(async () => {
    ({ hub, partner } = await startWithPartner({ QUOTA_SECRET_KEY: 60 }));
  });
  afterAll(() => hub.stop());

  it('has to be secret', async () => {
    const headers = { ...withKey(partner.publicKey), origin: ORIGIN };

    expect(codeOf(await post(hub, { query: FREE }, headers))).toEqual(STORED_ONLY);
  });

  it('has to be one, and in no page', async () => {
    const unknown = withKey(`sabs_${'A'.repeat(43)}`);
    const inPage = { ...withKey(partner.secretKey), origin: ORIGIN };

    expect(codeOf(await post(hub, { query: FREE }, unknown))).toEqual({
      status: 401,
      code: 'KEY_INVALID',
    });
    expect(codeOf(await post(hub, { query: FREE }, inPage))).toEqual({
      status: 403,
      code: 'ORIGIN_NOT_ALLOWED',
    });
  });

  it('pays for it', async () => {
    let last = await post(hub, { query: DRAFT }, withKey(partner.secretKey));
    for (let times = 0; times < 60 && last.status === 200; times += 1) {
      last = await post(hub, { query: DRAFT }, withKey(partner.secretKey));
    }

    expect(codeOf(last)).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('A stranger’s own query', () => {
  it('costs what it costs, and little from memory', async () => {
    const hub = await startTestHub({ config: { QUOTA_STRANGERS: 300 } });
    try {
      const kept = [];
      for (let times = 0; times < 50; times += 1) kept.push(await post(hub, { query: FREE }));
      expect(kept.map(({ status }) => status)).toEqual(kept.map(() => 200));

      let last = kept[0] as Answered;
      for (let first = 1; first <= 100 && last.status === 200; first += 1) {
        const query = `{ knowledgeItems(first: ${first}) { nodes { slug title } } }`;
        last = await post(hub, { query });
      }

      expect(codeOf(last)).toEqual({ status: 429, code: 'RATE_LIMITED' });
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await hub.stop();
    }
  });
});
