import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describeInBrowser('The search box', () => {
  let hub: TestHub;
  let browser: Browser;
  let page: Page;
  const faults: (readonly string[])[] = [];
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub({ seeds: true }), launchBrowser()]);
  }, 120_000);
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  const arrivesAt = async (address: string) => {
    await page.waitForURL(`**${address}`);
    return page.url().slice(hub.url.length);
  };
  const open = async (path: string, options = DESKTOP) => {
    const context = await browser.newContext(options);
    page = await context.newPage();
    faults.push(watchFaults(page));
    await page.goto(hub.url + path);
  };
  beforeEach(() => open('/es/search?kind=PROTOCOL'));
  afterEach(() => page.context().close());

  const field = () => page.locator('main [role="combobox"]');
  const options = () => page.locator('main [role="option"]');
  const type = async (words: string) => {
    await field().pressSequentially(words);
    await options().first().waitFor();
  };
  const active = () =>
    page.evaluate(() => {
      const id = document.querySelector('#q')?.getAttribute('aria-activedescendant');
      const option = id ? document.getElementById(id) : null;
      const isSelected = option?.getAttribute('aria-selected') === 'true';
      return isSelected ? [...(option?.parentElement?.children ?? [])].indexOf(option) : null;
    });
  const press = async (key: string) => {
    await page.keyboard.press(key);
    return active();
  };

  it('offers names and titles, and tells how many', async () => {
    await type('sal');

    expect(await options().count()).toBe(8);
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('main form [role="status"]').textContent()).toMatch(/^8 sugerencias/);
    const list = await field().getAttribute('aria-controls');
    expect(await page.locator(`#${list}`).getAttribute('role')).toBe('listbox');
  });

  it('is walked through by arrows, Home and End, and goes back to what was typed', async () => {
    await type('sal');

    expect(await active()).toBeNull();
    expect(await press('ArrowDown')).toBe(0);
    expect(await press('End')).toBe(7);
    expect(await press('ArrowDown')).toBeNull();
    expect(await press('ArrowUp')).toBe(7);
    expect(await press('Home')).toBe(0);
    expect(await field().inputValue()).toBe('sal');
  });

  it('closes by Escape and when the focus goes', async () => {
    await type('sal');
    await page.keyboard.press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');

    await type('u');
    await page.keyboard.press('Tab');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await options().first().isVisible()).toBe(false);
  });

  it('goes by Enter to the active option, or searches with the filters kept', async () => {
    await type('costa rica');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await arrivesAt('/es/countries/CR')).toBe('/es/countries/CR');

    await page.goBack();
    await field().fill('');
    await type('salud');
    await page.keyboard.press('Enter');
    expect(await arrivesAt('/es/search?q=salud&kind=PROTOCOL')).toBe(
      '/es/search?q=salud&kind=PROTOCOL',
    );
  });

  it('follows a click', async () => {
    await type('costa rica');
    await options().first().click();
    expect(await arrivesAt('/es/countries/CR')).toBe('/es/countries/CR');
  });

  it('follows a finger, from the header of any page', async () => {
    await page.context().close();
    await open('/fr/themes', PHONE);
    await page.locator('header [role="combobox"]').pressSequentially('costa rica');
    await page.locator('header [role="option"]').first().tap();
    expect(await arrivesAt('/fr/countries/CR')).toBe('/fr/countries/CR');
  });

  it('shows nothing for words that were changed meanwhile', async () => {
    const held: (() => Promise<void>)[] = [];
    await page.route('**/suggest.json?q=sal', (route) => void held.push(() => route.continue()));
    const asked = page.waitForRequest('**/suggest.json?q=sal');
    await field().pressSequentially('sal');
    await asked;
    await field().fill('costa rica');
    await options().first().waitFor();
    await Promise.allSettled(held.map((release) => release()));

    expect(await options().first().textContent()).toBe('Costa Rica País');
  });

  it('has caused no fault in any of this', () => {
    expect(faults.flat()).toEqual([]);
  });
});
