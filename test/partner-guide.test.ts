import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HubRole } from '../schema/member-enums.js';
import { CREATE_TOKEN } from './support/auth-operations.js';
import { describeInBrowser, launchBrowser, watchFaults } from './support/browser.js';
import { BrowserSession } from './support/browser-session.js';
import { eventually } from './support/eventually.js';
import {
  codeOf,
  type GuideSection,
  policyOf,
  readGuide,
  sectionOf,
} from './support/guide-blocks.js';
import { describeWithPhp } from './support/outside-programs.js';
import { openPage } from './support/page.js';
import { PartnerSite } from './support/partner-site.js';
import { renderPhp } from './support/php.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const run = promisify(execFile);
/** Blocks that a browser looks at, here or in the suite of the frameworks. */
const SHOWN = new Set(['http', 'html', 'jsx', 'vue']);

describe('The guide for partners', () => {
  let hub: TestHub;
  let folder: string;
  let guide: readonly GuideSection[];
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    folder = await mkdtemp(join(tmpdir(), 'saberes-guide-'));
    guide = readGuide(hub.hub.url);
  });
  afterAll(async () => {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const inShell = async (code: string, env: Readonly<Record<string, string>> = {}) =>
    (await run('bash', ['--norc', '-eu', '-c', code], options(env))).stdout;
  const inNode = async (code: string, env: Readonly<Record<string, string>> = {}) =>
    (await run(process.execPath, ['--input-type=module', '-e', code], options(env))).stdout;
  const options = (env: Readonly<Record<string, string>>) => ({
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  const section = (heading: string) => sectionOf(guide, heading);

  it('has no block that nothing here runs', () => {
    const run = guide.flatMap(({ heading, blocks }) =>
      blocks
        .filter(({ language }) => !SHOWN.has(language))
        .map(({ language }) => `${heading}: ${language}`),
    );
    expect(run).toEqual([
      'A frame: js',
      'Pasting an address: sh',
      'A fragment for your server: sh',
      'A fragment for your server: js',
      'Ten minutes: a query of your own: js',
      'Ten minutes: a query of your own: sh',
      'Limits and copies: sh',
      'Taking everything along: sh',
    ]);
  });

  it('asks oEmbed for a record', async () => {
    const answer = await inShell(codeOf(section('Pasting an address'), 'sh'));

    expect(JSON.parse(answer)).toMatchObject({ version: '1.0', type: 'rich', width: 600 });
  });

  it('puts a fragment into a file, and asks for one from Node', async () => {
    const part = section('A fragment for your server');
    await inShell(codeOf(part, 'sh'));
    const file = await readFile(join(folder, 'saberes.html'), 'utf8');
    expect(file.match(/class="saberes-card"/g)).toHaveLength(5);

    expect(await inNode(codeOf(part, 'js'))).toContain('/en/items/ciss-disaster-protocol');
  });

  describeWithPhp('in a page of PHP', () => {
    it('includes such a file', async () => {
      const part = section('A fragment for your server');
      await inShell(codeOf(part, 'sh'));
      const [, statement = ''] = /`(readfile\(.*?\))`/.exec(part.text) ?? [];
      const page = await renderPhp(`<main><?php ${statement} ?></main>`, { cwd: folder });

      expect(page.match(/class="saberes-card"/g)).toHaveLength(5);
      expect(page).toMatch(/^<main>\s*<section[\s\S]*<\/section>\s*<\/main>$/);
    });
  });

  it('registers a partner, stores a query and asks it with a key', async () => {
    const part = section('Ten minutes: a query of your own');
    const printed = await inNode(codeOf(part, 'js'), { SABERES_TOKEN: await tokenOf(hub) });
    const key = printed.trim();
    expect(key).toMatch(/^sabs_[\w-]+$/);

    const answers = await inShell(codeOf(part, 'sh'), { SABERES_KEY: key });
    const [ofMexico = '', ofPanama = '', ...fragment] = answers.split(/(?<=\})(?=\{|<)/);
    const titles = (answer: string) =>
      (
        JSON.parse(answer) as {
          data: { knowledgeItems: { nodes: readonly { readonly title: string }[] } };
        }
      ).data.knowledgeItems.nodes.map(({ title }) => title);
    expect(titles(ofMexico).length).toBeGreaterThan(0);
    expect(titles(ofPanama)).not.toEqual(titles(ofMexico));
    expect(fragment.join('')).toContain('class="saberes-title"');
  });

  it('is told that nothing has changed', async () => {
    expect(await inShell(codeOf(section('Limits and copies'), 'sh'))).toBe('304\n');
  });

  it('takes feeds and exports along', async () => {
    await inShell(codeOf(section('Taking everything along'), 'sh'));
    const taken = (name: string) => readFile(join(folder, name), 'utf8');

    expect(await taken('mexico.atom')).toContain('http://www.w3.org/2005/Atom');
    expect(await taken('protocols.jsonl')).toContain('"kind":"PROTOCOL"');
    expect(await taken('records.xml')).toContain('<OAI-PMH');
    expect(await taken('catalog.ttl')).toContain('dcat:Catalog');
    expect(await taken('thesaurus.ttl')).toContain('skos:');
  });

  it('says of policies what it says where these are needed', () => {
    const table = section('Under a strict policy').text;
    for (const heading of ['Five minutes: the widget', 'A frame']) {
      const [first = ''] = policyOf(section(heading))
        .replace("default-src 'none'; ", '')
        .split("; script-src 'self'");
      expect(table).toContain(first);
    }
  });

  it.each(['es', 'en', 'pt', 'fr'])(
    'stands as a page, too, with the same script, in %s',
    async (locale) => {
      const page = await openPage(hub, `/${locale}/partner-guide`);

      expect(page.status).toBe(200);
      const script = page.document.querySelector('#code-height')?.textContent ?? '';
      expect(`${script}\n`).toBe(codeOf(section('A frame'), 'js'));
      const links = [...page.document.querySelectorAll('#harvest ~ ul a')];
      expect(links.length).toBeGreaterThan(4);
      for (const link of links) {
        const address = (link.getAttribute('href') ?? '').replace(hub.hub.url, '');
        expect([address, (await openPage(hub, address)).status]).toEqual([address, 200]);
      }
      for (const from of ['/api', '/about']) {
        const { document } = await openPage(hub, `/${locale}${from}`);
        expect(document.querySelector(`a[href="/${locale}/partner-guide"]`)).not.toBeNull();
      }
    },
  );
});

/** Of an administrator, as the guide wants it. */
async function tokenOf(hub: TestHub): Promise<string> {
  const ada = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
  const browser = new BrowserSession(hub, (await hub.sessionOf(ada)).cookie);
  const input = { name: 'Guide', scopes: ['ADMINISTER'], days: 1 };
  const { secret } = await browser.get<{ readonly secret: string }>(
    'createAccessToken',
    CREATE_TOKEN,
    { input },
  );
  return secret;
}

describeInBrowser('What the guide for partners puts into a page', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  beforeAll(async () => {
    [hub, browser, site] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop(), site.close()]));

  /** Opens what a section says under exactly the policy that it says. */
  async function show(heading: string, look: (page: Page) => Promise<void>): Promise<void> {
    const part = sectionOf(readGuide(hub.url), heading);
    const script = part.blocks.find(({ language }) => language === 'js')?.code;
    const path = `/${heading.replace(/\W+/g, '-')}`;
    const address = site.putPage(path, codeOf(part, 'html'), policyOf(part), script);
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults = watchFaults(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await look(page);
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }

  it('shows the widget', () =>
    show('Five minutes: the widget', async (page) => {
      await page.setViewportSize({ width: 1000, height: 6_000 }); // what is out of sight waits
      await eventually(async () => {
        expect(await page.locator('saberes-list article').count()).toBe(5);
        expect(await page.locator('saberes-search article').count()).toBeGreaterThan(0);
        expect(await page.locator('saberes-item article').count()).toBe(1);
      });
    }));

  it('shows a frame', () =>
    show('A frame', async (page) => {
      const frame = page.frameLocator('#saberes');
      await eventually(async () => expect(await frame.locator('h2').count()).toBe(5));
      await eventually(async () =>
        expect(await page.locator('#saberes').getAttribute('height')).not.toBe('480'),
      );
    }));
});
