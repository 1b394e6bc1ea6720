import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { HostSite } from './support/host-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

const FALLBACK = '<p>Lea <a href="https://hub.example/">el sitio</a>.</p>';

describeInBrowser('A widget that can show nothing', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  let shown: WidgetPage;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), launchBrowser()]);
    site = await HostSite.open(hub.url);
    await hub.build.item({ slug: 'there', texts: { es: { title: 'Está' } } });
    await hub.hub.indexer.settle();
  });
  afterEach(() => shown.close());
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function open(body: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    shown = await WidgetPage.open(browser, site, { body }, {}, prepare);
    return shown.page;
  }

  const answering = (status: number, body: string) => (page: Page) =>
    page.route('**/embed/**', (route) => answer(route, status, body));

  /** Of a refusal with this code. */
  const refusing = (status: number, code: string) =>
    answering(status, JSON.stringify({ errors: [{ message: 'x', extensions: { code } }] }));

  const loading = (page: Page) => page.locator('[part=skeleton]');

  it.each([
    [429, 'RATE_LIMITED', /demasiadas consultas/, true],
    [403, 'ORIGIN_NOT_ALLOWED', /no está disponible aquí/, false],
    [401, 'KEY_INVALID', /no está disponible aquí/, false],
    [404, 'QUERY_NOT_FOUND', /no está disponible aquí/, false],
    [410, 'QUERY_RETIRED', /no está disponible aquí/, false],
    [400, 'BAD_USER_INPUT', /no está disponible aquí/, false],
    [503, 'SEARCH_UNAVAILABLE', /no está disponible en este momento/, true],
    [500, 'INTERNAL_SERVER_ERROR', /no está disponible en este momento/, true],
  ])(
    'stays calm at %d %s, tells the page and leads to the hub',
    async (status, code, text, again) => {
      for (const name of ['saberes-list', 'saberes-search', 'saberes-item']) {
        const page = await open(`<${name} slug="s">${FALLBACK}</${name}>`, refusing(status, code));
        const [told] = await shown.told('saberes-error');

        expect(told?.detail).toEqual({ code, status });
        const element = page.locator(name);
        expect(await element.locator('[part=message]').textContent()).toMatch(text);
        expect(await element.getByRole('link', { name: 'el sitio' }).isVisible()).toBe(true);
        const link = element.getByRole('link', { name: 'Ver en Saberes' });
        expect(await link.getAttribute('href')).toMatch(new RegExp(`^${hub.url}/es/`));
        expect(await element.getByRole('button', { name: 'Intentarlo de nuevo' }).count()).toBe(
          again ? 1 : 0,
        );
        expect(await page.evaluate(() => window.told.length)).toBe(1);
        expect(shown.faults.filter((fault) => fault.startsWith('script'))).toEqual([]);
        await shown.close();
      }
    },
  );

  it.each([
    ['no JSON', 200, '<html>'],
    ['nothing', 200, ''],
    ['null', 200, 'null'],
    ['an error without data', 200, '{"errors":[{}],"data":null}'],
    ['a list that is none', 200, '{"data":{"list":{"nodes":[{"title":1,"url":{}}]}}}'],
    ['facets that are none', 200, '{"data":{"list":{"nodes":[],"facets":7}}}'],
    ['a page of a proxy', 502, '<h1>Bad gateway</h1>'],
  ])('takes an answer that is %s as no content', async (_what, status, body) => {
    const page = await open('<saberes-search></saberes-search>', answering(status, body));
    await page.locator('saberes-search').getByRole('link', { name: 'Ver en Saberes' }).waitFor();

    expect(shown.faults.filter((fault) => fault.startsWith('script'))).toEqual([]);
    expect(await page.locator('saberes-search').getByRole('searchbox').count()).toBe(1);
  });

  it('shows places for what is coming, then what the page gave, then the content', async () => {
    const held: Route[] = [];
    const page = await open(
      `<saberes-list limit="2"></saberes-list><saberes-list limit="2">${FALLBACK}</saberes-list>`,
      (opened) => opened.route('**/embed/**', (route) => void held.push(route)),
    );
    await page.locator('saberes-list [part=row]').nth(1).waitFor();
    const [bare, filled] = await page.locator('saberes-list').all();

    expect(await bare?.locator('[part=row]').count()).toBe(2);
    expect(await bare?.locator('[part=frame]').getAttribute('aria-busy')).toBe('true');
    expect(await filled?.getByRole('link', { name: 'el sitio' }).isVisible()).toBe(true);
    await eventually(async () => expect(held).toHaveLength(1));
    await held[0]?.continue();
    await page.waitForFunction(() => window.told.length === 2);
    expect(await loading(page).count()).toBe(0);
    expect(await filled?.getByRole('link', { name: 'el sitio' }).isVisible()).toBe(false);
    expect(await filled?.getByRole('link', { name: 'Está' }).isVisible()).toBe(true);
    expect(await bare?.locator('[part=frame]').getAttribute('aria-busy')).toBe('false');
  });

  it('says that there is nothing yet where a list is empty', async () => {
    const page = await open(`<saberes-list kind="PROTOCOL">${FALLBACK}</saberes-list>`);
    const [loaded] = await shown.told('saberes-load');

    expect(loaded?.detail).toEqual({ count: 0, totalCount: 0 });
    expect(await shown.texts('saberes-list [part=message]')).toEqual([
      'Todavía no hay nada que mostrar. Ver en Saberes',
    ]);
    expect(await page.getByRole('link', { name: 'el sitio' }).isVisible()).toBe(true);
    expect(shown.faults).toEqual([]);
  });

  it.each([
    ['es', 'La búsqueda no responde en este momento'],
    ['en', 'Search is not responding at the moment'],
    ['pt', 'A busca não está respondendo neste momento'],
    ['fr', 'La recherche ne répond pas pour le moment'],
  ])('shows what search found last while it is down, and says so in %s', async (lang, text) => {
    const stale = async (route: Route) => {
      const response = await route.fetch();
      const json = { ...(await response.json()), extensions: { stale: true } };
      await route.fulfill({ response, json });
    };
    for (const name of ['saberes-list', 'saberes-search', 'saberes-item']) {
      const body = `<${name} lang="${lang}" slug="there">${FALLBACK}</${name}>`;
      const page = await open(body, (opened) => opened.route('**/embed/**', stale));
      await shown.told('saberes-load');

      const element = page.locator(name);
      const said = element.getByRole('status').filter({ hasText: text });
      expect(await said.isVisible()).toBe(true);
      expect(await element.getByRole('link', { name: 'Está' }).isVisible()).toBe(true);
      await page.unroute('**/embed/**');
      const other = lang === 'es' ? 'en' : 'es';
      await element.evaluate((one, next) => one.setAttribute('lang', next), other);
      await element.locator('[part=message]').waitFor({ state: 'detached' });
      expect(shown.faults).toEqual([]);
      await shown.close();
    }
  });

  it('leaves a record that there is not, or is not any more, to the page', async () => {
    const page = await open(`<saberes-item slug="gone">${FALLBACK}</saberes-item>`);
    const [told] = await shown.told('saberes-error');

    expect(told?.detail).toEqual({ code: 'NOT_FOUND', status: 404 });
    expect(await page.getByRole('link', { name: 'el sitio' }).isVisible()).toBe(true);
  });

  it('waits for the connection, and asks by itself when it is back', async () => {
    const page = await open('<div></div>');
    await page.waitForFunction(() => customElements.get('saberes-list'));
    await shown.context.setOffline(true);
    await page.evaluate(() =>
      document.querySelector('div')?.append(document.createElement('saberes-list')),
    );
    const [told] = await shown.told('saberes-error');

    expect(told?.detail).toEqual({ code: 'OFFLINE', status: 0 });
    expect(await page.locator('saberes-list [part=message]').textContent()).toMatch(
      /^No hay conexión/,
    );
    await shown.context.setOffline(false);
    await shown.told('saberes-load');
    expect(await page.locator('saberes-list [part=message]').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Está' }).isVisible()).toBe(true);
  });

  it('asks again when somebody wants that', async () => {
    const page = await open('<saberes-list></saberes-list>', refusing(429, 'RATE_LIMITED'));
    await shown.told('saberes-error');
    await page.unroute('**/embed/**');
    await page.getByRole('button', { name: 'Intentarlo de nuevo' }).click();
    await shown.told('saberes-load');

    expect(await page.getByRole('link', { name: 'Está' }).isVisible()).toBe(true);
  });

  it.each(['javascript:alert(1)', 'ftp://x', 'x', '//evil.example'])(
    'asks no hub at %s, and shows no link to it',
    async (address) => {
      const page = await open(`<saberes-list hub="${address}">${FALLBACK}</saberes-list>`);
      const [told] = await shown.told('saberes-error');

      expect(told?.detail).toEqual({ code: 'NO_HUB', status: 0 });
      expect(shown.asked).toEqual([]);
      expect(await page.locator('saberes-list').getByRole('link').allInnerTexts()).toEqual([
        'el sitio',
      ]);
    },
  );

  it('keeps to its last question when answers come in another order', async () => {
    const held: Route[] = [];
    const page = await open('<saberes-list limit="7"></saberes-list>', (opened) =>
      opened.route('**/embed/**', (route) =>
        route.request().url().includes('limit=7') ? void held.push(route) : route.continue(),
      ),
    );
    await page.waitForFunction(() => customElements.get('saberes-list'));
    await eventually(async () => expect(held).toHaveLength(1));
    await page.evaluate(() =>
      document.querySelector('saberes-list')?.setAttribute('kind', 'PROTOCOL'),
    );
    await page.evaluate(() => document.querySelector('saberes-list')?.setAttribute('limit', '3'));
    await shown.told('saberes-load');
    const late = page.waitForResponse((response) => response.url().includes('limit=7'));
    await held[0]?.continue();
    await (await late).finished();

    expect(await shown.texts('saberes-list [part=message]')).toHaveLength(1);
    expect(await page.evaluate(() => window.told.length)).toBe(1);
  });
});

const answer = (route: Route, status: number, body: string) =>
  route.fulfill({ status, body, headers: { 'access-control-allow-origin': '*' } });
