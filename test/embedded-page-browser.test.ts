import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsIn } from './support/axe.js';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { EMBEDDING_LANGUAGES, putEmbeddingPage } from './support/embedding-page.js';
import { PartnerSite } from './support/partner-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 180_000;
const SCREENS = { desktop: DESKTOP, phone: PHONE };

describeInBrowser('A page that shows the hub in three ways', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  beforeAll(async () => {
    [hub, browser, site] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
    ]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    await hub.stop();
  });

  async function onPage(
    lang: string,
    options: BrowserContextOptions,
    visit: (page: Page, faults: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = watchFaults(page);
    await page.goto(await putEmbeddingPage(site, hub.url, lang));
    await visit(page, faults);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }

  for (const lang of EMBEDDING_LANGUAGES) {
    it(
      `breaks neither its policy nor a rule of accessibility in ${lang}, on any screen, light or dark`,
      async () => {
        for (const [screen, options] of Object.entries(SCREENS)) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await onPage(lang, { ...options, colorScheme }, async (page, faults) => {
              await page.locator('saberes-list article').nth(2).waitFor();
              const frame = page.frameLocator('iframe').locator('article, li').first();
              await frame.waitFor();

              expect(await page.locator('.saberes-card').count()).toBe(1);
              expect(await violationsIn(page, `${lang} ${screen} ${colorScheme}`)).toEqual([]);
              const isWide = await page.evaluate(
                () => document.documentElement.scrollWidth > window.innerWidth,
              );
              expect(isWide).toBe(false);
              expect(faults).toEqual([]);
            });
          }
        }
      },
      PATIENCE_MS,
    );

    it(`reads well in ${lang} without any script`, async () => {
      await onPage(lang, { ...DESKTOP, javaScriptEnabled: false }, async (page) => {
        const links = await page.locator('saberes-list a').allTextContents();
        expect(links).toEqual(['Saberes']);
        expect(await page.locator('.saberes-card').isVisible()).toBe(true);
        const inFrame = await page.frameLocator('iframe').locator('body').textContent();
        expect(inFrame?.length).toBeGreaterThan(200);
      });
    });
  }
});
