import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '../cli/user/operator.js';
import { HubRole, InstitutionRole } from '../schema/member-enums.js';
import { PartnerService } from '../server/embed/partner.service.js';
import { AUDIT } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import {
  CHANGE,
  PARTNER,
  PARTNERS,
  type PartnerAnswer,
  REGISTER,
  REMOVE_PARTNER,
} from './support/partner-operations.js';
import { ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const CONTACT = 'web@partner.example';

describeOnEveryStore('Partners', (startHub) => {
  let hub: TestHub;
  let administrator: BrowserSession;
  let editor: BrowserSession;
  let own: string;
  let other: string;
  beforeAll(async () => {
    hub = await startHub();
    own = (await hub.build.actor({ slug: 'instituto' }))._id;
    other = (await hub.build.actor({ slug: 'otro' }))._id;
    administrator = await sessionOf({ hubRoles: [HubRole.ADMINISTRATOR] });
    const memberships = [{ institution: own, role: InstitutionRole.EDITOR }];
    editor = await sessionOf({ memberships });
  });
  afterAll(() => hub.stop());

  const sessionOf = async (parts: Parameters<TestHub['build']['member']>[0]) =>
    new BrowserSession(hub, (await hub.sessionOf(await hub.build.member(parts))).cookie);

  const register = (session: BrowserSession, input: object) =>
    session.get<PartnerAnswer>('registerPartner', REGISTER, {
      input: { name: 'Portal', contact: CONTACT, ...input },
    });
  const change = (session: BrowserSession, input: object) =>
    session.get<PartnerAnswer>('changePartner', CHANGE, { input });

  it('are registered by an editor of their institution, with origins in one spelling', async () => {
    const origins = ['https://WWW.Partner.example/', 'https://*.partner.example', ORIGIN];

    expect(await register(editor, { name: '  Portal\nde agua ', actor: own, origins })).toEqual({
      partner: {
        id: expect.stringMatching(/^ptr_/),
        name: 'Portal de agua',
        contact: CONTACT,
        origins: [ORIGIN, 'https://*.partner.example'],
        version: 1,
        actor: { slug: 'instituto' },
        keys: [],
      },
      problems: [],
    });
  });

  it('belong to an institution that the editor edits for, or to administrators alone', async () => {
    for (const actor of [other, null]) {
      expect((await register(editor, { actor })).problems).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await register(administrator, { actor: null })).toMatchObject({
      partner: { actor: null },
    });
  });

  it('are refused with every wrong field named', async () => {
    const wrong = {
      name: ' ',
      actor: 'act_none',
      contact: 'nobody',
      origins: ['http://partner.example', 'https://*.org'],
    };

    const { partner, problems } = await register(administrator, wrong);

    expect(partner).toBeNull();
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID', 'name'],
      ['INVALID', 'contact'],
      ['INVALID', 'actor'],
      ['INVALID', 'origins'],
      ['INVALID', 'origins'],
    ]);
    expect(problems.at(-1)?.message).toContain('"https://*.org" is no origin');
  });

  it('have at most twenty origins', async () => {
    const origins = Array.from({ length: 21 }, (_, site) => `https://s${site}.partner.example`);

    expect((await register(administrator, { origins })).problems).toMatchObject([
      { code: 'INVALID', field: 'origins' },
    ]);
  });

  it('are changed in the fields that are given, from the version that was read', async () => {
    const { _id: id } = await hub.build.partner({ actor: own, name: 'Antes' });

    expect(await change(editor, { id, expectedVersion: 1, name: 'Después' })).toMatchObject({
      partner: { name: 'Después', contact: CONTACT, origins: [ORIGIN], version: 2 },
      problems: [],
    });
    expect(await change(editor, { id, expectedVersion: 1, name: 'Tarde' })).toMatchObject({
      partner: null,
      problems: [{ code: 'CONFLICT', field: 'expectedVersion', currentVersion: 2 }],
    });
    expect(await change(editor, { id, expectedVersion: 2, origins: [] })).toMatchObject({
      partner: { name: 'Después', origins: [], version: 3 },
    });
  });

  it('are changed by one of two who come at the same time', async () => {
    const { _id: id } = await hub.build.partner({ actor: own });
    const answers = await Promise.all(
      ['Uno', 'Dos'].map((name) => change(editor, { id, expectedVersion: 1, name })),
    );

    const codes = answers.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual(['CONFLICT']);
  });

  it('are handed to another institution by whoever edits for both', async () => {
    const { _id: id } = await hub.build.partner({ actor: own });

    for (const actor of [other, null]) {
      const { problems } = await change(editor, { id, expectedVersion: 1, actor });
      expect(problems).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await change(administrator, { id, expectedVersion: 1, actor: other })).toMatchObject({
      partner: { actor: { slug: 'otro' } },
    });
    expect(await change(editor, { id, expectedVersion: 2, name: 'X' })).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
  });

  it('are at most 200 of one institution, registered or handed over', async () => {
    const full = (await hub.build.actor())._id;
    for (let count = 0; count < 200; count += 1) await hub.build.partner({ actor: full });
    const { _id: id } = await hub.build.partner({ actor: own });
    const refused = { partner: null, problems: [{ code: 'LIMIT_REACHED' }] };

    expect(await register(administrator, { actor: full })).toMatchObject(refused);
    expect(await change(administrator, { id, expectedVersion: 1, actor: full })).toMatchObject(
      refused,
    );
  });

  it('lose at once the origins that are taken from them', async () => {
    const { _id: id, publicKey } = await hub.build.partner({ actor: own });
    const { keys } = hub.hub.embedding;
    expect((await keys.find(publicKey))?.partner.origins).toEqual([ORIGIN]);

    await change(editor, { id, expectedVersion: 1, origins: ['https://new.example'] });

    expect((await keys.find(publicKey))?.partner.origins).toEqual(['https://new.example']);
  });

  it('go with their keys, queries and usage', async () => {
    const { _id: id, publicKey } = await hub.build.partner({ actor: own });
    const { _id: query } = await hub.build.storedQuery({ partner: id });
    const { keys, queries, usage } = hub.hub.embedding;
    usage.note({ partner: id, query, origin: ORIGIN, cost: 1 });
    await usage.flush();
    expect(await keys.find(publicKey)).not.toBeNull();
    expect(await queries.find(query)).not.toBeNull();
    const remove = (expectedVersion: number) =>
      editor.get('removePartner', REMOVE_PARTNER, { input: { id, expectedVersion } });
    expect(await remove(7)).toMatchObject({ problems: [{ code: 'CONFLICT', currentVersion: 1 }] });

    expect(await remove(1)).toEqual({ problems: [] });

    expect(await keys.find(publicKey)).toBeNull();
    expect(await queries.find(query)).toBeNull();
    expect(await hub.hub.models.partnerUsage.countDocuments({ partner: id })).toBe(0);
    expect((await editor.ask(PARTNER, { id })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it('go on being removed where the store broke off', async () => {
    const { _id: id, publicKey } = await hub.build.partner({ actor: own });
    const { _id: query } = await hub.build.storedQuery({ partner: id });
    const { models, auth, clock, embedding } = hub.hub;
    const { keys, queries } = embedding;
    const broken = {
      deleteMany: () => Promise.reject(new Error('gone')),
    } as unknown as typeof models.storedQuery;
    const by = { viewer: OPERATOR, address: '192.0.2.1' };
    const parts = { keys, queries, audit: auth.audit, clock, isActor: async () => true };
    const breaking = new PartnerService({ ...parts, models: { ...models, storedQuery: broken } });
    await expect(breaking.remove(by, id, 1)).rejects.toThrow('gone');
    expect(await keys.find(publicKey)).toBeNull();

    const input = { id, expectedVersion: 1 };
    expect(await editor.get('removePartner', REMOVE_PARTNER, { input })).toEqual({ problems: [] });

    expect(await queries.find(query)).toBeNull();
    expect(await models.storedQuery.countDocuments({ partner: id })).toBe(0);
  });

  it('are on record with who did what', async () => {
    const { partner } = await register(editor, { actor: own, name: 'Registro' });
    const id = partner?.id ?? '';
    await change(editor, { id, expectedVersion: 1, origins: [ORIGIN] });
    await editor.get('removePartner', REMOVE_PARTNER, { input: { id, expectedVersion: 2 } });

    const filter = { target: id };
    expect(await administrator.get('auditTrail', AUDIT, { filter })).toMatchObject({
      nodes: [
        { action: 'partner.remove', outcome: 'DONE', note: 'Registro' },
        { action: 'partner.change', outcome: 'DONE', note: ORIGIN },
        { action: 'partner.register', outcome: 'DONE', memberId: expect.stringMatching(/^mem_/) },
      ],
    });
  });

  it('tell what was asked for, by day, query and site', async () => {
    const { _id: id } = await hub.build.partner({ actor: own });
    const { usage } = hub.hub.embedding;
    usage.note({ partner: id, query: 'water', origin: ORIGIN, cost: 40 });
    usage.note({ partner: id, query: null, origin: null, cost: 5_000_000_000 });
    const today = new Date().toISOString().slice(0, 10);

    const seen = await editor.get<{ usage: object }>('partner', PARTNER, { id });

    expect(seen.usage).toEqual({
      since: expect.any(String),
      until: today,
      requests: 2,
      cost: 5_000_000_040,
      days: [{ day: today, requests: 2, cost: 5_000_000_040 }],
      queries: [
        { query: null, requests: 1, cost: 5_000_000_000 },
        { query: 'water', requests: 1, cost: 40 },
      ],
      origins: [
        { origin: null, requests: 1, cost: 5_000_000_000 },
        { origin: ORIGIN, requests: 1, cost: 40 },
      ],
    });
    for (const [since, until] of [
      ['2026-02-02', '2026-02-01'],
      ['2024-01-01', '2026-02-01'],
    ]) {
      const { errors } = await editor.ask(PARTNER, { id, since, until });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'since' } }]);
    }
  });

  it('are listed by name to whoever keeps them, page by page', async () => {
    const institution = (await hub.build.actor())._id;
    const keeper = await sessionOf({
      memberships: [{ institution, role: InstitutionRole.EDITOR }],
    });
    for (const name of ['Delta', 'Alfa', 'Beta']) {
      await hub.build.partner({ actor: institution, name });
    }
    const page = (after: string | null) =>
      keeper.get<Page>('partners', PARTNERS, { first: 2, after });

    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);

    expect(first).toMatchObject({ totalCount: 3, nodes: [{ name: 'Alfa' }, { name: 'Beta' }] });
    expect(second).toMatchObject({ nodes: [{ name: 'Delta' }], pageInfo: { hasNextPage: false } });
    const everybody = await administrator.get<Page>('partners', PARTNERS, { first: 100 });
    expect(everybody.totalCount).toBe(await hub.hub.models.partner.countDocuments({}));
    const contributor = await sessionOf({
      memberships: [{ institution, role: InstitutionRole.CONTRIBUTOR }],
    });
    expect(await contributor.get('partners', PARTNERS)).toMatchObject({ totalCount: 0 });
    expect(await hub.errorCodes(PARTNERS)).toEqual(['UNAUTHENTICATED']);
  });
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}
