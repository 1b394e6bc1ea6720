import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HubRole, InstitutionRole, TokenScope } from '../schema/member-enums.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import {
  AUDIT,
  CHANGE_ROLE,
  DISABLE,
  ENABLE,
  ME,
  MEMBERS,
  type MutationAnswer,
  REMOVE,
  SET_HUB_ROLES,
  SIGN_IN,
} from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { type MemberParts, PASSWORD } from './support/factories.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const { CONTRIBUTOR, EDITOR } = InstitutionRole;
const { ADMINISTRATOR, CURATOR } = HubRole;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly email: string | null }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describeOnEveryStore('Roles', (startHub) => {
  let hub: TestHub;
  let institution: string;
  let elsewhere: string;
  beforeAll(async () => {
    hub = await startHub();
    institution = (await hub.build.actor({ slug: 'ministry' }))._id;
    elsewhere = (await hub.build.actor({ slug: 'elsewhere' }))._id;
  });
  afterAll(() => hub.stop());

  const as = async (member: MemberDocument) =>
    new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
  const build = async (parts: MemberParts) => {
    const member = await hub.build.member(parts);
    return { member, browser: await as(member) };
  };
  const of = (role: InstitutionRole, where = institution) => ({
    memberships: [{ institution: where, role }],
  });
  const root = () => build({ hubRoles: [ADMINISTRATOR] });
  const setHubRoles = (by: BrowserSession, member: string, hubRoles: readonly string[]) =>
    by.get<MutationAnswer>('setHubRoles', SET_HUB_ROLES, { input: { member, hubRoles } });
  const changeRole = (by: BrowserSession, member: string, role: string, where = institution) =>
    by.get<MutationAnswer>('changeMemberRole', CHANGE_ROLE, {
      input: { member, role, institution: where },
    });
  const refused = (code: string) => ({ member: null, problems: [{ code }] });

  it('change at once, and sessions from before are over', async () => {
    const { browser: editor } = await build(of(EDITOR));
    const { member, browser } = await build(of(CONTRIBUTOR));

    expect(await changeRole(editor, member._id, 'EDITOR')).toMatchObject({
      member: { memberships: [{ institution: { slug: 'ministry' }, role: 'EDITOR' }] },
      problems: [],
    });
    expect(await browser.get('me', ME)).toBeNull();
    expect(await (await as(member)).get('me', ME)).toMatchObject({
      member: { memberships: [{ role: 'EDITOR' }] },
    });
  });

  it('change for access tokens at once, too', async () => {
    const { browser: editor } = await build(of(EDITOR));
    const { member } = await build(of(EDITOR));
    const { secret } = await hub.hub.auth.tokens.create(member._id, {
      name: 'x',
      scopes: [TokenScope.READ, TokenScope.ADMINISTER],
      days: 3,
    });
    const authorization = `Bearer ${secret}`;
    const invitations = `query ($institution: ID!) { invitations(institution: $institution) { id } }`;
    expect(await hub.ask(invitations, { institution }, { authorization })).toMatchObject({
      data: { invitations: [] },
    });
    await changeRole(editor, member._id, 'CONTRIBUTOR');

    const { errors } = await hub.ask(invitations, { institution }, { authorization });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of others in the institution are for its editors, and of other institutions for theirs', async () => {
    const { browser: editor } = await build(of(EDITOR));
    const { member: fellow, browser: contributor } = await build(of(CONTRIBUTOR));
    const { member: foreign, browser: foreigner } = await build(of(EDITOR, elsewhere));

    expect(await changeRole(contributor, fellow._id, 'EDITOR')).toMatchObject(refused('FORBIDDEN'));
    expect(await changeRole(foreigner, fellow._id, 'EDITOR')).toMatchObject(refused('FORBIDDEN'));
    const answer = await changeRole(editor, foreign._id, 'CONTRIBUTOR');
    expect(answer).toMatchObject(refused('NOT_FOUND'));
    for (const id of ['mem_none', '{"$ne":""}', '', fellow.email]) {
      expect(await changeRole(editor, id, 'CONTRIBUTOR')).toEqual(answer);
    }
    expect(await setHubRoles(editor, fellow._id, ['CURATOR'])).toMatchObject(refused('FORBIDDEN'));
  });

  it('in an institution can be taken away; the person stays', async () => {
    const { browser: editor } = await build(of(EDITOR));
    const { member } = await build({
      memberships: [...of(CONTRIBUTOR).memberships, ...of(EDITOR, elsewhere).memberships],
    });
    const input = { member: member._id, institution };

    expect(await editor.get('removeMember', REMOVE, { input })).toMatchObject({
      member: {
        id: member._id,
        email: null,
        memberships: [{ institution: { slug: 'elsewhere' } }],
      },
    });
    expect(await editor.get('removeMember', REMOVE, { input })).toMatchObject(refused('NOT_FOUND'));
  });

  it('for the whole hub are given by administrators, who go on with a new session', async () => {
    const { member, browser } = await root();
    const old = browser.cookie;

    expect(
      await setHubRoles(browser, member._id, ['CURATOR', 'ADMINISTRATOR', 'CURATOR']),
    ).toMatchObject({
      member: { hubRoles: [CURATOR, ADMINISTRATOR] },
    });
    expect(browser.cookie).not.toBe(old);
    expect(await browser.get('me', ME)).toMatchObject({
      member: { hubRoles: [CURATOR, ADMINISTRATOR] },
    });
    expect(await new BrowserSession(hub, old).get('me', ME)).toBeNull();
  });

  it('keep somebody out who is disabled, until enabled again', async () => {
    const { browser: admin } = await root();
    const { member, browser } = await build(of(CONTRIBUTOR));
    const who = { member: member._id };
    const credentials = { email: member.email, password: PASSWORD };
    const signIn = () =>
      new BrowserSession(hub).get<MutationAnswer>('signIn', SIGN_IN, credentials);

    expect(await admin.get('disableMember', DISABLE, who)).toMatchObject({
      member: { isDisabled: true },
    });
    expect(await browser.get('me', ME)).toBeNull();
    expect(await signIn()).toMatchObject(refused('UNAUTHENTICATED'));
    expect(await admin.get('enableMember', ENABLE, who)).toMatchObject({ problems: [] });
    expect(await signIn()).toMatchObject({ member: { id: member._id } });
    expect(await browser.get('disableMember', DISABLE, who)).toMatchObject(
      refused('UNAUTHENTICATED'),
    );
  });

  it('never leave the hub without an administrator, not even when two act at once', async () => {
    const { models } = hub.hub;
    await models.member.updateMany({ hubRoles: ADMINISTRATOR }, { $set: { hubRoles: [] } });
    const [one, two] = [await root(), await root()];
    const answers = await Promise.all([
      setHubRoles(one.browser, two.member._id, []),
      setHubRoles(two.browser, one.member._id, []),
    ]);
    expect(answers.flatMap(({ problems }) => problems).map(({ code }) => code)).toContain(
      'FORBIDDEN',
    );

    const left = await models.member.find({ hubRoles: ADMINISTRATOR, isDisabled: false }).lean();
    expect(left.length).toBeGreaterThan(0);
    for (const { _id } of left.slice(1)) await models.member.updateOne({ _id }, { hubRoles: [] });
    const last = await as(left[0] as MemberDocument);
    const who = { member: left[0]?._id };
    expect(await setHubRoles(last, left[0]?._id ?? '', ['CURATOR'])).toMatchObject(
      refused('FORBIDDEN'),
    );
    expect(await last.get('disableMember', DISABLE, who)).toMatchObject(refused('FORBIDDEN'));
    expect(await last.get('me', ME)).toMatchObject({ member: { hubRoles: [ADMINISTRATOR] } });
  });

  it('show members by name, page by page, to those of the institution', async () => {
    const place = (await hub.build.actor({ slug: 'office' }))._id;
    const names = ['Ana', 'Bea', 'Bea', 'Carla', 'Dora'];
    for (const name of names) await hub.build.member({ name, ...of(CONTRIBUTOR, place) });
    const { browser: editor } = await build({ name: 'Zoe', ...of(EDITOR, place) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await editor.get<Page>('members', MEMBERS, {
        institution: place,
        first: 2,
        after,
      });
      expect(page.totalCount).toBe(6);
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(6);

    const { browser: outsider } = await build(of(EDITOR));
    const { errors } = await outsider.ask(MEMBERS, { institution: place });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await editor.ask(MEMBERS, {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { browser: admin } = await root();
    expect((await admin.get<Page>('members', MEMBERS, {})).totalCount).toBeGreaterThan(10);
  });

  it('decide who sees an e-mail address', async () => {
    const place = (await hub.build.actor({ slug: 'agency' }))._id;
    const { browser: contributor, member } = await build(of(CONTRIBUTOR, place));
    const { browser: editor } = await build(of(EDITOR, place));
    const shown = async (browser: BrowserSession) => {
      const { nodes } = await browser.get<Page>('members', MEMBERS, { institution: place });
      return nodes.map(({ email }) => email).filter((email) => email !== null);
    };
    expect(await shown(contributor)).toEqual([member.email]);
    expect(await shown(editor)).toHaveLength(2);
  });

  it('are on record: who changed whose, and who tried', async () => {
    const { browser: admin, member: adminMember } = await root();
    const { browser, member } = await build(of(CONTRIBUTOR));
    await changeRole(browser, member._id, 'EDITOR');
    await setHubRoles(admin, member._id, ['CURATOR']);
    const trail = (filter: object) => admin.get<object>('auditTrail', AUDIT, { filter });

    expect(await trail({ target: member._id })).toMatchObject({
      nodes: [
        {
          memberId: adminMember._id,
          action: 'member.hub_roles',
          outcome: 'DONE',
          note: 'CURATOR',
          address: '127.0.0.0/24',
        },
      ],
    });
    expect(await trail({ memberId: member._id, outcome: 'REFUSED' })).toMatchObject({
      nodes: [{ action: 'changeMemberRole', note: 'FORBIDDEN' }],
    });
    const denied = await browser.ask(AUDIT, {});
    expect(denied.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const contributor = await as(member);
    expect((await contributor.ask(AUDIT, {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are on record page by page, newest first, within a span of time', async () => {
    const { browser: admin, member } = await root();
    const start = new Date().toISOString();
    for (let times = 0; times < 5; times += 1)
      await setHubRoles(admin, member._id, ['ADMINISTRATOR']);
    const page = (more: object) =>
      admin.get<{ nodes: { at: string }[]; pageInfo: { endCursor: string } }>('auditTrail', AUDIT, {
        filter: { action: 'member.hub_roles', since: start },
        first: 3,
        ...more,
      });
    const first = await page({});
    const second = await page({ after: first.pageInfo.endCursor });
    const times = [...first.nodes, ...second.nodes].map(({ at }) => at);

    expect(times).toHaveLength(5);
    expect(times).toEqual([...times].sort().reverse());
    expect(await page({ filter: { until: '2001-01-01T00:00:00Z' } })).toMatchObject({ nodes: [] });
    for (const value of ['{"$ne":""}', '$where']) {
      expect(await page({ filter: { action: value, target: value } })).toMatchObject({ nodes: [] });
    }
  });
});
