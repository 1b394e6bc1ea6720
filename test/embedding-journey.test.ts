import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { InstitutionRole } from '../schema/member-enums.js';
import { DESKTOP, describeInBrowser, launchBrowser } from './support/browser.js';
import { BrowserSession } from './support/browser-session.js';
import {
  type EditorialAnswer,
  type EditorialStep,
  LESSON,
  stepDocument,
} from './support/editorial.js';
import { eventually } from './support/eventually.js';
import {
  CHANGE_STATUS,
  CREATE_KEY,
  PARTNER,
  type PartnerAnswer,
  REGISTER,
  REVOKE_KEY,
  SAVE_QUERY,
} from './support/partner-operations.js';
import { PartnerSite } from './support/partner-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 120_000;
const INSTITUTE = 'act_imss';
const QUERY = 'lecciones-imss';
const DOCUMENT = `query Lecciones($actor: ID!, $limit: Int = 5) {
  knowledgeItems(filter: { actors: [$actor], kinds: [LESSON_LEARNED] }, sort: NEWEST, first: $limit) {
    nodes { id kind title summary url shownIn { locale isFallback } }
  }
}`;
const TITLE = LESSON.texts[0]?.title ?? '';

describeInBrowser('A partner', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  let page: Page;
  let editor: BrowserSession;
  let partner: string;
  let key: PartnerAnswer;
  let version: number;
  beforeAll(async () => {
    [hub, browser, site] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
    ]);
    const memberships = [{ institution: INSTITUTE, role: InstitutionRole.EDITOR }];
    const member = await hub.build.member({ name: 'Elena', memberships });
    editor = new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
    page = await (await browser.newContext(DESKTOP)).newPage();
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function change(name: string, document: string, input: object): Promise<PartnerAnswer> {
    const answer = await editor.get<PartnerAnswer>(name, document, { input });
    expect(answer.problems).toEqual([]);
    return answer;
  }

  async function take(step: EditorialStep, variables: object) {
    const answer = await editor.get<EditorialAnswer>(step, stepDocument(step), { ...variables });
    expect(answer.problems).toEqual([]);
    return answer.record as NonNullable<EditorialAnswer['record']>;
  }

  const createKey = () => change('createPartnerKey', CREATE_KEY, { id: partner, kind: 'PUBLIC' });

  /** The partner's own page, under the strictest policy and what the guide adds to it. */
  async function visit(): Promise<void> {
    const policy = `default-src 'none'; script-src ${hub.url}; connect-src ${hub.url}; frame-src ${hub.url}`;
    const attributes = `lang="es" stored="${QUERY}" key="${key.secret}"`;
    const body = `<script type="module" crossorigin src="${hub.url}/widget/v0/saberes.js"></script>
      <saberes-list ${attributes}><a href="${hub.url}/es">Saberes</a></saberes-list>
      <iframe title="Saberes" height="900" src="${hub.url}/es/embed/${QUERY}?key=${key.secret}"></iframe>`;
    await page.goto(site.putPage('/lecciones', body, policy));
  }

  const inWidget = () => page.locator('saberes-list article').allInnerTexts();
  const inFrame = () => page.frameLocator('iframe').locator('body').textContent();

  it('is registered with its site and its first key', async () => {
    const input = {
      name: 'Portal del instituto',
      contact: 'web@instituto.example',
      actor: INSTITUTE,
      origins: [site.origin],
    };
    const registered = await change('registerPartner', REGISTER, input);
    partner = registered.partner?.id ?? '';
    key = await createKey();

    expect(key.secret).toMatch(/^sabp_/);
  });

  it('saves a query that visitors may ask in part, and switches it on', async () => {
    const saved = await change('saveStoredQuery', SAVE_QUERY, {
      partner,
      id: QUERY,
      title: 'Lecciones del instituto',
      document: DOCUMENT,
      variables: [
        { name: 'actor', values: [INSTITUTE], isOpen: false },
        { name: 'limit', values: ['5'], isOpen: true },
      ],
    });
    const { version: expectedVersion } = saved.storedQuery ?? {};
    const active = await change('changeStoredQueryStatus', CHANGE_STATUS, {
      id: QUERY,
      status: 'ACTIVE',
      expectedVersion,
    });
    version = active.storedQuery?.version ?? 0;

    expect(active.storedQuery).toMatchObject({ id: QUERY, status: 'ACTIVE' });
  });

  it('shows on its own page a lesson soon after the institution published it', async () => {
    await visit();
    expect(await inFrame()).not.toContain(TITLE);

    const content = {
      ...LESSON,
      themes: ['epidemiological-surveillance'],
      actors: [{ actor: INSTITUTE, role: 'AUTHOR' }],
    };
    const draft = await take('createDraft', {
      institution: INSTITUTE,
      kind: 'LESSON_LEARNED',
      content,
    });
    const { id, version: drafted } = draft;
    const submitted = await take('submitDraft', { id, expectedVersion: drafted });
    await take('publishDraft', { id, expectedVersion: submitted.version });

    await eventually(async () => {
      await visit();
      await page.locator('saberes-list article').first().waitFor({ timeout: 1_000 });
      expect((await inWidget())[0]).toContain(TITLE);
      expect(await inFrame()).toContain(TITLE);
    });
  });

  it('changes its key without a gap, and the old one opens nothing any more', async () => {
    const old = key;
    key = await createKey();
    await change('revokePartnerKey', REVOKE_KEY, { id: partner, key: old.key?.id });
    await visit();
    await eventually(async () => expect((await inWidget())[0]).toContain(TITLE));

    const headers = { origin: site.origin };
    const refused = await fetch(`${hub.url}/embed/${QUERY}.json?key=${old.secret}`, { headers });
    expect(refused.status).toBe(401);
  });

  it('sees what was asked for from where', async () => {
    await eventually(async () => {
      const { usage } = await editor.get<{
        usage: { requests: number; queries: readonly { query: string }[]; origins: object[] };
      }>('partner', PARTNER, { id: partner });
      expect(usage.requests).toBeGreaterThan(0);
      expect(usage.queries.map(({ query }) => query)).toEqual([QUERY]);
      expect(usage.origins).toContainEqual(expect.objectContaining({ origin: site.origin }));
    });
  });

  it('retires the query, and its page says calmly where else to look', async () => {
    await change('changeStoredQueryStatus', CHANGE_STATUS, {
      id: QUERY,
      status: 'RETIRED',
      expectedVersion: version,
    });

    // A browser may show what it has for two seconds more.
    await eventually(async () => {
      await visit();
      await page.locator('saberes-list [part="message"] a').waitFor({ timeout: 1_000 });
      expect(await inWidget()).toEqual([]);
      expect(await inFrame()).not.toContain(TITLE);
    });
  });
});
