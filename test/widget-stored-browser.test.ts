import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { StoredQueryStatus } from '../schema/partner-enums.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { HostSite } from './support/host-site.js';
import { openPage } from './support/page.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

const LESSONS = `query ($country: [CountryCode!], $limit: Int = 2, $sort: KnowledgeSort) {
  countries { code }
  ours: knowledgeItems(filter: { countries: $country }, first: $limit, sort: $sort) { nodes { title url } }
}`;

const BESIDE = `{
  protocols: knowledgeItems(filter: { kinds: [PROTOCOL] }, first: 5) { nodes { id } }
  ours: knowledgeItems(first: 1) { nodes { title url } }
}`;

/** Answers in which a list of records is not the only one, or not all of it is records; and what is shown. */
const SHAPES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'one below another',
    `{
      country(code: "PE") { items(first: 5) { nodes { title url } } }
      ours: knowledgeItems(first: 5) { nodes { title url } }
    }`,
    ['Tres', 'Uno'],
  ],
  [
    'one of each of several',
    '{ countries { items(first: 5) { nodes { title url } } } }',
    ['Tres', 'Uno'],
  ],
  [
    'one of which some are none',
    '{ knowledgeItems(first: 5) { nodes { id ... on Protocol { title url } } } }',
    ['Guía'],
  ],
  [
    'one that leads nowhere',
    `{
      knowledgeItems(first: 5) { nodes { title url: slug } }
      ours: knowledgeItems(first: 1, sort: TITLE) { nodes { title url } }
    }`,
    ['Dos'],
  ],
  [
    'one whose fields have names of others',
    `{
      knowledgeItems(first: 1, sort: TITLE) {
        nodes { title url countries: slug shownIn: id summary: themes { code } kind: actors { role } }
      }
    }`,
    ['Dos'],
  ],
];

describeInBrowser('A stored query in the widget', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  let shown: WidgetPage;
  let key: string;
  let foreignKey: string;
  let partner: string;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), launchBrowser()]);
    site = await HostSite.open(hub.url);
    await hub.build.country({ code: 'PE', name: 'Perú' });
    await hub.build.item({ slug: 'a', countries: ['PE'], texts: { es: { title: 'Uno' } } });
    await hub.build.item({ slug: 'b', texts: { es: { title: 'Dos' } } });
    const { models } = hub.hub;
    const own = await buildPartner(models, { origins: [site.origin] });
    const foreign = await buildPartner(models, { origins: ['https://other.example'] });
    key = own.publicKey;
    partner = own._id;
    foreignKey = foreign.publicKey;
    const variables = [
      { name: 'country', value: null, isOpen: true },
      { name: 'limit', value: 2, isOpen: true },
      { name: 'sort', value: 'NEWEST', isOpen: true },
    ];
    const lessons = { partner, document: LESSONS, variables };
    await buildStoredQuery(models, { ...lessons, _id: 'lessons' });
    await buildStoredQuery(models, { partner, document: BESIDE, _id: 'beside' });
    await buildStoredQuery(models, { ...lessons, _id: 'old', status: StoredQueryStatus.RETIRED });
  });
  afterEach(() => shown.close());
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function open(body: string): Promise<WidgetPage> {
    shown = await WidgetPage.open(browser, site, { body });
    return shown;
  }

  const titles = () => shown.texts('saberes-list [part=title]');

  it('shows its first list of records, whatever it is called, and takes attributes as variables', async () => {
    await open(`<saberes-list stored="lessons" key="${key}"></saberes-list>`);
    await shown.told('saberes-load');

    expect([...(await titles())].sort()).toEqual(['Dos', 'Uno']);
    await shown.page.evaluate(() =>
      document.querySelector('saberes-list')?.setAttribute('country', 'PE'),
    );
    await eventually(async () => expect(await titles()).toEqual(['Uno']));
    expect(shown.faults).toEqual([]);
  });

  it('passes over an empty list, which could be of anything', async () => {
    await open(`<saberes-list stored="beside" key="${key}"></saberes-list>`);
    await shown.told('saberes-load');

    expect(await titles()).toHaveLength(1);
  });

  it('takes variables of any name', async () => {
    await open(
      `<saberes-list stored="lessons" key="${key}" variables="sort=TITLE"></saberes-list>`,
    );
    await shown.told('saberes-load');

    expect(await titles()).toEqual(['Dos', 'Uno']);
    expect(shown.asked[0]).toContain('&sort=TITLE');
  });

  it('shows what was published since', async () => {
    await hub.build.item({ slug: 'c', countries: ['PE'], texts: { es: { title: 'Tres' } } });
    await hub.build.protocol({ slug: 'd', texts: { es: { title: 'Guía' } } });
    await hub.hub.dataVersion.bump();
    await open(`<saberes-list stored="lessons" public-key="${key}" country="PE"></saberes-list>`);
    await shown.told('saberes-load');

    expect([...(await titles())].sort()).toEqual(['Tres', 'Uno']);
  });

  it.each(SHAPES)(
    'shows the same records as the frame where there is %s',
    async (shape, document, expected) => {
      const { models } = hub.hub;
      const id = shape.replaceAll(' ', '-');
      await buildStoredQuery(models, { partner, document, _id: id });
      await open(`<saberes-list stored="${id}" key="${key}"></saberes-list>`);
      await shown.told('saberes-load');
      const frame = await openPage(hub, `/es/embed/${id}?key=${key}`);

      const inWidget = await titles();
      expect(inWidget).toEqual(frame.texts('a[href*="/items/"]'));
      expect([...inWidget].sort()).toEqual(expected);
    },
  );

  it('stays calm about keys, queries and variables that do not fit, and tells which it was', async () => {
    const refused = {
      'stored="lessons"': ['KEY_MISSING', 401],
      'stored="lessons" key="sabp_none"': ['KEY_INVALID', 401],
      [`stored="lessons" key="${foreignKey}"`]: ['ORIGIN_NOT_ALLOWED', 403],
      [`stored="none" key="${key}"`]: ['QUERY_NOT_FOUND', 404],
      [`stored="old" key="${key}"`]: ['QUERY_RETIRED', 410],
      [`stored="lessons" key="${key}" theme="health"`]: ['BAD_USER_INPUT', 400],
      [`stored="lessons" key="${key}" country="Peru"`]: ['BAD_USER_INPUT', 400],
    };
    for (const [attributes, [code, status]] of Object.entries(refused)) {
      await open(`<saberes-list ${attributes}><p>En su lugar</p></saberes-list>`);
      const [told] = await shown.told('saberes-error');

      expect({ attributes, ...told?.detail }).toEqual({ attributes, code, status });
      expect(await shown.page.getByText('En su lugar').isVisible()).toBe(true);
      expect(await shown.page.getByRole('link', { name: 'Ver en Saberes' }).isVisible()).toBe(true);
      expect(await shown.page.content()).not.toContain('other.example');
      await shown.close();
    }
  });
});
