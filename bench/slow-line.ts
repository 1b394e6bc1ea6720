import type { CDPSession, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../test/support/chromium.js';
import { layoutShiftOf } from '../test/support/layout-shift.js';
import { environment } from './processes.js';

export interface SlowLine {
  /** From the navigation to the first painted result. */
  readonly firstResultMs: number;
  readonly layoutShift: number;
}

/** What is usually called slow 3G: 400 kbit a second, 400 ms there and back. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const ROUNDS = 3;

/** Opens a page of results over a slow line with a slow processor; null without a browser. */
export async function firstResultOnSlowLine(address: string): Promise<SlowLine | null> {
  const program = findChromium(environment);
  if (!program) return null;
  const browser = await launchChromium(program);
  const runs: SlowLine[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    runs.push(await firstResult(page, address));
    await context.close();
  }
  await browser.close();
  return runs.sort((a, b) => a.firstResultMs - b.firstResultMs)[ROUNDS >> 1] ?? null;
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Results are in the first paint, since styles hold back painting and the list is in the HTML. */
async function firstResult(page: Page, address: string): Promise<SlowLine> {
  await page.goto(address, { waitUntil: 'load' });
  await page.locator('main .cards article').first().waitFor();
  const firstResultMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  return { firstResultMs, layoutShift: await layoutShiftOf(page) };
}
