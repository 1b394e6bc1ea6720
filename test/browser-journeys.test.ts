import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 120_000;
const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
];

describeInBrowser('A director in a browser', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  /** Runs a journey on a fresh page; no request may fail and no script may complain. */
  async function onPage(
    options: BrowserContextOptions,
    journey: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, locale: 'es-MX' });
    const page = await context.newPage();
    const faults = watchFaults(page);
    await journey(page);
    await context.close();
    expect(faults).toEqual([]);
  }

  const pathOf = (page: Page): string => page.url().slice(hub.url.length);

  describe.each(SCREENS)('on %s', (_name, options) => {
    it(
      'finds a record in spite of a typo, narrows, reads, visits the country and comes back',
      () =>
        onPage(options, async (page) => {
          await page.goto(hub.url);
          const box = page.locator('main input[name="q"]');
          await box.fill('negosiacion conjunta medicamentos');
          await box.press('Enter');
          await page.waitForURL('**/es/search?q=negosiacion+conjunta+medicamentos');
          const first = page.locator('main .cards article').first();
          expect(await first.textContent()).toMatch(/COMISCA/);

          const narrow = page.locator('.facets');
          const folded = narrow.locator('.facets__fold > summary');
          if (await folded.isVisible()) await folded.click();
          await narrow
            .getByRole('link', { name: /^Protocolo/ })
            .first()
            .click();
          await page.waitForURL('**/es/search?*kind=PROTOCOL*');
          const searched = pathOf(page);

          await page.locator('main .cards article a').first().click();
          await page.waitForURL('**/es/items/*');
          const record = pathOf(page);
          expect(await page.locator('h1').textContent()).toMatch(/COMISCA/);

          await page.locator('main a[href^="/es/countries/"]').first().click();
          await page.waitForURL('**/es/countries/*');
          await page.goBack();
          expect(pathOf(page)).toBe(record);
          await page.goBack();
          expect(pathOf(page)).toBe(searched);
          expect(await page.locator('main input[name="q"]').inputValue()).toBe(
            'negosiacion conjunta medicamentos',
          );
        }),
      PATIENCE_MS,
    );

    it(
      'changes the language and stays on the page with its question',
      () =>
        onPage(options, async (page) => {
          await page.goto(`${hub.url}/es/search?q=APCI&kind=CASE_STUDY`);
          await page.locator('.languages').getByRole('link', { name: 'PT' }).click();
          await page.waitForURL('**/pt/search?q=APCI&kind=CASE_STUDY');
          expect(await page.locator('html').getAttribute('lang')).toBe('pt');
          expect(await page.locator('main input[name="q"]').inputValue()).toBe('APCI');
        }),
      PATIENCE_MS,
    );

    it(
      'searches and narrows without any script',
      () =>
        onPage({ ...options, javaScriptEnabled: false }, async (page) => {
          await page.goto(`${hub.url}/fr`);
          await page.locator('main input[name="q"]').fill('achat groupé');
          await page.locator('main form button[type="submit"]').first().click();
          await page.waitForURL('**/fr/search?q=achat+group%C3%A9');
          expect(await page.locator('main .cards article').count()).toBeGreaterThan(0);
          await page.goto(`${page.url()}&kind=BEST_PRACTICE`);
          expect(await page.locator('.chips a').count()).toBeGreaterThan(0);
        }),
      PATIENCE_MS,
    );

    it(
      'goes from the emergency desk to a list on paper',
      () =>
        onPage(options, async (page) => {
          await page.goto(`${hub.url}/es/emergency`);
          await page.locator('main select[name="hazard"]').selectOption('epidemic');
          await page.locator('main form button[type="submit"]').click();
          await page.waitForURL('**/es/emergency?*hazard=epidemic*');
          expect(await page.locator('main input[type="checkbox"]').count()).toBeGreaterThan(0);
          const paper = await page.pdf({ format: 'A4' });
          expect(paper.length).toBeGreaterThan(10_000);
          await page.emulateMedia({ media: 'print' });
          expect(await page.locator('.site-header').isVisible()).toBe(false);
          expect(await page.locator('main form').isVisible()).toBe(false);
        }),
      PATIENCE_MS,
    );

    it(
      'searches with the keyboard alone, following a suggestion',
      () =>
        onPage(options, async (page) => {
          await page.goto(`${hub.url}/es`);
          await page.keyboard.press('Tab');
          expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
          await page.keyboard.press('Enter');
          await tabTo(page, 'input[name="q"]');
          await page.keyboard.type('Panam');
          await page.locator('[role="option"]').first().waitFor();
          await page.keyboard.press('ArrowDown');
          const input = page.locator('main input[name="q"]');
          expect(await input.getAttribute('aria-activedescendant')).toBeTruthy();
          await page.keyboard.press('Escape');
          expect(await page.locator('[role="listbox"]').first().isVisible()).toBe(false);
          await page.keyboard.press('Enter');
          await page.waitForURL('**/es/search?*');
          await tabTo(page, '.cards article a');
          await page.keyboard.press('Enter');
          await page.waitForURL('**/es/items/*');
        }),
      PATIENCE_MS,
    );
  });
});

const MOST_TABS = 200;

/** Presses Tab until an element of the main part has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.matches(`main ${wanted}`) ?? false, selector);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
