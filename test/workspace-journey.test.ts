import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsIn } from './support/axe.js';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { RecordSteps, takeStep } from './support/editorial.js';
import { type EditorsDesk, sendEditorTo } from './support/editors-desk.js';
import { eventually } from './support/eventually.js';
import { KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 180_000;
const MOST_TABS = 300;
const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
];

describeInBrowser('A writer in a browser', () => {
  let hub: TestHub;
  let browser: Browser;
  let desk: EditorsDesk;
  const members = new KnownMembers();
  beforeAll(async () => {
    const starting = startTestHub({ seeds: true, authenticator: members });
    [hub, browser] = await Promise.all([starting, launchBrowser()]);
    desk = await sendEditorTo(hub, members);
    members.editor('otra', desk.institution);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  async function onPage(
    options: BrowserContextOptions,
    journey: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, locale: 'es-MX' });
    const [name = '', value = ''] = desk.cookie.split('=');
    await context.addCookies([{ name, value, url: hub.url }]);
    const page = await context.newPage();
    const faults = watchFaults(page);
    await journey(page);
    await context.close();
    expect(faults).toEqual([]);
  }

  const saved = (page: Page) => page.locator('[data-save-status][data-state="saved"]').waitFor();
  const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

  /** As another member who is faster. */
  async function saveBehind(id: string, title: string): Promise<void> {
    const ask = `{ editorialRecord(id: "${id}") { version } }`;
    const { editorialRecord } = await hub.query<{ editorialRecord: { version: number } }>(
      ask,
      {},
      { authorization: 'Bearer otra' },
    );
    const steps = RecordSteps.of(hub, { id, version: editorialRecord.version });
    await steps.take('otra', 'saveDraft', { content: { texts: [{ locale: 'ES', title }] } });
  }

  describe.each(SCREENS)('on %s', (_name, options) => {
    it(
      'writes a lesson with the keyboard alone, finds it again, settles a conflict and submits',
      () =>
        onPage(options, async (page) => {
          await page.goto(`${hub.url}/es/workspace`);
          await tabTo(page, '.new-record button');
          await page.keyboard.press('Enter');
          await page.waitForURL('**/es/workspace/itm_*');
          const id = idOf(page);

          await typeInto(page, '#f-title', 'Una lección escrita con el teclado');
          await typeInto(page, '#f-summary', 'Dos institutos aprendieron algo.');
          await saved(page);
          await page.reload();
          expect(await page.locator('#f-title').inputValue()).toBe(
            'Una lección escrita con el teclado',
          );
          expect(await page.locator('#missing li').count()).toBe(2);

          await typeInto(page, '#f-lesson', 'Quien escribe, aprende.');
          await tabTo(page, '#f-themes summary');
          await page.keyboard.press('Enter');
          await tabTo(page, '#f-themes [data-filter]');
          await page.keyboard.type('salud');
          await tabTo(page, '#f-themes input[value="health"]');
          await page.keyboard.press('Space');
          expect(await page.locator('#f-themes summary').textContent()).toContain('Salud');
          await saved(page);
          await eventually(async () => {
            expect(await page.locator('#missing li').count()).toBe(0);
          });

          await saveBehind(id, 'El título de otra persona');
          await tabTo(page, '#f-recommendation', 'Shift+Tab');
          await page.keyboard.type('Escriban.');
          await page.locator('[data-save-status][data-state="conflict"]').waitFor();
          await tabTo(page, '.save-bar button[value="save"]');
          await page.keyboard.press('Enter');
          await page.locator('#problems ins').first().waitFor();
          expect(await page.locator('#problems').textContent()).toContain(
            'El título de otra persona',
          );
          expect(await page.locator('#f-recommendation').inputValue()).toBe('Escriban.');
          expect(await violationsIn(page, 'a conflict')).toEqual([]);
          await tabTo(page, '.save-bar button[value="save"]');
          await page.keyboard.press('Enter');
          await page.waitForURL('**?saved=1');

          await tabTo(page, '.save-bar button[value="submit"]');
          await page.keyboard.press('Enter');
          await page.waitForURL('**/steps/submit');
          await tabTo(page, 'form.writing button');
          await page.keyboard.press('Enter');
          await page.waitForURL(`**/es/workspace/${id}`);
          expect(await page.locator('.standing').first().textContent()).toContain('en revisión');
        }),
      PATIENCE_MS,
    );

    it(
      'adds and moves steps, with the focus going along',
      () =>
        onPage(options, async (page) => {
          const { record } = await takeStep(hub, desk.member, 'createDraft', {
            institution: desk.institution,
            kind: 'PROTOCOL',
            content: { originalLocale: 'ES' },
          });
          await page.goto(`${hub.url}/es/workspace/${record?.id}`);
          await typeInto(page, '#f-steps-0-text', 'Uno');
          await page.locator('#rows-steps > button').press('Enter');
          await page.locator('#f-steps-1-text:focus').waitFor();
          await page.keyboard.type('Dos');
          await page.locator('#f-steps-1 button[value="up:steps:1"]').press('Enter');
          await page.locator('#f-steps-0-text', { hasText: 'Dos' }).waitFor();
          await saved(page);

          await page.reload();
          expect(await page.locator('#f-steps-0-text').inputValue()).toBe('Dos');
          expect(await page.locator('#f-steps-1-text').inputValue()).toBe('Uno');
        }),
      PATIENCE_MS,
    );

    it(
      'sees below the form what is saved, and above it what is wrong',
      () =>
        onPage(options, async (page) => {
          await page.goto(`${hub.url}/es${desk.addresses[1]}`);
          await page.locator('.live-preview summary').press('Enter');
          await page.locator('.live-preview .item').waitFor();
          await typeInto(page, '#f-recommendation', 'Compren **juntos**.');
          await page.locator('.live-preview', { hasText: 'Compren **juntos**.' }).waitFor();
          expect(await violationsIn(page, 'a preview')).toEqual([]);

          await page.locator('#f-sources-0-url').fill('ftp://x');
          await page.locator('.save-bar button[value="save"]').press('Enter');
          await page.locator('#problems:focus').waitFor();
          await page.locator('#problems a').press('Enter');
          expect(await page.locator('#f-sources-0-url:focus').inputValue()).toBe('ftp://x');
          expect(await violationsIn(page, 'a problem')).toEqual([]);
        }),
      PATIENCE_MS,
    );

    it(
      'goes on writing when the session ends, and is saved after signing in again',
      () =>
        onPage(options, async (page) => {
          const draft = desk.addresses[1] ?? '';
          await page.goto(`${hub.url}/es${draft}`);
          members.forget(desk.member);
          await typeInto(page, '#f-observation', 'Antes. ');
          await page.locator('[data-save-status][data-state="ended"] a').waitFor();
          members.editor(desk.member, desk.institution);
          await typeInto(page, '#f-observation', 'Después.');
          await saved(page);

          await page.reload();
          expect(await page.locator('#f-observation').inputValue()).toContain('Antes. Después.');
        }),
      PATIENCE_MS,
    );
  });
});

/** Goes to a field with the keyboard and writes at its end. */
async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Presses Tab until an element of the main part has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.matches(`main ${wanted}`) ?? false, selector);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
