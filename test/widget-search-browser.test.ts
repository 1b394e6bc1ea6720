import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { DESKTOP, describeInBrowser, launchBrowser, PHONE } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { HostSite } from './support/host-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

describeInBrowser('A search on a page of another site', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  let shown: WidgetPage;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
    site = await HostSite.open(hub.url);
  });
  afterEach(async () => {
    await shown.close();
    if (shown.faults.length > 0) throw new Error(shown.faults.join('\n'));
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function open(body: string, options?: BrowserContextOptions): Promise<Page> {
    shown = await WidgetPage.open(browser, site, { body }, options);
    await shown.told('saberes-load');
    return shown.page;
  }

  const lastAsked = () => Object.fromEntries(new URL(shown.asked.at(-1) ?? '').searchParams);

  /** Waits until the status says something else than before, and gives it. */
  async function newStatus(page: Page, before: string): Promise<string> {
    const status = page.locator('saberes-search').getByRole('status');
    await status.filter({ hasNotText: before }).waitFor();
    return (await status.textContent()) ?? '';
  }

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('is used with the keyboard alone on %s', async (_name, options) => {
    const page = await open('<saberes-search limit="3"></saberes-search>', options);
    const all = (await page.locator('saberes-search').getByRole('status').textContent()) ?? '';
    await page.keyboard.press('Tab');
    await page.keyboard.type('negosiacion conjunta');
    await page.keyboard.press('Enter');
    const found = await newStatus(page, all);

    expect(found).toMatch(/^\d+ resultados?$/);
    expect(lastAsked()).toEqual({ lang: 'es', query: 'negosiacion conjunta', limit: '3' });
    await page.keyboard.press('Tab'); // the button
    await page.keyboard.press('Tab'); // the kinds
    expect(await focusedLabel(page)).toBe('Tipo');
    await page.keyboard.press('ArrowDown');
    const fewer = await newStatus(page, found);
    expect(Number.parseInt(fewer, 10)).toBeLessThan(Number.parseInt(found, 10));
    expect(lastAsked()).toMatchObject({ kind: expect.any(String) });
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toBe('País');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/es/items/*');
  });

  it('offers the other values after one was chosen, and all of them again', async () => {
    const page = await open('<saberes-search limit="1"></saberes-search>');
    const kinds = page.getByLabel('Tipo');
    const offered = await kinds.locator('option').allInnerTexts();
    await kinds.selectOption('PROTOCOL');
    await page.waitForFunction(() => window.told.length === 3);

    expect(offered[0]).toBe('Todos');
    expect(await kinds.locator('option').allInnerTexts()).toEqual(offered);
    await kinds.selectOption('');
    await page.waitForFunction(() => window.told.length === 5);
    const loaded = (await shown.told('saberes-load')).map(({ detail }) => detail.totalCount);
    expect(loaded[2]).toBe(loaded[0]);
    expect(loaded[1]).toBeLessThan(Number(loaded[0]));
    expect((await shown.told('saberes-search')).map(({ detail }) => detail)).toEqual([
      { query: '', kind: 'PROTOCOL' },
      { query: '' },
    ]);
  });

  it('keeps to what the page fixed, and begins with its words', async () => {
    const page = await open(
      '<saberes-search country="DO" kind="LESSON_LEARNED" query="emergencias"></saberes-search>',
    );

    expect(await page.getByLabel('Buscar experiencias').inputValue()).toBe('emergencias');
    expect(await page.locator('saberes-search select').count()).toBe(0);
    expect(lastAsked()).toMatchObject({ country: 'DO', kind: 'LESSON_LEARNED' });
    const link = page.locator('saberes-search').getByRole('link', { name: 'Ver en Saberes' });
    expect(await link.getAttribute('href')).toBe(
      `${hub.url}/es/search?q=emergencias&country=DO&kind=LESSON_LEARNED`,
    );
  });

  it('leads to the search of the hub with each of several values', async () => {
    const page = await open('<saberes-search country="DO, PE" theme="health"></saberes-search>');

    const link = page.locator('saberes-search').getByRole('link', { name: 'Ver en Saberes' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toBe(`${hub.url}/es/search?country=DO&country=PE&theme=health`);
    expect((await fetch(address)).status).toBe(200);
  });

  it('shows more below what is there, each record once, and leads on to it', async () => {
    const page = await open('<saberes-search limit="40"></saberes-search>');
    const [loaded] = await shown.told('saberes-load');
    const more = page.getByRole('button', { name: 'Mostrar más' });
    await more.click();
    await page.locator('saberes-search li').nth(40).waitFor();

    const links = page.locator('saberes-search [part=link]');
    expect(await links.nth(40).evaluate((link) => link.matches(':focus'))).toBe(true);
    await more.click();
    await page.locator('saberes-search li').nth(80).waitFor();
    expect(await more.count()).toBe(0);
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(new Set(addresses).size).toBe(loaded?.detail.totalCount);
  });

  it('puts no late page behind what was asked for meanwhile', async () => {
    const page = await open('<saberes-search limit="3"></saberes-search>');
    const held = new Map<string, Route>();
    await page.route('**/embed/**', (route) => {
      const asked = new URL(route.request().url()).searchParams;
      held.set(asked.has('after') ? 'more' : 'other', route);
    });
    const release = async (name: string) => {
      const route = held.get(name);
      const whole = page.waitForResponse((response) => response.url() === route?.request().url());
      await route?.continue();
      await (await whole).finished();
    };
    const titles = () => shown.texts('saberes-search [part=title]');
    const before = await titles();
    await page.getByRole('button', { name: 'Mostrar más' }).click();
    await page.getByLabel('Tipo').selectOption('PROTOCOL');
    await eventually(async () => expect([...held.keys()]).toEqual(['more', 'other']));

    await release('more');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await titles()).toEqual(before);
    expect(await page.locator('saberes-search [part=frame]').getAttribute('aria-busy')).toBe(
      'true',
    );
    await release('other');
    await page.waitForFunction(() => window.told.length === 3);
    const kinds = await shown.texts('saberes-search [part=kind]');
    expect(kinds).toEqual(Array(3).fill('Protocolo'));
  });

  it('says calmly that nothing was found, and leads to the hub', async () => {
    const page = await open('<saberes-search></saberes-search>');
    const search = page.locator('saberes-search');
    await page.getByLabel('Buscar experiencias').fill('xyzzyplugh');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await search.getByText('Ningún resultado').waitFor();

    expect(await search.getByRole('status').textContent()).toBe('0 resultados');
    expect(await search.getByRole('link').getAttribute('href')).toBe(
      `${hub.url}/es/search?q=xyzzyplugh`,
    );
  });
});

/** The label of what has the focus, in a shadow as well. */
const focusedLabel = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement?.shadowRoot?.activeElement;
    return focused instanceof HTMLSelectElement
      ? focused.labels[0]?.querySelector('span')?.textContent
      : focused?.tagName;
  });
