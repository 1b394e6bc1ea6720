import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violationsIn } from './support/axe.js';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { layoutShiftOf } from './support/layout-shift.js';
import { PAGE_TYPES } from './support/page-types.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

/** Most that a page may move while it loads. */
const MOST_SHIFT = 0.02;
const PATIENCE_MS = 400_000;

describeInBrowser('Every kind of page', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, and loads without a fault, in %s',
    async (locale) => {
      const context = await browser.newContext({
        ...(locale === 'pt' ? PHONE : DESKTOP),
        reducedMotion: 'reduce', // colours in passing are nobody's to judge
      });
      const page = await context.newPage();
      const faults = watchFaults(page);
      const found: string[] = [];
      for (const address of PAGE_TYPES) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`${hub.url}/${locale}${address}`, { waitUntil: 'networkidle' });
        found.push(...(await violationsIn(page, `${address} light`)));
        const shift = await layoutShiftOf(page);
        if (shift >= MOST_SHIFT) found.push(`${address} moves by ${shift}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        found.push(...(await violationsIn(page, `${address} dark`)));
      }
      await context.close();

      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});
