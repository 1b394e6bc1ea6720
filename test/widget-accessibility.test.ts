import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { violationsIn } from './support/axe.js';
import { DESKTOP, describeInBrowser, launchBrowser, PHONE } from './support/browser.js';
import { HostSite } from './support/host-site.js';
import { layoutShiftOf } from './support/layout-shift.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { WidgetPage } from './support/widget-page.js';

const PATIENCE_MS = 120_000;
const BODY = `<h2>Buscar</h2><saberes-search limit="3"></saberes-search>
  <h2>Lista</h2><saberes-list limit="3" kind="LESSON_LEARNED"></saberes-list>
  <h2>Registro</h2><saberes-item slug="only-spanish"></saberes-item>
  <h2>Nada</h2><saberes-item slug="none"><p>En su lugar</p></saberes-item>
  <saberes-list theme-mode="dark" limit="2"></saberes-list>
  <saberes-list theme-mode="light" limit="2"></saberes-list>`;
const WIDGETS = 6;

describeInBrowser('The widget', () => {
  let hub: TestHub;
  let site: HostSite;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
    await hub.build.item({ slug: 'only-spanish', texts: { es: { title: 'Solo en español' } } });
    await hub.hub.indexer.settle();
    site = await HostSite.open(hub.url);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  it.each(
    ['es', 'en', 'pt', 'fr'].flatMap((lang) => [
      [lang, 'a desktop', DESKTOP] as const,
      [lang, 'a phone', PHONE] as const,
    ]),
  )(
    'can be used by everybody, in light and dark, in %s on %s',
    async (lang, where, options) => {
      const style = ':root { color-scheme: light dark; background: Canvas; color: CanvasText }';
      const shown = await WidgetPage.open(
        browser,
        site,
        { body: BODY, lang, style },
        { ...options, bypassCSP: true, reducedMotion: 'reduce' },
      );
      const { page } = shown;
      for (const widget of await page.locator('main > *').all())
        await widget.scrollIntoViewIfNeeded();
      await page.waitForFunction((all) => window.told.length === all, WIDGETS);
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsIn(page, `${lang} ${where} ${colorScheme}`)));
      }
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

      expect([...found, ...shown.faults]).toEqual([]);
      expect(isWide).toBe(false);
      await shown.close();
    },
    PATIENCE_MS,
  );

  it.each<[string, string, string, BrowserContextOptions]>([
    [
      'a list on a desktop',
      '<saberes-list limit="3"></saberes-list>',
      'min-height: 36rem',
      DESKTOP,
    ],
    ['a list on a phone', '<saberes-list limit="3"></saberes-list>', 'min-height: 60rem', PHONE],
    ['a search', '<saberes-search limit="2"></saberes-search>', 'min-height: 44rem', DESKTOP],
    ['a record', '<saberes-item slug="only-spanish"></saberes-item>', 'min-height: 20rem', DESKTOP],
    [
      'what the page gave',
      '<saberes-list limit="1"><p>Lea</p></saberes-list>',
      'min-height: 20rem',
      DESKTOP,
    ],
  ])('moves nothing when its height is reserved: %s', async (_what, widget, reserved, options) => {
    const style = `main > :nth-child(2) { display: block; ${reserved} }`;
    const shown = await WidgetPage.open(
      browser,
      site,
      { body: `${widget}<p>What comes below.</p>`, style },
      options,
    );
    const below = shown.page.getByText('What comes below.');
    await shown.told('saberes-load');

    expect(await below.isVisible()).toBe(true);
    expect(await layoutShiftOf(shown.page)).toBe(0);
    await shown.close();
  });

  it('stands one level below the heading before it', async () => {
    const body = `<saberes-item slug="only-spanish"></saberes-item>
      <h3>A part</h3><saberes-item slug="only-spanish"></saberes-item>`;
    const shown = await WidgetPage.open(browser, site, { body });
    await shown.page.waitForFunction(() => window.told.length === 2);

    const levels = await shown.page
      .getByRole('heading', { name: 'Solo en español' })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-level')));
    expect(levels).toEqual(['2', '4']);
    await shown.close();
  });
});
