import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HubRole, InstitutionRole } from '../schema/member-enums.js';
import type { ActorDocument } from '../server/actor/actor.model.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import { ACTIVE_TEXTS } from './support/active-content.js';
import { openPage } from './support/page.js';
import { FormBrowser, OWN_FORM } from './support/page-form.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let hub: TestHub;
let solar: ActorDocument;
let lunar: ActorDocument;
let editor: MemberDocument;
let administrator: MemberDocument;
beforeAll(async () => {
  hub = await startTestHub();
  solar = await hub.build.actor({ slug: 'solar', name: 'Instituto Solar' });
  lunar = await hub.build.actor({ slug: 'lunar', name: 'Instituto Lunar' });
  editor = await memberOf(solar, InstitutionRole.EDITOR, 'Edith');
  administrator = await hub.build.member({ name: 'Root', hubRoles: [HubRole.ADMINISTRATOR] });
});
afterAll(() => hub.stop());

const memberOf = ({ _id }: ActorDocument, role: InstitutionRole, name: string) =>
  hub.build.member({ name, memberships: [{ institution: _id, role }] });

const contributor = (name: string) => memberOf(solar, InstitutionRole.CONTRIBUTOR, name);

const as = async (member: MemberDocument) =>
  new FormBrowser(hub, (await hub.sessionOf(member)).cookie);

const stored = async ({ _id }: MemberDocument) =>
  (await hub.hub.auth.members.findById(_id)) as MemberDocument;

const SOLAR = '/en/members?institution=solar';

describe('Members of an institution', () => {
  it('are shown to whoever works for it, with their roles', async () => {
    await contributor('Zoe');
    const browser = await as(await contributor('Yan'));

    const page = await browser.open('/en/members');

    expect(page.text('h1')).toBe('Members of Instituto Solar');
    expect(page.texts('.person strong')).toEqual(expect.arrayContaining(['Edith', 'Yan', 'Zoe']));
    expect(page.document.querySelector('.confirm, #invite')).toBeNull();
    expect(page.texts('.account-menu li a')).toEqual(['My work', 'Account']);
    expect((await (await as(editor)).open('/en/about')).texts('.account-menu li a')).toEqual([
      'My work',
      'Account',
      'Members',
      'Partners',
    ]);
  });

  it('are nobody else’s to see', async () => {
    expect((await openPage(hub, SOLAR)).headers.get('location')).toBe(
      '/en/sign-in?next=%2Fen%2Fmembers%3Finstitution%3Dsolar',
    );
    const stranger = await as(await memberOf(lunar, InstitutionRole.EDITOR, 'Luna'));
    const alone = await as(await hub.build.member());

    expect((await stranger.open(SOLAR)).status).toBe(404);
    expect((await stranger.open('/en/members?institution=nowhere')).status).toBe(404);
    expect((await stranger.open('/en/members?institution=')).status).toBe(403);
    expect((await alone.open('/en/members')).status).toBe(403);
  });

  it('are invited, with a link to hand over where the hub sends no mail', async () => {
    const browser = await as(editor);
    const fields = { do: 'invite', email: 'new@example.org', role: 'EDITOR', locale: 'PT' };

    const page = await browser.post(SOLAR, fields);

    const link = page.text('#secret');
    expect(link).toMatch(/\/pt\/invitations\/[\w-]{43}$/);
    const invitation = await openPage(hub, new URL(link).pathname);
    expect(invitation.text('main ul')).toBe('Editor: Instituto Solar');
    const list = await browser.open(SOLAR);
    expect(list.html).not.toContain(link);
    const entry = list.document.querySelector('section[aria-labelledby="invitations"] form');
    expect(entry?.textContent).toContain('new@example.org');
    const id = entry?.querySelector('button')?.getAttribute('value') ?? '';
    await browser.post(SOLAR, { do: 'uninvite', id });
    expect((await openPage(hub, new URL(link).pathname)).status).toBe(410);
  });

  it('are not invited by a broken address, and what was typed stays', async () => {
    const browser = await as(editor);

    const page = await browser.post(SOLAR, { do: 'invite', email: 'no address', role: 'EDITOR' });

    expect(page.status).toBe(422);
    expect(page.text('#email-fault')).toMatch(/Check the address/);
    expect(page.document.querySelector('#email')?.getAttribute('value')).toBe('no address');
  });

  it('get another role and leave, by an editor of the institution', async () => {
    const browser = await as(editor);
    const member = await contributor('Ulla');

    const role = await browser.post(SOLAR, { do: 'role', member: member._id, role: 'EDITOR' });
    expect((await browser.follow(role)).text('[role="status"]')).toMatch(/role is changed/);
    expect((await stored(member)).memberships).toEqual([
      { institution: solar._id, role: 'EDITOR' },
    ]);

    await browser.post(SOLAR, { do: 'remove', member: member._id });
    expect((await stored(member)).memberships).toEqual([]);
  });

  it.each([
    ['a contributor', () => contributor('Tom')],
    ['an editor of another institution', () => memberOf(lunar, InstitutionRole.EDITOR, 'Leo')],
  ])('are not changed by %s', async (_who, make) => {
    const browser = await as(await make());
    const member = await contributor('Sam');
    const before = await stored(member);

    const forms: readonly Record<string, string>[] = [
      { do: 'role', member: member._id, role: 'EDITOR' },
      { do: 'remove', member: member._id },
      { do: 'invite', email: 'x@example.org', role: 'EDITOR', locale: 'ES' },
      { do: 'disable', member: member._id },
      { do: 'hubRoles', member: member._id, hubRoles: 'ADMINISTRATOR' },
      { do: 'resetLink', member: member._id },
      { do: 'fourEyes', fourEyes: 'on' },
    ];
    for (const fields of forms) {
      const { status, html } = await browser.post(SOLAR, fields);
      expect([403, 404]).toContain(status);
      expect(html).not.toMatch(/invitations\/|reset\/[\w-]{43}/);
    }
    expect(await stored(member)).toEqual(before);
  });

  it('stay as they are when another site asks', async () => {
    const browser = await as(editor);
    const member = await contributor('Rita');
    const headers = { ...OWN_FORM, 'sec-fetch-site': 'cross-site' };

    const answer = await browser.post(SOLAR, { do: 'remove', member: member._id }, headers);

    expect(answer.status).toBe(403);
    expect((await stored(member)).memberships).toHaveLength(1);
  });
});

