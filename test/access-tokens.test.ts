import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HubRole, TokenScope } from '../schema/member-enums.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import { CHANGE_PASSWORD, CREATE_TOKEN, ME, REVOKE_TOKEN } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { DAY, HOUR, ManualClock } from './support/manual-clock.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

interface Made {
  readonly secret: string;
  readonly accessToken: { readonly id: string; readonly prefix: string };
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
}

describeOnEveryStore('Access tokens', (startHub) => {
  const clock = new ManualClock();
  let hub: TestHub;
  let ada: MemberDocument;
  let browser: BrowserSession;
  beforeAll(async () => {
    hub = await startHub({ clock });
    ada = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
    browser = new BrowserSession(hub, (await hub.sessionOf(ada)).cookie);
  });
  afterAll(() => hub.stop());

  const make = (input: object = {}) =>
    browser.get<Made>('createAccessToken', CREATE_TOKEN, {
      input: { name: 'Nightly import', scopes: ['READ'], days: 30, ...input },
    });
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const meWith = async (secret: string) => {
    const { status, data, errors } = await hub.ask(ME, {}, bearer(secret));
    return {
      status,
      me: (data as { me: unknown } | undefined)?.me,
      code: errors?.[0]?.extensions.code,
    };
  };
  const REFUSED = { status: 401, me: undefined, code: 'UNAUTHENTICATED' };

  it('let a program act for its member, with its scopes alone', async () => {
    const { secret, accessToken, problems } = await make({ scopes: ['READ', 'READ', 'WRITE'] });

    expect(problems).toEqual([]);
    expect(secret).toMatch(/^sab_[\w-]{43}$/);
    expect(accessToken).toMatchObject({ prefix: secret.slice(0, 10), scopes: ['READ', 'WRITE'] });
    expect(await meWith(secret)).toMatchObject({
      status: 200,
      me: { member: { id: ada._id, hubRoles: ['ADMINISTRATOR'] }, scopes: ['READ', 'WRITE'] },
    });
  });

  it('are shown once, and stored as a digest', async () => {
    const { secret } = await make();
    const listed = JSON.stringify(await browser.get('me', ME));
    const stored = JSON.stringify(await hub.hub.models.accessToken.find().lean());
    const trail = JSON.stringify(await hub.hub.models.audit.find().lean());

    for (const text of [listed, stored, trail, JSON.stringify(hub.log)]) {
      expect(text).not.toContain(secret.slice(12));
    }
    expect(listed).toContain(secret.slice(0, 10));
  });

  it('tell when they were used last', async () => {
    const { secret, accessToken } = await make();
    await meWith(secret);

    const { accessTokens } = await browser.get<{ accessTokens: readonly object[] }>('me', ME);
    const { id } = accessToken;
    const lastUsedAt = clock.now().toISOString();
    expect(accessTokens).toContainEqual(expect.objectContaining({ id, lastUsedAt }));
  });

  it('end with their time', async () => {
    const { secret } = await make({ days: 1 });
    clock.pass(23 * HOUR);
    browser.cookie = (await hub.sessionOf(ada)).cookie;
    expect(await meWith(secret)).toMatchObject({ status: 200 });
    clock.pass(HOUR);

    expect(await meWith(secret)).toEqual(REFUSED);
  });

  it('end at once when they are revoked, by their member alone', async () => {
    const { secret, accessToken } = await make();
    const { id } = accessToken;
    const other = await hub.build.member();
    const stranger = new BrowserSession(hub, (await hub.sessionOf(other)).cookie);
    expect(await stranger.get<Made>('revokeAccessToken', REVOKE_TOKEN, { id })).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
    expect(await meWith(secret)).toMatchObject({ status: 200 });

    expect(await browser.get('revokeAccessToken', REVOKE_TOKEN, { id })).toEqual({ problems: [] });
    expect(await meWith(secret)).toEqual(REFUSED);
  });

  it('end when the password changes', async () => {
    const member = await hub.build.member();
    const own = new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
    const input = { name: 'x', scopes: ['READ'], days: 3 };
    const { secret } = await own.get<Made>('createAccessToken', CREATE_TOKEN, { input });
    const change = { current: PASSWORD, new: 'nine green kettles sing' };

    expect(await own.get('changePassword', CHANGE_PASSWORD, change)).toMatchObject({
      revokedTokens: 1,
    });
    expect(await meWith(secret)).toEqual(REFUSED);
  });

  it('make no other tokens and change no password', async () => {
    const { secret } = await make({ scopes: ['READ', 'WRITE', 'ADMINISTER'] });
    const input = { name: 'x', scopes: ['READ'], days: 3 };
    const made = await hub.ask(CREATE_TOKEN, { input }, bearer(secret));
    const change = { current: PASSWORD, new: 'nine green kettles sing' };
    const changed = await hub.ask(CHANGE_PASSWORD, change, bearer(secret));

    const forbidden = { secret: null, accessToken: null, problems: [{ code: 'FORBIDDEN' }] };
    expect(made.data).toMatchObject({ createAccessToken: forbidden });
    expect(changed.data).toMatchObject({ changePassword: { problems: [{ code: 'FORBIDDEN' }] } });
  });

  it.each([
    ['a name that is empty', { name: ' \u0000 ' }, 'name'],
    ['a name without end', { name: 'x'.repeat(101) }, 'name'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['no time', { days: 0 }, 'days'],
    ['more than a year', { days: 366 }, 'days'],
  ])('are refused with %s', async (_what, input, field) => {
    browser.cookie = (await hub.sessionOf(ada)).cookie;
    const answer = await make(input);
    expect(answer).toMatchObject({ secret: null, problems: [{ code: 'INVALID', field }] });
  });

  it('are fifty at most', async () => {
    const member = await hub.build.member();
    const own = new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
    const input = { name: 'x', scopes: ['READ'], days: 3 };
    for (let more = 0; more < 50; more += 1) {
      await hub.hub.auth.tokens.create(member._id, { ...input, scopes: [TokenScope.READ] });
    }
    const answer = await own.get<Made>('createAccessToken', CREATE_TOKEN, { input });
    expect(answer.problems).toMatchObject([{ code: 'LIMIT_REACHED' }]);
  });

  it.each([
    ['unknown', `sab_${'A'.repeat(43)}`],
    ['short', 'sab_x'],
    ['long', `sab_${'A'.repeat(5_000)}`],
    ['of another kind', 'eyJhbGciOiJub25lIn0.e30.'],
    ['an operator', '{"$ne":""}'],
    ['full of signs', 'sab_%00../../*'],
  ])('are refused when they are %s', async (_what, secret) => {
    expect(await meWith(secret)).toEqual(REFUSED);
  });

  it('of another scheme are no tokens of the hub', async () => {
    const { data } = await hub.ask('{ me { scopes } }', {}, { authorization: 'Basic YTpi' });
    expect(data).toEqual({ me: null });
  });

  it('go with the member who is gone', async () => {
    const { secret } = await make({ days: 300 });
    await hub.hub.models.member.updateOne({ _id: ada._id }, { isDisabled: true });
    clock.pass(DAY);

    expect(await meWith(secret)).toEqual(REFUSED);
  });
});
