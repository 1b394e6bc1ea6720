import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import type { SaberesList } from '../web/widget/list.element.js';
import { describeInBrowser, launchBrowser, watchFaults } from './support/browser.js';
import { eventually } from './support/eventually.js';
import {
  codeOf,
  type GuideSection,
  policyOf,
  readGuide,
  sectionOf,
} from './support/guide-blocks.js';
import { buildApp } from './support/partner-build.js';
import { PartnerProject } from './support/partner-project.js';
import { PartnerSite } from './support/partner-site.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 120_000;
const APPS = fileURLToPath(new URL('../../test/fixtures/frameworks/', import.meta.url));
const FRAMEWORKS = {
  React: { language: 'jsx', client: 'react-client.jsx', server: 'react-server.jsx' },
  Vue: { language: 'vue', client: 'vue-client.js', server: 'vue-server.js' },
} as const;
type Framework = keyof typeof FRAMEWORKS;
const NAMES: readonly Framework[] = ['React', 'Vue'];

describeInBrowser('The package of the widget', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  let project: PartnerProject;
  let guide: GuideSection;
  let given: { readonly hub: string; readonly publicKey: string };
  const rendered = new Map<Framework, string>();
  beforeAll(async () => {
    [hub, browser, site, project] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
      PartnerProject.open(),
    ]);
    guide = sectionOf(readGuide(hub.url), 'In React or Vue');
    const { models } = hub.hub;
    const { _id: partner, publicKey } = await buildPartner(models, { origins: [site.origin] });
    await buildStoredQuery(models, { _id: 'ours', partner });
    given = { hub: hub.url, publicKey };
    await cp(APPS, project.folder, { recursive: true });
    await Promise.all(NAMES.map(build));
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([browser.close(), site.close(), project.close()]);
    await hub.stop();
  });

  async function build(name: Framework): Promise<void> {
    const { language, client, server } = FRAMEWORKS[name];
    await project.put(`guide.${language}`, codeOf(guide, language));
    rendered.set(name, await buildApp(project, { client, server, given }));
    const script = client.replace(/\.\w+$/, '.js');
    const body = await readFile(join(project.folder, 'site', script), 'utf8');
    site.put(`/${name}.js`, { body, type: 'text/javascript' });
  }

  /** Opens a page with an app in it, under exactly the policy that the guide says; nobody may complain. */
  async function onPage(
    framework: Framework,
    inside: string,
    visit: (page: Page) => Promise<void>,
  ): Promise<void> {
    const settings = JSON.stringify(given).replaceAll('"', '&quot;');
    const script = `<script type="module" src="/${framework}.js"></script>`;
    const body = `<div id="app" data-given="${settings}">${inside}</div>${script}`;
    const address = site.putPage(`/${framework}`, body, policyOf(guide));
    const page = await browser.newPage({ viewport: { width: 1000, height: 4_000 } });
    const faults = watchFaults(page);
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await page.goto(address);
    await visit(page);
    expect([...faults, ...warnings]).toEqual([]);
    await page.close();
  }

  const told = async (page: Page, type: string): Promise<readonly Record<string, unknown>[]> => {
    const lines = ((await page.locator('pre').textContent()) ?? '').split('\n').filter(Boolean);
    const all = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    return all.filter((event) => event.type === type);
  };
  const showsAll = (page: Page) =>
    eventually(async () => {
      const counts = ['saberes-list >> nth=0', 'saberes-search', 'saberes-item', '.own'].map(
        (name) => page.locator(name).locator('article').count(),
      );
      expect(await Promise.all(counts)).toEqual([2, 1, 1, 5]);
    });

  it.each(NAMES)('is an element with its attributes on a server of %s', (name) => {
    const { document } = parseHTML(`<html><body>${rendered.get(name)}</body></html>`);
    const elements = [...document.querySelectorAll('section > *')];
    const attributes = elements.map((one) =>
      Object.fromEntries([...one.attributes].map(({ name: key, value }) => [key, value])),
    );

    expect(elements.map(({ tagName }) => tagName.toLowerCase())).toEqual([
      'saberes-list',
      'saberes-search',
      'saberes-item',
      'saberes-list',
    ]);
    expect(attributes).toEqual([
      { hub: hub.url, lang: 'en', country: 'DO', limit: '2', 'theme-mode': 'dark' },
      { hub: hub.url, lang: 'fr', limit: '1' },
      { hub: hub.url, lang: 'en', slug: 'ciss-disaster-protocol' },
      { hub: hub.url, class: 'own', stored: 'ours', 'public-key': given.publicKey },
    ]);
    expect(elements[0]?.querySelector('a')?.getAttribute('href')).toBe(`${hub.url}/en`);
    expect(elements[0]?.textContent).toContain('Experiences on Saberes');
  });

  it.each(NAMES)('follows the state of an app of %s, and tells it what happens', (name) =>
    onPage(name, '', async (page) => {
      await showsAll(page);
      await eventually(async () =>
        expect(await told(page, 'saberes-load')).toMatchObject([{ count: 2 }]),
      );
      const first = page.locator('saberes-list >> nth=0');
      const titles = await first.locator('[part=title]').allInnerTexts();

      await page.locator('#change').click();
      await eventually(async () => expect(await told(page, 'saberes-load')).toHaveLength(2));
      expect(await first.locator('[part=title]').allInnerTexts()).not.toEqual(titles);
      await page.locator('#all').click();
      await eventually(async () => expect(await told(page, 'saberes-load')).toHaveLength(3));
      const totals = (await told(page, 'saberes-load')).map(({ totalCount }) => Number(totalCount));
      expect(totals[2]).toBeGreaterThan(Math.max(totals[0] ?? 0, totals[1] ?? 0));

      await first.locator('article a').first().click();
      await eventually(async () => expect(await told(page, 'saberes-select')).toHaveLength(1));
      await page.locator('saberes-search input').fill('protocole');
      await page.locator('saberes-search input').press('Enter');
      await eventually(async () =>
        expect(await told(page, 'saberes-search')).toMatchObject([{ query: 'protocole' }]),
      );
      expect(await told(page, 'saberes-error')).toEqual([]);
      expect(page.url()).toBe(`${site.origin}/${name}`);
    }),
  );

  it.each(NAMES)('takes over what a server of %s rendered', (name) =>
    onPage(name, rendered.get(name) ?? '', async (page) => {
      await showsAll(page);
      await page.locator('#change').click();
      await eventually(async () => expect(await told(page, 'saberes-load')).not.toEqual([]));
    }),
  );

  it.each(NAMES)('goes and comes back in an app of %s', (name) =>
    onPage(name, '', async (page) => {
      await showsAll(page);
      for (const _time of [1, 2]) {
        await page.getByRole('button', { name: 'Hide' }).click();
        await eventually(async () =>
          expect(await page.locator('saberes-list, saberes-search, saberes-item').count()).toBe(0),
        );
        await page.getByRole('button', { name: 'Show' }).click();
        await showsAll(page);
      }
    }),
  );

  it.each(NAMES)('works as the guide says it for %s', (name) =>
    onPage(name, '</div><div id="guide">', async (page) => {
      const list = page.locator('#guide saberes-list');
      await eventually(async () => expect(await list.locator('article').count()).toBe(5));
      const count = () => page.locator('#guide > p').textContent();
      await eventually(async () => expect(await count()).not.toBe('0 experiences'));
      const ofMexico = await count();

      await page.locator('#guide button').click();
      await eventually(async () => expect(await count()).not.toBe(ofMexico));
      expect(await list.evaluate((one: SaberesList) => one.country)).toBe('PA');
    }),
  );
});
