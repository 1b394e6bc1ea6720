import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MemberDocument } from '../server/auth/member.model.js';
import { Argon2Hasher, type PasswordHasher } from '../server/auth/password-hasher.js';
import {
  CHANGE_PASSWORD,
  ME,
  REVOKE_SESSION,
  SIGN_IN,
  SIGN_OUT,
} from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { DAY, HOUR, ManualClock, MINUTE } from './support/manual-clock.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

/** Counts what is done, because clocks tell little. */
class CountingHasher implements PasswordHasher {
  private readonly inner = new Argon2Hasher();
  verified = 0;

  hash(password: string): Promise<string> {
    return this.inner.hash(password);
  }

  verify(hash: string, password: string): Promise<boolean> {
    this.verified += 1;
    return this.inner.verify(hash, password);
  }

  isOutdated(hash: string): boolean {
    return this.inner.isOutdated(hash);
  }
}

interface Session {
  readonly id: string;
  readonly isCurrent: boolean;
}
interface Me {
  readonly member: { readonly id: string };
  readonly sessions: readonly Session[];
}
interface Answer {
  readonly member?: { readonly id: string } | null;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

describeOnEveryStore('Signing in', (startHub) => {
  const clock = new ManualClock();
  const hasher = new CountingHasher();
  let hub: TestHub;
  let ada: MemberDocument;
  beforeAll(async () => {
    hub = await startHub({ clock, auth: { hasher } });
    ada = await hub.build.member({ name: 'Ada', email: 'ada@example.org' });
  });
  afterAll(() => hub.stop());

  const signIn = async (browser: BrowserSession, email = ada.email, password = PASSWORD) =>
    browser.get<Answer>('signIn', SIGN_IN, { email, password });
  const me = (browser: BrowserSession) => browser.get<Me | null>('me', ME);
  const signedIn = async () => {
    const browser = new BrowserSession(hub);
    expect(await signIn(browser)).toMatchObject({ problems: [] });
    return browser;
  };

  it('lets a member in who knows the password', async () => {
    const browser = new BrowserSession(hub);
    expect(await me(browser)).toBeNull();

    const answer = await signIn(browser, '  ADA@Example.org ');

    expect(answer).toEqual({ member: { id: ada._id, name: 'Ada' }, problems: [] });
    expect(await me(browser)).toMatchObject({
      member: { id: ada._id, email: 'ada@example.org', memberships: [], hubRoles: [] },
      scopes: ['READ', 'WRITE', 'ADMINISTER'],
      sessions: expect.arrayContaining([expect.objectContaining({ isCurrent: true })]),
    });
  });

  it('gives the secret to the browser alone, in a cookie that scripts cannot read', async () => {
    const { headers, text } = await hub.ask(SIGN_IN, { email: ada.email, password: PASSWORD });
    const [cookie = ''] = headers.getSetCookie();
    const [, secret = ''] =
      /^saberes=([\w-]{43}); Path=\/; HttpOnly; SameSite=Lax; Expires=/.exec(cookie) ?? [];

    expect(secret).toHaveLength(43);
    expect(text).not.toContain(secret);
    const stored = JSON.stringify(await hub.hub.models.session.find().lean());
    expect(stored).not.toContain(secret);
  });

  it('answers the same for an unknown address and a wrong password, after the same work', async () => {
    const blocked = await hub.build.member({ isDisabled: true });
    const before = hasher.verified;
    const unknown = await signIn(new BrowserSession(hub), 'nobody@example.org');
    const wrong = await signIn(new BrowserSession(hub), ada.email, 'not the right password');
    const none = await signIn(new BrowserSession(hub), 'not an address', '');
    const disabled = await signIn(new BrowserSession(hub), blocked.email);
    const withoutPassword = await hub.build.member({ passwordHash: null });
    const never = await signIn(new BrowserSession(hub), withoutPassword.email);

    expect(hasher.verified - before).toBe(5);
    expect(unknown.problems).toMatchObject([{ code: 'UNAUTHENTICATED', field: null }]);
    for (const answer of [wrong, none, disabled, never]) expect(answer).toEqual(unknown);
  });

  it('never takes over a session id that the browser brought along', async () => {
    const planted = 'A'.repeat(43);
    const browser = new BrowserSession(hub, `saberes=${planted}`);
    await signIn(browser);
    const own = browser.cookie;

    expect(own).not.toContain(planted);
    expect(await me(new BrowserSession(hub, `saberes=${planted}`))).toBeNull();
    await signIn(browser);
    expect(browser.cookie).not.toBe(own);
  });

  it('keeps a session out for good once it has signed out', async () => {
    const browser = await signedIn();
    const { cookie } = browser;
    expect(await me(new BrowserSession(hub, cookie))).not.toBeNull();

    const { headers } = await browser.ask(SIGN_OUT);

    expect(headers.getSetCookie()).toEqual(['saberes=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect(await me(new BrowserSession(hub, cookie))).toBeNull();
  });

  it('signs out nobody without doing harm', async () => {
    expect(await new BrowserSession(hub).get('signOut', SIGN_OUT)).toEqual({ problems: [] });
  });

  it('ends a session that is not used for eight hours, and any after seven days', async () => {
    const idle = await signedIn();
    const used = await signedIn();
    for (let hours = 0; hours < 7 * 24 - 4; hours += 4) {
      clock.pass(4 * HOUR);
      expect(await me(used)).not.toBeNull();
    }
    expect(await me(idle)).toBeNull();
    clock.pass(4 * HOUR);

    expect(await me(used)).toBeNull();
  });

  it('writes when a session was last seen every five minutes at most', async () => {
    const browser = await signedIn();
    const updates = async (ms: number) => {
      clock.pass(ms);
      const commands = await hub.storeCommands(() => me(browser));
      return commands.filter(({ commandName }) => commandName === 'update').length;
    };

    expect(await updates(4 * MINUTE)).toBe(0);
    expect(await updates(2 * MINUTE)).toBe(1);
    expect(await updates(2 * MINUTE)).toBe(0);
  });

  it('asks the store once for who somebody is, and not again at once', async () => {
    const browser = await signedIn();
    clock.pass(10_000);
    const query = '{ hub { name } }';
    const first = await hub.storeCommands(() => browser.ask(query));
    const second = await hub.storeCommands(() => browser.ask(query));

    expect(first.map(({ commandName }) => commandName)).toEqual(['aggregate']);
    expect(second).toEqual([]);
  });

  it('ends another session of the member, at once, and none of somebody else', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const other = await hub.build.member();
    const elsewhere = new BrowserSession(hub, (await hub.sessionOf(other)).cookie);
    const sessions = (await me(there))?.sessions ?? [];
    const id = sessions.find(({ isCurrent }) => isCurrent)?.id;

    const refused = await elsewhere.get<Answer>('revokeSession', REVOKE_SESSION, { id });
    expect(refused.problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await me(there)).not.toBeNull();
    expect(await here.get('revokeSession', REVOKE_SESSION, { id })).toEqual({ problems: [] });
    expect(await me(there)).toBeNull();
    expect(await me(here)).not.toBeNull();
  });

  it('keeps no more than twenty sessions of a member', async () => {
    const busy = await hub.build.member();
    const [first] = [await hub.sessionOf(busy)];
    for (let more = 0; more < 20; more += 1) {
      clock.pass(1_000);
      await hub.sessionOf(busy);
    }

    expect(await me(new BrowserSession(hub, first.cookie))).toBeNull();
    expect(await hub.hub.models.session.countDocuments({ member: busy._id })).toBe(20);
  });

  it('ends every session when the password changes, and begins this one anew', async () => {
    const grace = await hub.build.member();
    const here = new BrowserSession(hub, (await hub.sessionOf(grace)).cookie);
    const there = new BrowserSession(hub, (await hub.sessionOf(grace)).cookie);
    const old = here.cookie;

    const chosen = 'nine green kettles sing';
    const change = { current: PASSWORD, new: chosen };
    const changed = await here.get('changePassword', CHANGE_PASSWORD, change);

    expect(changed).toEqual({ revokedTokens: 0, problems: [] });
    expect(here.cookie).not.toBe(old);
    expect(await me(here)).not.toBeNull();
    expect(await me(there)).toBeNull();
    expect(await me(new BrowserSession(hub, old))).toBeNull();
    const again = new BrowserSession(hub);
    expect(await signIn(again, grace.email)).toMatchObject({ member: null });
    expect(await signIn(again, grace.email, chosen)).toMatchObject({ problems: [] });
  });

  it.each([
    ['that is short', 'Tr0ub4dor&3', 'newPassword'],
    ['that is the address', 'long.address@example.org', 'newPassword'],
    ['made from the address', 'Long.Address.2026', 'newPassword'],
    ['that everybody has', 'Password123456!', 'newPassword'],
    ['of a row of keys', 'qwertyuiopasdf', 'newPassword'],
    ['that repeats itself', 'abcabcabcabcabc', 'newPassword'],
    ['of numbers in a row', '123456789012', 'newPassword'],
    ['without end', 'x y'.repeat(67), 'newPassword'],
  ])('refuses a new password %s', async (_what, chosen, field) => {
    const member = await hub.build.member({ email: 'long.address@example.org' }).catch(() => null);
    const owner = member ?? (await hub.hub.auth.members.findByEmail('long.address@example.org'));
    const browser = new BrowserSession(hub, (await hub.sessionOf(owner as MemberDocument)).cookie);

    const change = { current: PASSWORD, new: chosen };
    const answer = await browser.get<Answer>('changePassword', CHANGE_PASSWORD, change);

    expect(answer.problems).toMatchObject([{ code: 'INVALID', field }]);
  });

  it('asks for the present password before it takes a new one', async () => {
    const browser = await signedIn();
    const change = { current: 'not the right password', new: 'nine green kettles sing' };
    const answer = await browser.get<Answer>('changePassword', CHANGE_PASSWORD, change);

    expect(answer.problems).toMatchObject([{ code: 'INVALID', field: 'currentPassword' }]);
  });

  it('hashes again what was hashed with less', async () => {
    const { hash } = await import('@node-rs/argon2');
    const passwordHash = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const old = await hub.build.member({ passwordHash });
    expect(await signIn(new BrowserSession(hub), old.email)).toMatchObject({ problems: [] });

    const now = await hub.hub.auth.members.findById(old._id);
    expect(now?.passwordHash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(await signIn(new BrowserSession(hub), old.email)).toMatchObject({ problems: [] });
  });

  it('forgets what is over', async () => {
    clock.pass(8 * DAY);
    await signedIn();

    expect(await hub.hub.models.session.countDocuments()).toBe(1);
  });

  it('leaves no password, secret or address of a person in the log', async () => {
    await signIn(
      new BrowserSession(hub),
      'secret-in-the-wrong-box@example.org',
      'tell-nobody-of-me',
    );
    const browser = await signedIn();
    const log = JSON.stringify(hub.log);

    expect(log).not.toMatch(/tell-nobody|wrong-box/);
    expect(log).not.toContain(PASSWORD);
    expect(log).not.toContain(browser.cookie.slice('saberes='.length));
    const trail = JSON.stringify(await hub.hub.models.audit.find().lean());
    expect(trail).not.toMatch(/tell-nobody|wrong-box/);
  });
});
