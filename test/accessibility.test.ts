import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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

/** What axe finds, one line each. */
async function violationsIn(page: Page, where: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    (values) => window.axe.run({ runOnly: values }),
    RULES,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id} at ${html.slice(0, 120)}`),
  );
}

declare global {
  interface Window {
    readonly axe: { run(options: object): Promise<AxeResults> };
  }
}