describe('Administrators', () => {
  it('see everybody, and keep people out and let them in again', async () => {
    const browser = await as(administrator);
    const member = await contributor('Quin');
    const session = await as(member);
    const page = await browser.open('/en/members');
    expect(page.text('h1')).toBe('Members of the whole hub');
    expect(page.texts('.person strong')).toContain('Quin');

    await browser.post('/en/members?institution=', { do: 'disable', member: member._id });
    expect((await session.open('/en/account')).status).toBe(303);
    expect((await stored(member)).isDisabled).toBe(true);

    await browser.post('/en/members?institution=', { do: 'enable', member: member._id });
    expect((await stored(member)).isDisabled).toBe(false);
  });

  it('appoint others, but not away the last of them', async () => {
    const browser = await as(administrator);
    const member = await contributor('Pia');

    const fields = { do: 'hubRoles', member: member._id, hubRoles: 'CURATOR' };
    await browser.post('/en/members?institution=', fields);
    expect((await stored(member)).hubRoles).toEqual(['CURATOR']);

    const own = { do: 'hubRoles', member: administrator._id };
    const refused = await browser.post('/en/members?institution=', own);
    expect([refused.status, refused.text('[role="alert"] li')]).toEqual([
      422,
      'This is the last administrator: appoint another one first.',
    ]);
  });

  it('make links for passwords and ask institutions for four eyes', async () => {
    const browser = await as(administrator);
    const member = await contributor('Olga');

    const page = await browser.post(SOLAR, { do: 'resetLink', member: member._id });
    expect(page.text('#secret')).toMatch(/\/reset\/[\w-]{43}$/);

    const rule = await browser.submit(
      await browser.open(SOLAR),
      'section[aria-labelledby="four-eyes"] form',
    );
    const after = await browser.follow(rule);
    expect(after.text('[role="status"]')).toBe('The rule is saved.');
    expect(after.text('section[aria-labelledby="four-eyes"] p')).toMatch(/^Four eyes/);
  });
});

it('Names of members run nowhere', async () => {
  const browser = await as(editor);
  for (const name of ACTIVE_TEXTS.slice(0, 24)) await contributor(name.slice(0, 200));

  const { document } = await browser.open(SOLAR);

  expect(document.querySelectorAll('script:not([src]), iframe, object, embed, base')).toHaveLength(
    0,
  );
  expect(document.querySelectorAll('[onerror], [onload], [onmouseover], [onfocus]')).toHaveLength(
    0,
  );
  expect(document.querySelectorAll('main img, main math, a[href^="javascript:"]')).toHaveLength(0);
});
