import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LESSON, RecordSteps } from './support/editorial.js';
import { embedded } from './support/embed.js';
import { KnownMembers } from './support/members.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const CANARY = 'quetzalcanario';
const REASON = [{ locale: 'ES', text: 'Contiene un error.' }];

describe('A withdrawn record', () => {
  let hub: TestHub;
  const members = new KnownMembers();
  let institute: string;
  let content: Record<string, unknown>;
  let key: string;
  beforeAll(async () => {
    hub = await startTestHub({ authenticator: members });
    institute = (await hub.build.actor({ slug: 'instituto' }))._id;
    members.editor('elena', institute);
    const theme = (await hub.build.theme({ code: 'salud' })).code;
    const texts = LESSON.texts.map((text) => ({ ...text, title: CANARY }));
    content = { ...LESSON, themes: [theme], texts };
    const { models } = hub.hub;
    const partner = await buildPartner(models);
    key = partner.publicKey;
    await buildStoredQuery(models, { _id: 'ours', partner: partner._id });
  });
  afterAll(() => hub.stop());

  const questions = (slug: string) => [
    'search',
    `search?query=${CANARY}`,
    'newest',
    'theme?code=salud',
    `item?slug=${slug}`,
    `ours?key=${key}`,
  ];
  const ask = (what: string, headers = {}) => embedded(hub, what, { origin: ORIGIN, ...headers });

  it('is gone from every answer at once, also for who holds an old one', async () => {
    const steps = await RecordSteps.create(hub, 'elena', institute, content);
    await steps.take('elena', 'submitDraft');
    const { record } = await steps.take('elena', 'publishDraft');
    await hub.hub.indexer.settle();
    const all = questions(record?.slug ?? '');
    const before = await Promise.all(all.map((what) => ask(what)));
    for (const { text } of before) expect(text).toContain(CANARY);

    const { problems } = await steps.take('elena', 'withdrawItem', { reason: REASON });

    expect(problems).toEqual([]);
    for (const [at, what] of all.entries()) {
      const etag = before[at]?.headers.get('etag') ?? '';
      const after = await ask(what, { 'if-none-match': etag });
      expect(after.status).toBe(200);
      expect(after.text).not.toContain(CANARY);
    }
  });

  it('cannot be kept by shared caches for more than a few seconds', async () => {
    for (const what of questions('x')) {
      const control = (await ask(what)).headers.get('cache-control') ?? '';
      const seconds = [...control.matchAll(/=(\d+)/g)].map(([, given]) => Number(given));

      expect(seconds).toHaveLength(2);
      expect(seconds.reduce((sum, one) => sum + one, 0)).toBeLessThan(5);
    }
  });
});
