import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { ANONYMOUS } from '../server/auth/viewer.js';
import { Locale } from '../server/locale.js';
import { ME } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { freePort } from './support/cli.js';
import { CLIENT_ID, CLIENT_SECRET, type Person, TestProvider } from './support/oidc-provider.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WebTraveller } from './support/web-traveller.js';

const START = '/auth/oidc/sso/start';
const CALLBACK = '/auth/oidc/sso/callback';
const INSTITUTION = 'act_ministry';
const BOTH = ['act_ministry', 'act_other'].map((institution) => ({
  institution,
  role: InstitutionRole.EDITOR,
}));

describe("Signing in through an institution's identity provider", () => {
  let provider: TestProvider;
  let hub: TestHub;
  let url: string;
  beforeAll(async () => {
    const PORT = Number(await freePort());
    url = `http://127.0.0.1:${PORT}`;
    provider = await TestProvider.start(() => `${url}${CALLBACK}`);
    hub = await startTestHub({
      config: {
        PORT,
        PUBLIC_URL: url,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT_ID,
        OIDC_CLIENT_SECRET: CLIENT_SECRET,
        OIDC_NAME: 'Ministry',
        OIDC_INSTITUTION: INSTITUTION,
      },
    });
    await hub.build.actor({ slug: 'ministry' });
  });
  afterAll(async () => {
    await hub.stop();
    await provider.stop();
  });

  const person = (login: string, parts: Partial<Person> = {}): string => {
    const usual = { email: `${login}@ministry.example`, email_verified: true, name: login };
    provider.people.set(login, { ...usual, ...parts });
    return login;
  };
  const memberships = [{ institution: INSTITUTION, role: InstitutionRole.CONTRIBUTOR }];

  /** Through the provider's own pages, up to the way back to the hub. */
  const wayBack = async (traveller: WebTraveller, login: string, to = ''): Promise<URL> => {
    let { url: at } = await traveller.go(`${url}${START}${to}`, {});
    for (const prompt of ['login', 'consent']) {
      const body = new URLSearchParams({ prompt, login, password: 'any' });
      let answer = await traveller.fetch(at, { method: 'POST', body });
      while (answer.headers.get('location')) {
        at = new URL(answer.headers.get('location') ?? '', at);
        if (at.origin === url) return at;
        answer = await traveller.fetch(at);
      }
    }
    throw new Error(`The provider kept the traveller at ${at.href}.`);
  };
  const signIn = async (login: string, to = '') => {
    const traveller = new WebTraveller();
    const response = await traveller.fetch(await wayBack(traveller, login, to));
    return { response, cookie: `saberes=${traveller.cookie(url, 'saberes') ?? ''}` };
  };
  const me = (cookie: string) =>
    new BrowserSession(hub, cookie).get<{ member: { id: string } } | null>('me', ME);

  it('is offered by its name', async () => {
    expect(await hub.query('{ identityProviders { name startPath } }')).toEqual({
      identityProviders: [{ name: 'Ministry', startPath: START }],
    });
  });

  it('lets a member in by a verified address, and later by who they are', async () => {
    const login = person('ada');
    const ada = await hub.build.member({ email: 'ada@ministry.example', memberships });
    const { response, cookie } = await signIn(login, '?to=/en/search');

    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/search']);
    expect(await me(cookie)).toMatchObject({ member: { id: ada._id } });
    person('ada', { email: 'ada.new@elsewhere.example', email_verified: false });
    expect(await me((await signIn(login)).cookie)).toMatchObject({ member: { id: ada._id } });
  });

  it('makes the account of an invited person, with what the invitation promised', async () => {
    const invited = { email: 'eva@ministry.example', locale: Locale.PT, memberships };
    await hub.hub.auth.invitations.invite(ANONYMOUS, invited, '');
    const { cookie } = await signIn(person('eva'));

    expect(await me(cookie)).toMatchObject({
      member: {
        name: 'eva',
        email: 'eva@ministry.example',
        locale: 'PT',
        memberships: [{ institution: { slug: 'ministry' }, role: 'CONTRIBUTOR' }],
      },
    });
    expect(await hub.hub.auth.invitations.openFor('eva@ministry.example')).toEqual([]);
  });

  it.each([
    ['whom nobody invited', 'stranger', {}, null],
    ['whose address is not verified', 'unverified', { email_verified: false }, memberships],
    ['of no institution', 'nowhere', {}, []],
    ['who works for another institution, too', 'double', {}, BOTH],
  ])('refuses somebody %s, in words', async (_what, login, parts, of) => {
    person(login, parts);
    if (of) await hub.build.member({ email: `${login}@ministry.example`, memberships: of });
    const { response, cookie } = await signIn(login);

    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain('Ask your institution for an invitation');
    expect(await me(cookie)).toBeNull();
  });

  it('refuses a member who is disabled', async () => {
    const { _id } = await hub.build.member({ email: 'gone@ministry.example', memberships });
    expect((await signIn(person('gone'))).response.status).toBe(303);
    await hub.hub.models.member.updateOne({ _id }, { isDisabled: true });

    expect((await signIn('gone')).response.status).toBe(403);
  });

  it('takes an answer only in the browser that asked, and once', async () => {
    await hub.build.member({ email: 'lin@ministry.example', memberships });
    const traveller = new WebTraveller();
    const back = await wayBack(traveller, person('lin'));
    const elsewhere = await new WebTraveller().fetch(back);
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.headers.getSetCookie().join()).not.toMatch(/saberes=\w/);

    expect((await traveller.fetch(back)).status).toBe(303);
    expect((await traveller.fetch(back)).status).toBe(400);
  });

  it('refuses a state, a nonce or a verifier that does not fit, and a code that is used up', async () => {
    const { _id: member } = await hub.build.member({ email: 'mia@ministry.example', memberships });
    person('mia');
    for (const part of ['state', 'nonce', 'verifier']) {
      const traveller = new WebTraveller();
      const back = await wayBack(traveller, 'mia');
      const kept = traveller.cookie(url, 'saberes-oidc') ?? '';
      const departure = JSON.parse(Buffer.from(kept, 'base64url').toString()) as object;
      const changed = JSON.stringify({ ...departure, [part]: 'A'.repeat(43) });
      traveller.setCookie(url, 'saberes-oidc', Buffer.from(changed).toString('base64url'));
      expect((await traveller.fetch(back)).status).toBe(400);
    }
    expect(await hub.hub.models.session.countDocuments({ member })).toBe(0);
    const traveller = new WebTraveller();
    const back = await wayBack(traveller, 'mia');
    const kept = traveller.cookie(url, 'saberes-oidc') ?? '';
    expect((await traveller.fetch(back)).status).toBe(303);
    traveller.setCookie(url, 'saberes-oidc', kept);
    expect((await traveller.fetch(back)).status).toBe(400);
    expect(await hub.hub.models.session.countDocuments({ member })).toBe(1);
  });

  it.each([
    ['no cookie', undefined],
    ['a cookie that is no JSON', 'x'],
    ['a cookie of another form', Buffer.from('{"state":{"$ne":""}}').toString('base64url')],
    ['a cookie without end', 'A'.repeat(5_000)],
  ])('refuses a way back with %s', async (_what, cookie) => {
    const traveller = new WebTraveller();
    if (cookie) traveller.setCookie(url, 'saberes-oidc', cookie);
    const { status } = await traveller.fetch(new URL(`${url}${CALLBACK}?code=x&state=y`));
    expect(status).toBe(400);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\nb',
  ])('leads to no other site: %j', async (to) => {
    const traveller = new WebTraveller();
    await traveller.fetch(new URL(`${url}${START}?to=${encodeURIComponent(to)}`));
    const kept = Buffer.from(traveller.cookie(url, 'saberes-oidc') ?? '', 'base64url').toString();
    expect(JSON.parse(kept)).toMatchObject({ returnTo: '/' });
  });

  it('leaves no code, secret or token in the log and the trail', async () => {
    const trail = await hub.hub.models.audit.find({ note: 'sso' }).lean();
    expect(trail.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['DONE', 'REFUSED']),
    );
    expect(JSON.stringify([trail, hub.log])).not.toMatch(/code=|eyJ|a-secret-between/);
  });
});

describe('An identity provider that is away', () => {
  it('is said to be, and the rest of the hub works', async () => {
    const hub = await startTestHub({
      config: {
        OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
        OIDC_CLIENT_ID: CLIENT_ID,
        OIDC_CLIENT_SECRET: CLIENT_SECRET,
      },
    });
    try {
      const response = await fetch(`${hub.url}${START}`, { headers: { 'accept-language': 'fr' } });
      expect(response.status).toBe(503);
      expect(await response.text()).toContain("Le service d'identité ne répond pas.");
      expect(await hub.query('{ hub { name } }')).toBeDefined();
    } finally {
      await hub.stop();
    }
  });
});
