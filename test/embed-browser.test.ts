import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { ACTIVE_TEXTS } from './support/active-content.js';
import { violationsIn } from './support/axe.js';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { eventually } from './support/eventually.js';
import { codeOf, policyOf, readGuide, sectionOf } from './support/guide-blocks.js';
import { PartnerSite } from './support/partner-site.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 180_000;

describeInBrowser('A frame on a page of another site', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  let stranger: PartnerSite;
  beforeAll(async () => {
    [hub, browser, site, stranger] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
      new PartnerSite().open(),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), hub.stop(), site.close(), stranger.close()]));

  async function onPage(visit: (page: Page) => Promise<void>, options = DESKTOP): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = watchFaults(page);
    page.on('dialog', (dialog) => {
      throw new Error(`something ran: ${dialog.message()}`);
    });
    await visit(page);
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }

  const frame = (question: string, more = '') =>
    `<iframe src="${hub.url}/${question}" title="Saberes" width="100%" height="200" ${more}></iframe>`;
  const frameOf = async (page: Page, index = 0): Promise<Frame> => {
    const handle = await page.locator('iframe').nth(index).elementHandle();
    const found = await handle?.contentFrame();
    if (!found) throw new Error('There is no frame.');
    await found.waitForLoadState('networkidle');
    return found;
  };
  const heightOf = async (page: Page, index = 0) =>
    Number(await page.locator('iframe').nth(index).getAttribute('height'));

  it('takes the height of its content under the policy and with the script of the guide', async () => {
    const section = sectionOf(readGuide(hub.url), 'A frame');
    const address = site.putPage(
      '/height',
      codeOf(section, 'html'),
      policyOf(section),
      codeOf(section, 'js'),
    );
    for (const options of [DESKTOP, PHONE]) {
      await onPage(async (page) => {
        await page.goto(address, { waitUntil: 'networkidle' });
        const inner = await frameOf(page);
        await eventually(async () => expect(await heightOf(page)).not.toBe(480));

        const content = await inner.evaluate(() => document.documentElement.scrollHeight);
        expect(await heightOf(page)).toBe(content);
        expect(await inner.locator('h2').count()).toBe(5);
      }, options);
    }
  });

  it('is not resized by messages of others, and hears none itself', async () => {
    const section = sectionOf(readGuide(hub.url), 'A frame');
    const forged = "{ type: 'saberes:height', height: 3999 }";
    const attack = `addEventListener('load', () => {
      parent.postMessage(${forged}, '*');
      for (let at = 0; at < parent.length; at += 1) parent[at].postMessage(${forged}, '*');
    });`;
    const attacker = stranger.putPage('/attack', 'x', undefined, attack);
    const policy = `${policyOf(section)}`.replace('frame-src', `frame-src ${stranger.origin}`);
    const body =
      frame('es/embed/newest?limit=2') +
      `<iframe src="${attacker}" title="x" height="50"></iframe>`;
    const script = `${codeOf(section, 'js')}; postMessage(${forged}, '*');`;
    const address = site.putPage('/forged', body, policy, script);
    await onPage(async (page) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const inner = await frameOf(page);
      await eventually(async () => expect(await heightOf(page)).not.toBe(200));
      const before = await inner.content();

      const attacking = await frameOf(page, 1);
      await attacking.evaluate(() => {
        parent[0]?.postMessage({ type: 'saberes:height', height: 5 }, '*');
        parent[0]?.postMessage({ message: 'link', value: 'javascript:alert(1)' }, '*');
      });
      await page.evaluate(() => frames[0]?.postMessage({ type: 'saberes:height' }, '*'));

      expect(await heightOf(page)).toBeLessThan(3_000);
      expect(await heightOf(page, 1)).toBe(50);
      expect(await inner.content()).toBe(before);
    });
  });

  it('opens records in the whole window', async () => {
    const address = site.putPage('/link', frame('en/embed/item?slug=ciss-disaster-protocol'));
    await onPage(async (page) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      await (await frameOf(page)).locator('h1 a').click();
      const record = /\/en\/items\/ciss-disaster-protocol$/;
      await page.waitForURL(record);
      expect(page.url()).toMatch(record);
    });
  });

  it('searches on in itself', async () => {
    const address = site.putPage('/search', frame('en/embed/search?query=protocol&limit=2'));
    await onPage(async (page) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const inner = await frameOf(page);
      await inner.locator('#query').fill('xyzq');
      await inner.locator('button').click();
      await eventually(async () =>
        expect(await inner.locator('.message').textContent()).toContain('nothing'),
      );
      expect(page.url()).toBe(address);
    });
  });

  it('is refused by every page that is not made for it', async () => {
    const address = site.putPage(
      '/refused',
      frame('es') + frame('es/items/imss-emergency-plan-2018'),
    );
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await eventually(async () => {
      const [, ...inner] = page.frames();
      expect(inner.map((one) => one.url())).toEqual([
        'chrome-error://chromewebdata/',
        'chrome-error://chromewebdata/',
      ]);
    });
    await context.close();
  });

  it('runs nothing that a record says', async () => {
    await hub.build.items(
      ACTIVE_TEXTS.map((text, index) => ({
        slug: `active-${index}`,
        countries: ['DM'],
        texts: { es: { title: `${text} ${index}`, summary: text } },
      })),
    );
    const all = ['es/embed/newest?country=DM&limit=50', 'es/embed/country?code=DM&limit=50'];
    const address = site.putPage('/active', all.map((question) => frame(question)).join(''));
    await onPage(async (page) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const inner = await frameOf(page);
      expect(await inner.locator('h2').count()).toBe(50);
      expect(await inner.locator('script').count()).toBe(1);
    });
  });

  it('tells WordPress, which locks it in, its height and its links by its own rules', async () => {
    const listening = `window.told = [];
      addEventListener('message', ({ origin, data }) => window.told.push({ origin, ...data }));`;
    const body = frame(
      'en/embed/item?slug=ciss-disaster-protocol#?secret=aB3dE5',
      'sandbox="allow-scripts" data-secret="aB3dE5"',
    );
    const address = site.putPage('/wordpress', body, undefined, listening);
    await onPage(async (page) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      const inner = await frameOf(page);
      await inner.locator('h1 a').click();
      const told = () => page.evaluate(() => (window as unknown as { told: object[] }).told);
      await eventually(async () =>
        expect(await told()).toEqual(
          expect.arrayContaining([
            { origin: 'null', message: 'height', secret: 'aB3dE5', value: expect.any(Number) },
            {
              origin: 'null',
              message: 'link',
              secret: 'aB3dE5',
              value: `${hub.hub.url}/en/items/ciss-disaster-protocol`,
            },
          ]),
        ),
      );
      // What is locked in still looks as it should.
      const colour = await inner.evaluate(() => getComputedStyle(document.body).paddingLeft);
      expect(colour).toBe('16px');
    });
  });

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, in %s',
    async (locale) => {
      const questions = [
        'newest?limit=3',
        'search?query=xyzq',
        'item?slug=ciss-disaster-protocol',
        'nothing',
      ];
      const context = await browser.newContext(locale === 'pt' ? PHONE : DESKTOP);
      const page = await context.newPage();
      const found: string[] = [];
      for (const question of questions) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto(`${hub.url}/${locale}/embed/${question}`, { waitUntil: 'networkidle' });
          found.push(...(await violationsIn(page, `${question} ${colorScheme}`)));
        }
        const look = question.includes('?') ? '&' : '?';
        await page.goto(`${hub.url}/${locale}/embed/${question}${look}theme-mode=light`);
        found.push(...(await violationsIn(page, `${question} forced light`)));
      }
      await context.close();
      expect(found).toEqual([]);
    },
    PATIENCE_MS,
  );
});
