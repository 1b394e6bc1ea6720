import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf } from './support/administrator.js';
import { AUDIT } from './support/auth-operations.js';
import type { BrowserSession } from './support/browser-session.js';
import { eventually } from './support/eventually.js';
import { CREATE_KEY, type PartnerAnswer, REVOKE_KEY } from './support/partner-operations.js';
import { ORIGIN } from './support/partners.js';
import { describeOnEveryStore, realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const createKey = (session: BrowserSession, id: string, kind = 'PUBLIC') =>
  session.get<PartnerAnswer>('createPartnerKey', CREATE_KEY, { input: { id, kind } });
const revokeKey = (session: BrowserSession, id: string, key: string) =>
  session.get<PartnerAnswer>('revokePartnerKey', REVOKE_KEY, { input: { id, key } });

describeOnEveryStore('Keys of partners', (startHub) => {
  let hub: TestHub;
  let administrator: BrowserSession;
  beforeAll(async () => {
    hub = await startHub();
    administrator = await administratorOf(hub);
  });
  afterAll(() => hub.stop());

  const find = (key: string | null | undefined) => hub.hub.embedding.keys.find(key ?? '');

  it.each([
    ['PUBLIC', /^sabp_[\w-]{43}$/],
    ['SECRET', /^sabs_[\w-]{43}$/],
  ])('are told once, and known afterwards by their ends: %s', async (kind, form) => {
    const { _id: id } = await hub.build.partner({ keys: [] });

    const { secret, key, problems } = await createKey(administrator, id, kind);

    expect(problems).toEqual([]);
    expect(secret).toMatch(form);
    expect(key).toEqual({
      id: expect.stringMatching(/^pky_/),
      kind,
      prefix: secret?.slice(0, 11),
      lastFour: secret?.slice(-4),
    });
    expect(await find(secret)).toMatchObject({ partner: { id }, kind, keyId: key?.id });
    const stored = JSON.stringify(await hub.hub.models.partner.findById(id).lean());
    expect(stored).not.toContain(secret?.slice(11, -4));
  });

  it('are exchanged without a gap: two of a kind hold at once, and no third', async () => {
    const { _id: id, publicKey, keys } = await hub.build.partner();
    const { secret } = await createKey(administrator, id);
    expect(await find(publicKey)).not.toBeNull();
    expect(await find(secret)).not.toBeNull();
    expect(await createKey(administrator, id)).toMatchObject({
      secret: null,
      problems: [{ code: 'LIMIT_REACHED' }],
    });

    const { partner } = await revokeKey(administrator, id, keys[0]?._id ?? '');

    expect(partner?.keys).toHaveLength(2);
    expect(await find(publicKey)).toBeNull();
    expect(await find(secret)).not.toBeNull();
    expect((await createKey(administrator, id)).problems).toEqual([]);
  });

  it('never exceed two of a kind, however many ask for one at once', async () => {
    const { _id: id } = await hub.build.partner({ keys: [] });

    await Promise.all(Array.from({ length: 8 }, () => createKey(administrator, id)));

    const { keys = [] } = (await hub.hub.models.partner.findById(id).lean()) ?? {};
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThanOrEqual(2);
  });

  it('are revoked of their own partner only', async () => {
    const { keys } = await hub.build.partner();
    const { _id: other } = await hub.build.partner();

    expect(await revokeKey(administrator, other, keys[0]?._id ?? '')).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
  });

  it('are on record by their ids, never themselves', async () => {
    const { _id: target } = await hub.build.partner({ keys: [] });
    const { key, secret } = await createKey(administrator, target);
    await revokeKey(administrator, target, key?.id ?? '');

    const { text } = await administrator.ask(AUDIT, { filter: { target } });

    expect(text).toContain(`"partner.key.create","target":"${target}"`);
    expect(text).toContain(`"note":"PUBLIC ${key?.id}"`);
    expect(text).toContain('partner.key.revoke');
    expect(text).not.toContain(secret);
    expect(JSON.stringify(hub.log)).not.toContain(secret);
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo('A key that is revoked at one of two hubs', () => {
  let one: TestHub;
  let other: TestHub;
  beforeAll(async () => {
    const MONGODB_URI = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('keys'));
    one = await startTestHub({ config: { MONGODB_URI } });
    other = await startTestHub({ config: { MONGODB_URI } });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  it('is void there at once, and at the other within five seconds', async () => {
    const { _id, publicKey, keys } = await one.build.partner();
    const headers = { origin: ORIGIN };
    const askedOf = async ({ url }: TestHub) =>
      (await fetch(`${url}/embed/newest.json?key=${publicKey}`, { headers })).status;
    expect([await askedOf(one), await askedOf(other)]).toEqual([200, 200]);
    await revokeKey(await administratorOf(one), _id, keys[0]?._id ?? '');

    expect(await askedOf(one)).toBe(401);
    await eventually(async () => expect(await askedOf(other)).toBe(401), 5_000);
  });
});
