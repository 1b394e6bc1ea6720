import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { type HostPage, HostSite } from './support/host-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

describeInBrowser('The widget on a page of another site', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  let shown: WidgetPage;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
    await hub.build.item({ slug: 'only-spanish', texts: { es: { title: 'Solo en español' } } });
    await hub.hub.indexer.settle();
    site = await HostSite.open(hub.url);
  });
  afterEach(() => shown.close());
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function open(page: HostPage, options?: BrowserContextOptions): Promise<WidgetPage> {
    shown = await WidgetPage.open(browser, site, page, options);
    return shown;
  }

  it('shows records after one script and one question, and breaks no rule of a strict policy', async () => {
    const requests: string[] = [];
    shown = await WidgetPage.open(
      browser,
      site,
      { body: '<saberes-list country="DO" limit="3"></saberes-list>' },
      {},
      async (page) => {
        page.on('request', (request) => requests.push(request.url()));
      },
    );
    const [loaded] = await shown.told('saberes-load');

    expect(loaded?.detail).toEqual({ count: 3, totalCount: 12 });
    expect(requests.filter((url) => url.startsWith(hub.url))).toEqual([
      `${hub.url}/widget/v0/saberes.js`,
      `${hub.url}/embed/newest.json?lang=es&country=DO&limit=3`,
    ]);
    expect(await shown.page.locator('saberes-list article').count()).toBe(3);
    const href = await shown.page.locator('saberes-list article a').first().getAttribute('href');
    expect(href).toMatch(/^http:.*\/es\/items\//);
    expect(await shown.page.evaluate(() => window.told.map(({ type }) => type))).toEqual([
      'saberes-load',
    ]);
    expect(shown.faults).toEqual([]);
  });

  it('runs as an exact build with its integrity hash as well', async () => {
    const answer = await fetch(`${hub.url}/widget/saberes.json`);
    const { url, integrity } = (await answer.json()) as { url: string; integrity: string };
    const script = `<script type="module" src="${hub.url}${url}" integrity="${integrity}" crossorigin></script>`;
    await open({ body: '<saberes-list limit="1"></saberes-list>', script });
    await shown.told('saberes-load');

    expect(shown.faults).toEqual([]);
  });

  it('keeps nothing in the browser and writes no style into the page', async () => {
    await open({
      body: '<saberes-search limit="2"></saberes-search><saberes-list></saberes-list>',
    });
    await shown.told('saberes-load');

    const { cookies, origins } = await shown.context.storageState({ indexedDB: true });
    expect({ cookies, origins }).toEqual({ cookies: [], origins: [] });
    const styled = await shown.page.evaluate(() => {
      const roots = [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot);
      const inside = roots.flatMap((root) => [...(root?.querySelectorAll('*') ?? [])]);
      const all = [...document.querySelectorAll('*'), ...inside];
      return all.filter((one) => one.hasAttribute('style') || one.tagName === 'STYLE').length;
    });
    expect(styled).toBe(0);
    const sheets = await shown.page.evaluate(() => {
      const roots = [...document.querySelectorAll('saberes-search, saberes-list')];
      return new Set(roots.flatMap(({ shadowRoot }) => [...(shadowRoot?.adoptedStyleSheets ?? [])]))
        .size;
    });
    expect(sheets).toBe(1);
  });

  it('asks once for what several elements show', async () => {
    const list = '<saberes-list theme="health" limit="2"></saberes-list>';
    await open({ body: list + list + list });
    await shown.page.waitForFunction(() => window.told.length === 3);

    expect(shown.asked).toHaveLength(1);
  });

  it('asks only when it comes near the screen', async () => {
    const style = '.far { margin-block-start: 4000px }';
    await open({ style, body: '<div class="far"><saberes-list limit="1"></saberes-list></div>' });
    await shown.page.waitForFunction(() => customElements.get('saberes-list'));
    await shown.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(shown.asked).toEqual([]);

    await shown.page.locator('saberes-list').scrollIntoViewIfNeeded();
    await shown.told('saberes-load');

    expect(shown.asked).toHaveLength(1);
  });

  it('follows every attribute while it is shown, with one question for several', async () => {
    await open({ body: '<saberes-list limit="1"></saberes-list>' });
    await shown.told('saberes-load');
    await shown.page.evaluate(() => {
      const list = document.querySelector('saberes-list');
      const given = {
        country: 'PA,MX',
        theme: 'health',
        kind: 'PROTOCOL',
        challenge: 'C1',
        query: 'plan',
        limit: '2',
        key: 'sabp_x',
        lang: 'fr',
        stored: 'ours',
      };
      for (const [name, value] of Object.entries(given)) list?.setAttribute(name, value);
    });
    await shown.told('saberes-error');

    const [, second, ...more] = shown.asked;
    expect(more).toEqual([]);
    const { pathname, searchParams } = new URL(second ?? '');
    expect(pathname).toBe('/embed/ours.json');
    expect(Object.fromEntries(searchParams)).toEqual({
      lang: 'fr',
      query: 'plan',
      country: 'PA,MX',
      theme: 'health',
      kind: 'PROTOCOL',
      challenge: 'C1',
      limit: '2',
      key: 'sabp_x',
    });
  });

  it('takes properties as frameworks set them, and asks the hub that it is told', async () => {
    await open({ body: '' });
    await shown.page.evaluate((address) => {
      const item = document.createElement('saberes-item');
      const given = { slug: 'only-spanish', hub: `${address}/`, publicKey: 'k', themeMode: 'dark' };
      document.querySelector('main')?.append(Object.assign(item, given));
    }, hub.url);
    await shown.page.waitForFunction(() => window.told.length > 0);

    expect(shown.asked).toEqual([`${hub.url}/embed/item.json?lang=es&slug=only-spanish&key=k`]);
    expect(await shown.page.locator('saberes-item').getAttribute('theme-mode')).toBe('dark');
    const scheme = await shown.page
      .locator('saberes-item')
      .evaluate((item) => getComputedStyle(item).colorScheme);
    expect(scheme).toBe('dark');
  });

  it('takes the fonts of the page, its properties, and what it says of parts', async () => {
    const style = `body { font-family: monospace } saberes-item { --saberes-accent: rgb(1, 2, 3) }
      saberes-item::part(title) { text-transform: uppercase }`;
    await open({ style, body: '<saberes-item slug="only-spanish"></saberes-item>' });
    await shown.told('saberes-load');
    const styleOf = (part: string, property: string) =>
      shown.page
        .locator(`saberes-item [part=${part}]`)
        .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

    expect(await styleOf('summary', 'font-family')).toBe('monospace');
    expect(await styleOf('hub-link', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('title', 'text-transform')).toBe('uppercase');
  });

  it.each([
    ['its own', 'pt', '<saberes-item lang="en" slug="only-spanish"></saberes-item>', 'See on'],
    ['that of the page', 'pt-BR', '<saberes-item slug="only-spanish"></saberes-item>', 'Ver no'],
    ['that of the browser', 'de', '<saberes-item slug="only-spanish"></saberes-item>', 'Voir sur'],
  ])('speaks a language that it knows: %s', async (_which, lang, body, said) => {
    await open({ body, lang }, { locale: 'fr-FR' });
    await shown.told('saberes-load');

    expect(await shown.texts('saberes-item [part=hub-link]')).toEqual([`${said} Saberes`]);
  });

  it('changes its language with the page', async () => {
    await open({ body: '<saberes-list limit="1"></saberes-list>' });
    await shown.told('saberes-load');
    await shown.page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await shown.page.locator('saberes-list').getByText('See on Saberes').waitFor();

    expect(shown.asked.map((url) => new URL(url).searchParams.get('lang'))).toEqual(['es', 'en']);
  });

  it('says so where a record is in another language, to people and to screen readers', async () => {
    await open({ body: '<saberes-item slug="only-spanish"></saberes-item>', lang: 'fr' });
    await shown.told('saberes-load');

    expect(await shown.texts('saberes-item [part=note]')).toEqual(['Disponible en espagnol']);
    const heading = shown.page.locator('saberes-item').getByRole('heading', { level: 2 });
    expect(await heading.getAttribute('lang')).toBe('es');
  });

  it('tells the page which record was chosen, and stays when the page wants that', async () => {
    await open({ body: '<saberes-list country="DO" limit="1"></saberes-list>' });
    await shown.told('saberes-load');
    await shown.page.evaluate(() =>
      document.addEventListener('saberes-select', (event) => event.preventDefault()),
    );
    const address = shown.page.url();
    await shown.page.locator('saberes-list article a').click();
    const [chosen] = await shown.told('saberes-select');

    expect(chosen?.detail).toMatchObject({ slug: expect.any(String), url: expect.any(String) });
    expect(shown.page.url()).toBe(address);
  });
});
