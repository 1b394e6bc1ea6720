import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import {
  ACCEPT,
  INVITATIONS,
  INVITE,
  ME,
  type MutationAnswer,
  PREVIEW,
  REVOKE_INVITATION,
  SIGN_IN,
} from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { DAY, ManualClock } from './support/manual-clock.js';
import { describeOnEveryStore } from './support/platforms.js';
import { tokenIn } from './support/recording-mailer.js';
import type { TestHub } from './support/start-test-hub.js';

const { CONTRIBUTOR, EDITOR } = InstitutionRole;

describeOnEveryStore('Invitations', (startHub) => {
  const clock = new ManualClock();
  let hub: TestHub;
  let institution: string;
  let elsewhere: string;
  let editor: BrowserSession;
  let outsider: BrowserSession;
  beforeAll(async () => {
    hub = await startHub({ clock });
    institution = (await hub.build.actor({ slug: 'ministry' }))._id;
    elsewhere = (await hub.build.actor({ slug: 'elsewhere' }))._id;
    editor = await member(EDITOR, institution);
    outsider = await member(EDITOR, elsewhere);
  });
  afterAll(() => hub.stop());

  const member = async (role: InstitutionRole, of: string) => {
    const built = await hub.build.member({ memberships: [{ institution: of, role }] });
    return new BrowserSession(hub, (await hub.sessionOf(built)).cookie);
  };
  const invite = (email: string, by = editor, more: object = {}) =>
    by.get<MutationAnswer & { invitation: { id: string } | null }>('inviteMember', INVITE, {
      input: { institution, email, role: CONTRIBUTOR, ...more },
    });
  const accept = (token: string, parts: object = {}, by = new BrowserSession(hub)) =>
    by.get<MutationAnswer>('acceptInvitation', ACCEPT, {
      input: { token, name: 'Grace', password: PASSWORD, ...parts },
    });
  const codes = ({ problems }: MutationAnswer) => problems.map(({ code }) => code);

  it('bring a person in by a link, signed in and with the role', async () => {
    const { link, invitation } = await invite('Grace@Example.org');
    expect(invitation).toMatchObject({ email: 'grace@example.org' });
    expect(link).toMatch(/^http:\/\/localhost:\d+\/es\/invitations\/[\w-]{43}$/);
    const token = tokenIn(link ?? '');
    const ministry = [{ institution: { slug: 'ministry' }, role: 'CONTRIBUTOR' }];
    const visitor = new BrowserSession(hub);
    expect(await visitor.get('invitation', PREVIEW, { token })).toEqual({
      email: 'grace@example.org',
      isMember: false,
      hubRoles: [],
      memberships: ministry,
    });

    expect(await accept(token, {}, visitor)).toMatchObject({
      member: { name: 'Grace', email: 'grace@example.org', memberships: ministry },
      problems: [],
    });
    expect(await visitor.get('me', ME)).toMatchObject({ member: { memberships: ministry } });
    const again = { email: 'grace@example.org', password: PASSWORD };
    const fresh = new BrowserSession(hub);
    expect(await fresh.get('signIn', SIGN_IN, again)).toMatchObject({ problems: [] });
  });

  it('are valid once', async () => {
    const { link } = await invite('once@example.org');
    const token = tokenIn(link ?? '');
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);

    expect(answers.filter(({ member: made }) => made)).toHaveLength(1);
    expect(codes(await accept(token))).toEqual(['EXPIRED']);
    expect(await editor.get('invitation', PREVIEW, { token })).toBeNull();
  });

  it('are valid for seven days', async () => {
    const { link } = await invite('late@example.org');
    clock.pass(7 * DAY);
    editor = await member(EDITOR, institution);
    outsider = await member(EDITOR, elsewhere);

    expect(codes(await accept(tokenIn(link ?? '')))).toEqual(['EXPIRED']);
  });

  it('lose their link when they are withdrawn, or sent again', async () => {
    const first = await invite('twice@example.org');
    const second = await invite('twice@example.org');
    expect(codes(await accept(tokenIn(first.link ?? '')))).toEqual(['EXPIRED']);
    const id = second.invitation?.id ?? '';
    expect(await editor.get('invitations', INVITATIONS, { institution })).toContainEqual(
      expect.objectContaining({ id, email: 'twice@example.org' }),
    );

    expect(await editor.get('revokeInvitation', REVOKE_INVITATION, { id })).toEqual({
      problems: [],
    });
    expect(codes(await accept(tokenIn(second.link ?? '')))).toEqual(['EXPIRED']);
  });

  it('survive a password that is not taken', async () => {
    const { link } = await invite('weak@example.org');
    const token = tokenIn(link ?? '');

    expect(await accept(token, { password: 'short' })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'password' }],
    });
    expect(await accept(token, { name: ' ' })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'name' }],
    });
    expect(codes(await accept(token))).toEqual([]);
  });

  it('open no account to whoever only has the link', async () => {
    const known = await hub.build.member();
    const { link } = await invite(known.email);
    const token = tokenIn(link ?? '');
    expect(await editor.get('invitation', PREVIEW, { token })).toMatchObject({ isMember: true });

    expect(codes(await accept(token, { password: 'another one entirely' }, editor))).toEqual([
      'UNAUTHENTICATED',
    ]);
    const owner = new BrowserSession(hub, (await hub.sessionOf(known)).cookie);
    const old = owner.cookie;
    expect(await accept(token, { name: '', password: '' }, owner)).toMatchObject({
      member: { id: known._id, memberships: [{ role: 'CONTRIBUTOR' }] },
      problems: [],
    });
    expect(await new BrowserSession(hub, old).get('me', ME)).toBeNull();
    expect(await owner.get('me', ME)).not.toBeNull();
  });

  it('take the password of the account, too', async () => {
    const known = await hub.build.member();
    const { link } = await invite(known.email);

    expect(codes(await accept(tokenIn(link ?? '')))).toEqual([]);
    expect(await invite(known.email)).toMatchObject({
      problems: [{ code: 'INVALID', field: 'email' }],
    });
  });

  it('are for editors of the institution alone', async () => {
    const contributor = await member(CONTRIBUTOR, institution);
    const { invitation } = await invite('kept@example.org');
    const id = invitation?.id ?? '';
    for (const by of [outsider, contributor]) {
      expect(codes(await invite('x@example.org', by))).toEqual(['FORBIDDEN']);
      const { errors } = await by.ask(INVITATIONS, { institution });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(codes(await invite('x@example.org', new BrowserSession(hub)))).toEqual([
      'UNAUTHENTICATED',
    ]);
    const revoke = (by: BrowserSession, which: string) =>
      by.get<MutationAnswer>('revokeInvitation', REVOKE_INVITATION, { id: which });
    const foreign = await revoke(outsider, id);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    for (const which of ['inv_none', '{"$ne":""}', '']) {
      expect(await revoke(outsider, which)).toEqual(foreign);
    }
    expect(await editor.get('invitations', INVITATIONS, { institution })).toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it.each(['nobody', 'a@b@c.org', 'ada@example.org\nbcc: all@example.org', '{"$ne":""}', ''])(
    'refuse %j as an address',
    async (email) => {
      expect(await invite(email)).toMatchObject({
        invitation: null,
        link: null,
        problems: [{ code: 'INVALID', field: 'email' }],
      });
    },
  );

  it('refuse roles, owners and states in their input', async () => {
    for (const more of [
      { role: 'ADMINISTRATOR' },
      { hubRoles: ['ADMINISTRATOR'] },
      { invitedBy: 'x' },
    ]) {
      const input = { institution, email: 'x@example.org', role: 'EDITOR', ...more };
      const { errors } = await editor.ask(INVITE, { input });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('find nothing for a token that is none', async () => {
    for (const token of ['', 'x', '{"$ne":""}', 'A'.repeat(43), 'A'.repeat(9_000)]) {
      expect(codes(await accept(token))).toEqual(['EXPIRED']);
      expect(await editor.get('invitation', PREVIEW, { token })).toBeNull();
    }
  });
});
