import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ACTIVE_ADDRESSES, ACTIVE_TEXTS } from './support/active-content.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { HostSite } from './support/host-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

const PATIENCE_MS = 120_000;

describeInBrowser('Active content in records', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), launchBrowser()]);
    site = await HostSite.open(hub.url);
    await hub.build.items(
      ACTIVE_TEXTS.map((text, index) => ({
        slug: `made-${index}`,
        countries: [],
        texts: { es: { title: text, summary: text } },
      })),
    );
    await hub.hub.indexer.settle();
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  /** Everything in the shadows that a browser would run, load or follow to elsewhere. */
  const activeIn = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => {
      const widgets = [...document.querySelectorAll('saberes-list, saberes-search, saberes-item')];
      const all = widgets.flatMap(({ shadowRoot }) => [
        ...(shadowRoot?.querySelectorAll('*') ?? []),
      ]);
      const known = new Set(
        'DIV,P,SPAN,OL,UL,LI,ARTICLE,A,FORM,LABEL,INPUT,BUTTON,SELECT,OPTION,SLOT'.split(','),
      );
      return all.flatMap((one) => {
        const odd = known.has(one.tagName) ? [] : [one.tagName];
        const attributes = [...one.attributes].filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            name === 'style' ||
            (name === 'href' && !/^https?:/.test(value)),
        );
        return [...odd, ...attributes.map(({ name, value }) => `${name}=${value}`)];
      });
    });

  it(
    'stays text in lists, searches and single records of a page without any policy',
    async () => {
      const items = ACTIVE_TEXTS.map(
        (_text, index) => `<saberes-item slug="made-${index}"></saberes-item>`,
      );
      const body = `<saberes-list limit="50"></saberes-list><saberes-search limit="50"></saberes-search>${items.join('')}`;
      const alerts: string[] = [];
      const shown = await WidgetPage.open(
        browser,
        site,
        { body },
        { bypassCSP: true },
        async (page) => {
          page.on('dialog', (dialog) => {
            alerts.push(dialog.message());
            void dialog.dismiss();
          });
        },
      );
      for (const item of await shown.page.locator('saberes-item').all()) {
        await item.scrollIntoViewIfNeeded();
        await item.locator('article').waitFor();
      }
      const titles = await shown.page
        .locator('saberes-item [part=title]')
        .evaluateAll((all) => all.map(({ textContent }) => textContent?.trim()));

      expect(titles).toEqual(ACTIVE_TEXTS.map((text) => text.trim()));
      expect(await shown.page.locator('saberes-list article').count()).toBe(50);
      expect(await activeIn(shown.page)).toEqual([]);
      expect(alerts).toEqual([]);
      expect(shown.faults).toEqual([]);
      await shown.close();
    },
    PATIENCE_MS,
  );

  it('of another hub leads nowhere but to the web', async () => {
    const web = 'https://web.example/';
    const nodes = ACTIVE_ADDRESSES.flatMap((active) => {
      const record = {
        title: active,
        url: web,
        kind: active,
        summary: active,
        shownIn: { locale: '"><script>', isFallback: true },
        countries: [{ name: active }],
      };
      return [{ ...record, url: active }, record];
    });
    const body = JSON.stringify({ data: { list: { nodes } } });
    const shown = await WidgetPage.open(
      browser,
      site,
      { body: '<saberes-list></saberes-list><saberes-item slug="x"></saberes-item>' },
      { bypassCSP: true },
      (page) =>
        page.route('**/embed/**', (route) =>
          route.fulfill({ body, headers: { 'access-control-allow-origin': '*' } }),
        ),
    );
    await shown.page.locator('saberes-list article').first().waitFor();
    await shown.page.locator('saberes-item').scrollIntoViewIfNeeded();
    await shown.page.locator('saberes-item article').waitFor();

    const links = await shown.page
      .locator('[part=link]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual([...ACTIVE_ADDRESSES, 'of the single record'].map(() => web));
    expect(await activeIn(shown.page)).toEqual([]);
    await shown.close();
  });

  it('would be noticed', async () => {
    const page = { body: '<saberes-list></saberes-list>' };
    const shown = await WidgetPage.open(browser, site, page, { bypassCSP: true });
    await shown.told('saberes-load');
    await shown.page.evaluate(() => {
      const link = document.createElement('a');
      link.setAttribute('href', 'javascript:x');
      link.setAttribute('onclick', 'x');
      document
        .querySelector('saberes-list')
        ?.shadowRoot?.append(link, document.createElement('img'));
    });

    expect(await activeIn(shown.page)).toEqual(['href=javascript:x', 'onclick=x', 'IMG']);
    await shown.close();
  });
});
