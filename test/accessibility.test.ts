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
import { type EditorsDesk, sendEditorTo } from './support/editors-desk.js';
import { layoutShiftOf } from './support/layout-shift.js';
import { KnownMembers } from './support/members.js';
import { PAGE_TYPES } from './support/page-types.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

/** Most that a page may move while it loads. */
const MOST_SHIFT = 0.02;
const PATIENCE_MS = 400_000;

describeInBrowser('Every kind of page', () => {
  let hub: TestHub;
  let browser: Browser;
  let desk: EditorsDesk;
  beforeAll(async () => {
    const members = new KnownMembers();
    const starting = startTestHub({ seeds: true, authenticator: members });
    [hub, browser] = await Promise.all([starting, launchBrowser()]);
    desk = await sendEditorTo(hub, members);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, and loads without a fault, in %s',
    async (locale) => {
      expect(await judge(locale, PAGE_TYPES)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(['es', 'en', 'pt', 'fr'])(
    'of those who write and review can be used by everybody as well, in %s',
    async (locale) => {
      expect(await judge(locale, desk.addresses, desk.cookie)).toEqual([]);
    },
    PATIENCE_MS,
  );

  /** What is wrong with pages, in both schemes; for a member when there is a cookie. */
  async function judge(locale: string, addresses: readonly string[], cookie?: string) {
    const context = await browser.newContext({
      ...(locale === 'pt' ? PHONE : DESKTOP),
      reducedMotion: 'reduce', // colours in passing are nobody's to judge
    });
    const [name, value] = cookie?.split('=') ?? [];
    if (name && value) await context.addCookies([{ name, value, url: hub.url }]);
    const page = await context.newPage();
    const faults = watchFaults(page);
    const found: string[] = [];
    for (const address of addresses) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${hub.url}/${locale}${address}`, { waitUntil: 'networkidle' });
      found.push(...(await violationsIn(page, `${address} light`)));
      const shift = await layoutShiftOf(page);
      if (shift >= MOST_SHIFT) found.push(`${address} moves by ${shift}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await violationsIn(page, `${address} dark`)));
    }
    await context.close();
    return [...found, ...faults];
  }
});
