import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isSameOrigin } from '../server/auth/same-origin.js';
import { ME, SIGN_IN, SIGN_OUT } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { describeOnEveryStore } from './support/platforms.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

interface Answer {
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

describeOnEveryStore('Attempts to sign in', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ config: { TRUSTED_PROXIES: 1 } });
  });
  afterAll(() => hub.stop());

  /** From an address of its own, as the proxy tells it. */
  const attempt = async (email: string, password: string, from: string) => {
    const headers = { 'x-forwarded-for': `10.9.9.9, ${from}` };
    const { data } = await hub.ask(SIGN_IN, { email, password }, headers);
    return (data as { signIn: Answer }).signIn;
  };
  const codes = ({ problems }: Answer) => problems.map(({ code }) => code);

  it('on one account end after ten, wherever they come from, and even with the password', async () => {
    const { email } = await hub.build.member();
    for (let n = 0; n < 10; n += 1) {
      expect(codes(await attempt(email, 'not the right one', `192.0.2.${n}`))).toEqual([
        'UNAUTHENTICATED',
      ]);
    }
    const late = await attempt(email, PASSWORD, '192.0.2.100');

    expect(codes(late)).toEqual(['RATE_LIMITED']);
    await attempt(email, PASSWORD, '192.0.2.101');
    const action = 'limit.reached';
    const address = '192.0.2.0/24';
    expect(await hub.hub.models.audit.countDocuments({ action, address })).toBe(1);
    expect(late.problems[0]?.message).toMatch(/^Too many attempts\. Wait \d{1,3} seconds/);
  });

  it('are counted the same for an account that nobody has', async () => {
    for (let n = 0; n < 10; n += 1) await attempt('nobody@example.org', 'x', `192.0.2.${n}`);

    expect(codes(await attempt('nobody@example.org', 'x', '192.0.2.100'))).toEqual([
      'RATE_LIMITED',
    ]);
  });

  it('start from nought again after a success', async () => {
    const { email } = await hub.build.member();
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 9; n += 1) await attempt(email, 'not the right one', `192.0.3.${n}`);
      expect(codes(await attempt(email, PASSWORD, '192.0.3.100'))).toEqual([]);
    }
  });

  it('from one address end after a hundred, whoever they are for', async () => {
    const { email } = await hub.build.member();
    const own = '2001:db8:1:2:aaaa::';
    for (let n = 0; n < 100; n += 1) {
      await attempt(`guess-${n}@example.org`, 'x', `${own}${n.toString(16)}`);
    }

    expect(codes(await attempt(email, PASSWORD, `${own}ffff`))).toEqual(['RATE_LIMITED']);
    expect(codes(await attempt(email, PASSWORD, '2001:db8:1:3::1'))).toEqual([]);
  });

  it('are put on record, with the network and not the whole address', async () => {
    const { _id, email } = await hub.build.member();
    await attempt(email, 'not the right one', '198.51.100.77');
    await attempt(email, PASSWORD, '198.51.100.77');

    const entries = await hub.hub.models.audit.find({ address: '198.51.100.0/24' }).lean();
    expect(entries).toMatchObject([
      { action: 'session.start', outcome: 'REFUSED', memberId: null, target: _id },
      { action: 'session.start', outcome: 'DONE', memberId: _id },
    ]);
    expect(JSON.stringify(entries)).not.toContain('100.77');
  });

  it.each([
    ['an operator', '{"$ne":""}'],
    ['a regular expression', '.*'],
    ['a NUL', 'ada\u0000@example.org'],
    ['a new line', 'ada@example.org\nbcc: all@example.org'],
    ['a long text', 'a'.repeat(100_000)],
  ])('with %s as an address or password find nobody', async (_what, text) => {
    const { email } = await hub.build.member();
    expect(codes(await attempt(text, PASSWORD, '192.0.2.200'))).toEqual(['UNAUTHENTICATED']);
    expect(codes(await attempt(email, text, '192.0.2.201'))).toEqual(['UNAUTHENTICATED']);
  });

  it('with an object where a text belongs are refused before anything is asked', async () => {
    const commands = await hub.storeCommands(async () => {
      for (const email of [{ $ne: '' }, ['a'], 7]) {
        const { errors } = await hub.ask(SIGN_IN, { email, password: { $gt: '' } });
        expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }
    });
    expect(commands).toEqual([]);
  });

  it('with a malformed cookie are those of a stranger, and ask the store nothing', async () => {
    const cookies = [
      'saberes',
      'saberes=',
      'saberes={"$ne":""}',
      `saberes=${'A'.repeat(6_000)}`,
      'x=1; ;;=',
    ];
    const commands = await hub.storeCommands(async () => {
      for (const cookie of cookies) {
        expect(await new BrowserSession(hub, cookie).get('me', ME)).toBeNull();
      }
    });
    expect(commands).toEqual([]);
  });
});

describe('Another site', () => {
  let hub: TestHub;
  let cookie: string;
  beforeAll(async () => {
    hub = await startTestHub();
    ({ cookie } = await hub.sessionOf(await hub.build.member()));
  });
  afterAll(() => hub.stop());

  const body = JSON.stringify({ query: SIGN_OUT });
  const isSignedIn = async () => (await new BrowserSession(hub, cookie).get('me', ME)) !== null;

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('cannot send a mutation as "%s"', async (type) => {
    const headers = { cookie, 'content-type': type, 'sec-fetch-site': 'cross-site' };
    const { status } = await hub.post(body, headers);

    expect(status).toBe(415);
    expect(await isSignedIn()).toBe(true);
  });

  it('cannot put a mutation into an address', async () => {
    const url = `${hub.url}/graphql?query=${encodeURIComponent(SIGN_OUT)}`;
    for (const preflight of ['', '1']) {
      const headers = { cookie, 'apollo-require-preflight': preflight };
      const { status } = await fetch(url, { headers });
      expect([400, 405]).toContain(status);
    }
    expect(await isSignedIn()).toBe(true);
  });

  it('is told apart from the hub itself', () => {
    const own = 'https://saberes.example/base';
    const from = (headers: Record<string, string>) => isSameOrigin(headers, own);

    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ 'sec-fetch-site': 'none' })).toBe(true);
    expect(from({ origin: 'https://saberes.example' })).toBe(true);
    for (const site of ['cross-site', 'same-site', '', 'Same-Origin ']) {
      expect(from({ 'sec-fetch-site': site, origin: 'https://saberes.example' })).toBe(false);
    }
    for (const origin of ['null', 'https://saberes.example.evil', 'http://saberes.example', '']) {
      expect(from({ origin })).toBe(false);
    }
    expect(from({})).toBe(false);
  });
});
