import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { InstitutionRole } from '../schema/member-enums.js';
import { apertiumUrl } from './support/apertium.js';
import { DESKTOP, describeInBrowser, launchBrowser, watchFaults } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { lessonsTable } from './support/lessons-table.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { TableFiles } from './support/table-files.js';

const PATIENCE_MS = 180_000;
const INSTITUTE = 'act_imss';
const PASSWORD = 'seven calm otters by the river';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

(apertiumUrl ? describeInBrowser : describe.skip)('An institution in its browsers', () => {
  let hub: TestHub;
  let browser: Browser;
  let files: TableFiles;
  let editor: Page;
  let author: Page;
  let lesson: string;
  let other: string;
  let address: string;
  let faults: readonly (readonly string[])[];
  beforeAll(async () => {
    const config = { TRANSLATE_URL: apertiumUrl ?? undefined };
    [hub, browser] = await Promise.all([startTestHub({ seeds: true, config }), launchBrowser()]);
    files = await TableFiles.create();
    const memberships = [{ institution: INSTITUTE, role: InstitutionRole.EDITOR }];
    const elena = await hub.build.member({ name: 'Elena', memberships });
    editor = await newPage();
    author = await newPage();
    faults = [watchFaults(editor), watchFaults(author)];
    const [name = '', value = ''] = (await hub.sessionOf(elena)).cookie.split('=');
    await editor.context().addCookies([{ name, value, url: hub.url }]);
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([browser.close(), files.remove()]);
    await hub.stop();
  });

  const newPage = async () => (await browser.newContext(DESKTOP)).newPage();
  const go = (page: Page, address: string) => page.goto(hub.url + address);

  /** Takes a step on its own page, with what it asks for. */
  async function step(page: Page, record: string, name: string, fields: object = {}) {
    await go(page, `${record}/steps/${name}`);
    for (const [field, text] of Object.entries(fields)) await page.fill(`#f-${field}`, text);
    await page.click('form.writing button[type="submit"]');
    await page.waitForURL((url) => !url.pathname.includes('/steps/'));
  }

  /** Opens a record from the list of the institution's; gives its address. */
  async function open(page: Page, words: string): Promise<string> {
    await go(page, '/es/workspace');
    await page.getByRole('link', { name: words }).first().click();
    await page.waitForURL('**/es/workspace/itm_*');
    return new URL(page.url()).pathname;
  }

  async function publish(record: string): Promise<string> {
    await step(author, record, 'submit');
    await step(editor, record, 'publish');
    const link = editor.locator('nav.tabs a[href*="/items/"]');
    return (await link.getAttribute('href')) ?? '';
  }

  async function shows(where: string, words: string): Promise<boolean> {
    await go(author, where);
    return ((await author.locator('main').textContent()) ?? '').includes(words);
  }

  it(
    'gets its people in',
    async () => {
      await go(editor, '/es/members');
      await editor.fill('#email', 'rosa@example.org');
      await editor.selectOption('#role', 'CONTRIBUTOR');
      await editor.click('button[value="invite"]');
      const link = new URL((await editor.locator('#secret').textContent()) ?? '');
      await go(author, link.pathname);
      await author.fill('#name', 'Rosa');
      await author.fill('#password', PASSWORD);
      await author.click('main form button[type="submit"]');
      await author.waitForURL('**/account?done=welcome');
      expect(await author.locator('main').textContent()).toContain('rosa@example.org');
    },
    PATIENCE_MS,
  );

  it(
    'imports ten lessons from the template',
    async () => {
      await go(author, '/es/import');
      await author.check('input[name="what"][value="import"]');
      const buffer = await lessonsTable(hub, files);
      await author.setInputFiles('#table', { name: 'lecciones.xlsx', mimeType: XLSX, buffer });
      await author.click('main form button[type="submit"]');
      expect(await author.locator('#report').textContent()).toBe('Importación terminada');
    },
    PATIENCE_MS,
  );

  it(
    'has one reviewed, changed and published, and others find it in their language',
    async () => {
      lesson = await open(author, 'Qué enseñaron los pozos en la sequía');
      await step(author, lesson, 'submit');
      await step(editor, lesson, 'request-changes', { note: 'Diga dónde.' });
      await go(author, lesson);
      expect(await author.locator('main').textContent()).toContain('Diga dónde.');
      await author.click('#f-countries summary');
      await author.check('#f-countries input[value="MX"]');
      await author.click('.save-bar button[value="save"]');
      await author.waitForURL('**?saved=1');
      await publish(lesson);
      await eventually(async () =>
        expect(
          await shows('/pt/search?q=po%C3%A7os+na+seca', 'Qué enseñaron los pozos en la sequía'),
        ).toBe(true),
      );
    },
    PATIENCE_MS,
  );

  it(
    'translates it with the draft of a machine, and sees it go stale after an edit',
    async () => {
      await step(author, lesson, 'edit');
      await go(author, `${lesson}/translations/pt`);
      await author.click('button[value="machine"]');
      await author.waitForURL('**?saved=1');
      await go(author, lesson);
      await author.fill('#f-summary', 'Se vaciaron dos pozos.');
      await author.click('.save-bar button[value="save"]');
      await author.waitForURL('**?saved=1');
      await go(author, `${lesson}/translations/pt`);
      expect(await author.locator('.tag--due').first().isVisible()).toBe(true);
      await publish(lesson);
    },
    PATIENCE_MS,
  );

  it(
    'is found with French words by what it wrote in Spanish only',
    async () => {
      other = await open(author, 'Refrigeradores para las vacunas');
      address = await publish(other);
      await eventually(async () =>
        expect(
          await shows('/fr/search?q=r%C3%A9frig%C3%A9rateurs', 'Refrigeradores para las vacunas'),
        ).toBe(true),
      );
    },
    PATIENCE_MS,
  );

  it(
    'issues a new edition of a protocol, which takes the place of the old one',
    async () => {
      await go(author, '/es/workspace');
      await author.check('input[name="kind"][value="PROTOCOL"]');
      await author.click('form.new-record button[type="submit"]');
      await author.waitForURL('**/es/workspace/itm_*');
      const plan = new URL(author.url()).pathname;
      await author.fill('#f-title', 'Plan de sequía');
      await author.fill('#f-summary', 'Quién hace qué.');
      await author.fill('#f-purpose', 'Que haya agua.');
      await author.fill('#f-steps-0-text', 'Revisar los pozos.');
      await author.click('#f-themes summary');
      await author.check('#f-themes input[value="health"]');
      await author.click('.save-bar button[value="save"]');
      await author.waitForURL('**?saved=1');
      const old = await publish(plan);
      await step(author, plan, 'edition');
      const edition = new URL(author.url()).pathname;
      await author.fill('#f-title', 'Plan de sequía, segunda edición');
      await author.click('.save-bar button[value="save"]');
      await author.waitForURL('**?saved=1');
      await publish(edition);
      await go(author, old);
      expect(await author.locator('main').textContent()).toContain(
        'Plan de sequía, segunda edición',
      );
    },
    PATIENCE_MS,
  );

  it(
    'withdraws a lesson, of which a tombstone is left',
    async () => {
      await step(editor, other, 'withdraw', { 'reason-es': 'Era un error.' });
      expect((await go(author, address))?.status()).toBe(410);
      expect(await author.locator('main').textContent()).toContain('Era un error.');
    },
    PATIENCE_MS,
  );

  it(
    'reads the history and takes what is public along as a table',
    async () => {
      await go(author, `${lesson}/history`);
      expect(await author.locator('main table tbody tr').count()).toBeGreaterThan(5);
      const table = await author.request.get(
        `${hub.url}/es/search.csv?kind=LESSON_LEARNED&country=MX`,
      );
      expect(await table.text()).toContain('Qué enseñaron los pozos en la sequía');
      expect(faults.flat()).toEqual([]);
    },
    PATIENCE_MS,
  );
});
