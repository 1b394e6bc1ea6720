import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MemberDocument } from '../server/auth/member.model.js';
import { ME, SIGN_IN } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const PROBLEMS = 'problems { code message field retryAfter }';
const UPDATE_PROFILE = `mutation ($name: String!) {
  updateProfile(input: { name: $name, locale: FR }) { member { name locale } ${PROBLEMS} }
}`;
const REVOKE_OTHERS = `mutation { revokeOtherSessions { endedSessions ${PROBLEMS} } }`;

interface Me {
  readonly member: { readonly name: string };
  readonly sessions: readonly unknown[];
}

describeOnEveryStore('The own account', (startHub) => {
  let hub: TestHub;
  let ada: MemberDocument;
  beforeAll(async () => {
    hub = await startHub();
    ada = await hub.build.member({ name: 'Ada' });
  });
  afterAll(() => hub.stop());

  const signedIn = async () => new BrowserSession(hub, (await hub.sessionOf(ada)).cookie);

  it('takes a name and a language of mail, which hold at once', async () => {
    const browser = await signedIn();

    expect(await browser.get('updateProfile', UPDATE_PROFILE, { name: ' Ada  L. ' })).toEqual({
      member: { name: 'Ada  L.', locale: 'FR' },
      problems: [],
    });
    expect(await browser.get<Me>('me', ME)).toMatchObject({ member: { name: 'Ada  L.' } });
  });

  it('keeps its name when none is given, or one that is too long', async () => {
    const browser = await signedIn();
    const update = (name: string) => browser.get('updateProfile', UPDATE_PROFILE, { name });

    for (const name of ['', ' \n ', 'x'.repeat(201)]) {
      expect(await update(name)).toMatchObject({
        member: null,
        problems: [{ code: 'INVALID', field: 'name' }],
      });
    }
  });

  it('ends all sessions but the one that asks', async () => {
    const [kept, other] = [await signedIn(), await signedIn()];
    const before = (await kept.get<Me>('me', ME)).sessions.length;

    expect(await kept.get('revokeOtherSessions', REVOKE_OTHERS)).toEqual({
      endedSessions: before - 1,
      problems: [],
    });
    expect(await other.get('me', ME)).toBeNull();
    expect((await kept.get<Me>('me', ME)).sessions).toHaveLength(1);
  });

  it('is nothing that strangers change', async () => {
    const stranger = new BrowserSession(hub);

    for (const [field, document] of [
      ['updateProfile', UPDATE_PROFILE],
      ['revokeOtherSessions', REVOKE_OTHERS],
    ] as const) {
      expect(await stranger.get(field, document, { name: 'Eve' })).toMatchObject({
        problems: [{ code: 'UNAUTHENTICATED' }],
      });
    }
  });

  it('tells the seconds to wait after too many attempts to sign in', async () => {
    const document = SIGN_IN.replace('problems { code', 'problems { retryAfter code');
    const eve = new BrowserSession(hub);
    const values = { email: 'limited@example.org', password: 'not the right one' };
    for (let more = 0; more < 10; more += 1) await eve.get('signIn', document, values);

    const answer = await eve.get<{ problems: { retryAfter: number }[] }>(
      'signIn',
      document,
      values,
    );

    expect(answer.problems).toMatchObject([{ code: 'RATE_LIMITED' }]);
    expect(answer.problems[0]?.retryAfter).toBeGreaterThan(0);
  });
});
