import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { eventually } from './support/eventually.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describeInBrowser('A webmaster who embeds something', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  async function onPage(
    options: BrowserContextOptions,
    journey: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = watchFaults(page);
    await journey(page);
    await context.close();
    expect(faults).toEqual([]);
  }

  const preview = (page: Page) => page.locator('#preview-frame').getAttribute('src');
  const code = async (page: Page, name: string) =>
    (await page.locator(`#snippet-${name}`).textContent()) ?? '';

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('goes from a country to a snippet that she copies, on %s', async (_screen, options) => {
    const allowed = { ...options, permissions: ['clipboard-read', 'clipboard-write'] };
    await onPage(allowed, async (page) => {
      await page.goto(`${hub.url}/en/countries/MX`);
      await page.getByRole('link', { name: 'Embed this' }).click();
      await page.waitForURL(/embed-this/);
      expect(await preview(page)).toBe('/en/embed/country?code=MX');

      await page.locator('#lang').selectOption('pt');
      await eventually(async () => expect(await preview(page)).toMatch(/^\/pt\//));
      await page.getByLabel('How many records').fill('2');
      await page.getByLabel('How many records').press('Tab');
      await eventually(async () =>
        expect(await preview(page)).toBe('/pt/embed/country?code=MX&limit=2'),
      );
      const inside = page.frameLocator('#preview-frame');
      await eventually(async () => expect(await inside.locator('h2').count()).toBe(2));

      await page.getByLabel('What to show').selectOption('item');
      await eventually(async () => expect(await page.locator('#slug').count()).toBe(1));
      await page.locator('#slug').fill('plan-panama-solidario');
      await page.locator('#slug').press('Tab');
      await eventually(async () => expect(await code(page, 'html')).toContain('<saberes-item'));
      expect(page.url()).toContain('slug=plan-panama-solidario');

      const button = page.locator('.snippet').first().getByRole('button', { name: 'Copy' });
      await button.click();
      await eventually(async () =>
        expect(await page.getByText('Copied').first().isVisible()).toBe(true),
      );
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n')).toHaveLength(4);
      expect(copied.trim()).toBe((await code(page, 'html')).trim());
    });
  });

  it('sees a frame as high as what is in it', async () => {
    await onPage(DESKTOP, async (page) => {
      await page.goto(`${hub.url}/en/embed-this?what=item&slug=plan-panama-solidario`);
      await eventually(async () => {
        const height = Number(await page.locator('#preview-frame').getAttribute('height'));
        expect(height).toBeGreaterThan(50);
        expect(height).toBeLessThan(480);
      });
    });
  });

  it('needs no script', async () => {
    await onPage({ ...DESKTOP, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${hub.url}/en/embed-this`);
      await page.getByLabel('Country').selectOption('PA');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL(/country=PA/);

      expect(await preview(page)).toBe('/en/embed/country?code=PA');
      expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    });
  });
});
