import type { Browser, BrowserContext, Page } from 'playwright-core';
import { colourViolationsIn, violationsIn } from './axe.js';
import { DESKTOP, launchBrowser, PHONE, watchFaults } from './browser.js';
import { layoutShiftOf } from './layout-shift.js';

/** Most that a page may move while it loads. */
const MOST_SHIFT = 0.02;
/** Scripts come so long after the page, which is seen without them first. */
const LATE_MS = 100;
/** Much of the time a page is waited for: so many are judged at once. */
const TABS = 2;

/** Looks at pages of a hub as everybody has to be able to use them. */
export class PageJudge {
  private constructor(
    private readonly browser: Browser,
    private readonly hub: string,
  ) {}

  static async open(hub: string): Promise<PageJudge> {
    return new PageJudge(await launchBrowser(), hub);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** What is wrong with pages, in both schemes; for a member when there is a cookie. */
  async judge(
    locale: string,
    addresses: readonly string[],
    cookie?: string,
  ): Promise<readonly string[]> {
    const context = await this.browser.newContext({
      ...(locale === 'pt' ? PHONE : DESKTOP),
      reducedMotion: 'reduce', // colours in passing are nobody's to judge
    });
    const [name, value] = cookie?.split('=') ?? [];
    if (name && value) await context.addCookies([{ name, value, url: this.hub }]);
    const queue = addresses.values();
    const found = await Promise.all(
      Array.from({ length: TABS }, () => this.judgeInTab(context, locale, queue)),
    );
    await context.close();
    return found.flat();
  }

  private async judgeInTab(
    context: BrowserContext,
    locale: string,
    addresses: Iterable<string>,
  ): Promise<readonly string[]> {
    const page = await context.newPage();
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue();
    });
    const faults = watchFaults(page);
    const found: string[] = [];
    for (const address of addresses) {
      found.push(...(await judgePage(page, `${this.hub}/${locale}`, address)));
    }
    return [...found, ...faults];
  }
}

async function judgePage(page: Page, base: string, address: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(base + address, { waitUntil: 'networkidle' });
  const shift = await layoutShiftOf(page);
  const inLight = await violationsIn(page, `${address} light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await colourViolationsIn(page, `${address} dark`);
  const moves = shift < MOST_SHIFT ? [] : [`${address} moves by ${shift}`];
  return [...inLight, ...moves, ...inDark];
}
