import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { HubRole, TokenScope } from '../schema/member-enums.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import {
  ME,
  type MutationAnswer,
  REQUEST_RESET,
  RESET,
  RESET_LINK,
  SIGN_IN,
} from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { HOUR, ManualClock } from './support/manual-clock.js';
import { describeOnEveryStore } from './support/platforms.js';
import { RecordingMailer, tokenIn } from './support/recording-mailer.js';
import type { TestHub } from './support/start-test-hub.js';

const CHOSEN = 'nine green kettles sing';

describeOnEveryStore('A forgotten password', (startHub) => {
  const clock = new ManualClock();
  const mailer = new RecordingMailer();
  let hub: TestHub;
  let ada: MemberDocument;
  beforeAll(async () => {
    hub = await startHub({ clock, auth: { mailer } });
  });
  beforeEach(async () => {
    ada = await hub.build.member();
    mailer.sent.splice(0);
  });
  afterAll(() => hub.stop());

  const stranger = () => new BrowserSession(hub);
  const request = async (email: string) => {
    const answer = await stranger().get<MutationAnswer>('requestPasswordReset', REQUEST_RESET, {
      email,
    });
    await hub.hub.auth.resets.settle();
    return answer;
  };
  const sentToken = async () => {
    await request(ada.email);
    return tokenIn(mailer.sent.at(-1)?.text ?? '');
  };
  const reset = (token: string, newPassword = CHOSEN, browser = stranger()) =>
    browser.get<MutationAnswer>('resetPassword', RESET, { token, newPassword });
  const signIn = (password: string) =>
    stranger().get<MutationAnswer>('signIn', SIGN_IN, { email: ada.email, password });
  const EXPIRED = { member: null, problems: [{ code: 'EXPIRED' }] };

  it('is replaced by a link that only its member gets', async () => {
    await request(ada.email.toUpperCase());

    const [letter] = mailer.sent;
    expect(mailer.sent).toHaveLength(1);
    expect(letter?.to).toBe(ada.email);
    const browser = stranger();
    expect(await reset(tokenIn(letter?.text ?? ''), CHOSEN, browser)).toMatchObject({
      member: { id: ada._id },
      problems: [],
    });
    expect(await browser.get('me', ME)).not.toBeNull();
    expect(await signIn(PASSWORD)).toMatchObject({ problems: [{ code: 'UNAUTHENTICATED' }] });
    expect(await signIn(CHOSEN)).toMatchObject({ problems: [] });
  });

  it('gets the same answer for every address, and a letter for members alone', async () => {
    const disabled = await hub.build.member({ isDisabled: true });
    const answer = await request(ada.email);
    expect(answer).toEqual({ sendsMail: true, problems: [] });
    mailer.sent.splice(0);

    for (const email of ['nobody@example.org', disabled.email, 'no address', '{"$ne":""}', '']) {
      expect(await request(email)).toEqual(answer);
    }
    expect(mailer.sent).toEqual([]);
  });

  it('can be asked about ten times, whether or not there is such a member', async () => {
    const ask = async (email: string) => {
      for (let times = 0; times < 10; times += 1) await request(email);
      return request(email);
    };
    const limited = { sendsMail: null, problems: [{ code: 'RATE_LIMITED' }] };
    expect(await ask(ada.email)).toMatchObject(limited);
    expect(await ask('nobody-at-all@example.org')).toMatchObject(limited);
    expect(mailer.sent).toHaveLength(10);
    expect(await signIn(PASSWORD)).toMatchObject({ problems: [] });
  });

  it('ends all that was open: sessions and access tokens', async () => {
    const open = new BrowserSession(hub, (await hub.sessionOf(ada)).cookie);
    const wanted = { name: 'x', scopes: [TokenScope.READ], days: 3 };
    const { secret } = await hub.hub.auth.tokens.create(ada._id, wanted);
    await reset(await sentToken());

    expect(await open.get('me', ME)).toBeNull();
    const { status } = await hub.ask(ME, {}, { authorization: `Bearer ${secret}` });
    expect(status).toBe(401);
  });

  it('has a link that is valid once, for an hour, and only the newest', async () => {
    const first = await sentToken();
    const second = await sentToken();
    expect(await reset(first)).toMatchObject(EXPIRED);
    const answers = await Promise.all([reset(second), reset(second)]);
    expect(answers.filter(({ member }) => member)).toHaveLength(1);
    expect(await reset(second)).toMatchObject(EXPIRED);

    const late = await sentToken();
    clock.pass(HOUR);
    expect(await reset(late)).toMatchObject(EXPIRED);
  });

  it('has a link that survives a password that is not taken', async () => {
    const token = await sentToken();
    expect(await reset(token, 'short')).toMatchObject({
      problems: [{ code: 'INVALID', field: 'newPassword' }],
    });
    expect(await reset(token)).toMatchObject({ problems: [] });
  });

  it('has no link that anybody could guess or write as an operator', async () => {
    await sentToken();
    for (const token of ['', 'null', '{"$ne":""}', 'A'.repeat(43)]) {
      expect(await reset(token)).toMatchObject(EXPIRED);
    }
  });

  it('lets a member in again who was locked out by others', async () => {
    for (let times = 0; times < 11; times += 1) await signIn('not the right one');
    expect(await signIn(PASSWORD)).toMatchObject({ problems: [{ code: 'RATE_LIMITED' }] });
    await reset(await sentToken());

    expect(await signIn(CHOSEN)).toMatchObject({ problems: [] });
  });

  it('can be helped with by an administrator, and by nobody else', async () => {
    const root = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
    const linkBy = async (member: MemberDocument, id: string) =>
      new BrowserSession(hub, (await hub.sessionOf(member)).cookie).get<MutationAnswer>(
        'createResetLink',
        RESET_LINK,
        { member: id },
      );
    expect(await linkBy(ada, ada._id)).toMatchObject({
      link: null,
      problems: [{ code: 'FORBIDDEN' }],
    });
    for (const id of ['mem_none', '{"$ne":""}', '']) {
      expect(await linkBy(root, id)).toMatchObject({
        link: null,
        problems: [{ code: 'NOT_FOUND' }],
      });
    }
    const { link } = await linkBy(root, ada._id);

    expect(link).toContain('/es/reset/');
    expect(await reset(tokenIn(link ?? ''))).toMatchObject({ member: { id: ada._id } });
    expect(mailer.sent).toEqual([]);
  });

  it('leaves no link in the log, the store or the audit trail', async () => {
    const token = await sentToken();
    const { models } = hub.hub;
    const stored = [await models.member.find().lean(), await models.audit.find().lean()];
    expect(token).toHaveLength(43);
    expect(JSON.stringify([stored, hub.log])).not.toContain(token);
  });
});
