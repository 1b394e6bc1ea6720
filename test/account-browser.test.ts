import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { HubRole, InstitutionRole } from '../schema/member-enums.js';
import type { ActorDocument } from '../server/actor/actor.model.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import { colourViolationsIn, violationsIn } from './support/axe.js';
import {
  DESKTOP,
  describeInBrowser,
  launchBrowser,
  PHONE,
  watchFaults,
} from './support/browser.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 200_000;
const PASSWORD = 'seven calm otters by the river';
const OPEN_PAGES = ['/sign-in', '/reset', '/reset/x', '/invitations/x'];
const PAGES_OF_MEMBERS = [
  '/account',
  '/members?institution=solar',
  '/members?institution=',
  '/audit',
];
const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
];

describeInBrowser('Pages of members in a browser', () => {
  let hub: TestHub;
  let browser: Browser;
  let solar: ActorDocument;
  let administrator: MemberDocument;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), launchBrowser()]);
    solar = await hub.build.actor({ slug: 'solar', name: 'Instituto Solar' });
    administrator = await hub.build.member({
      name: 'Ada',
      hubRoles: [HubRole.ADMINISTRATOR],
      memberships: [{ institution: solar._id, role: InstitutionRole.EDITOR }],
    });
  });
  afterAll(() => Promise.all([browser.close(), hub.stop()]));

  async function signIn(page: Page, member: MemberDocument): Promise<void> {
    const [name = '', value = ''] = (await hub.sessionOf(member)).cookie.split('=');
    await page.context().addCookies([{ name, value, url: hub.url }]);
  }

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, in %s',
    async (locale) => {
      const found = await Promise.all([
        judged(locale, OPEN_PAGES),
        judged(locale, PAGES_OF_MEMBERS, administrator),
      ]);

      expect(found.flat()).toEqual([]);
    },
    PATIENCE_MS,
  );

  async function judged(
    locale: string,
    addresses: readonly string[],
    member?: MemberDocument,
  ): Promise<readonly string[]> {
    const context = await browser.newContext({
      ...(locale === 'pt' ? PHONE : DESKTOP),
      reducedMotion: 'reduce', // colours in passing are nobody's to judge
    });
    const page = await context.newPage();
    if (member) await signIn(page, member);
    const faults = watchFaults(page);
    const found: string[] = [];
    for (const address of addresses) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${hub.url}/${locale}${address}`, { waitUntil: 'networkidle' });
      for (const folded of await page.locator('main details > summary').all()) {
        await folded.click();
      }
      found.push(...(await violationsIn(page, `${address} light`)));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await colourViolationsIn(page, `${address} dark`)));
    }
    await context.close();
    return [...found, ...faults];
  }

  /** A link as the administrator's page shows it. */
  async function invited(email: string): Promise<string> {
    const context = await browser.newContext(DESKTOP);
    const page = await context.newPage();
    await signIn(page, administrator);
    await page.goto(`${hub.url}/en/members?institution=solar`);
    await page.fill('#email', email);
    await page.selectOption('#role', 'EDITOR');
    await page.click('button[value="invite"]');
    const link = await page.locator('#secret').textContent();
    await context.close();
    return new URL(link ?? '').pathname;
  }

  describe.each(SCREENS)('on %s', (name, options) => {
    it(
      'take an editor from her invitation to a token of her own, and out again',
      async () => {
        const email = `${name.replace(/\W/g, '')}@example.org`;
        const link = await invited(email);
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const faults = watchFaults(page);

        await page.goto(hub.url + link);
        await page.fill('#name', 'Edith');
        await page.fill('#password', PASSWORD);
        await page.click('[data-show-password="password"]');
        expect(await page.inputValue('#password')).toBe(PASSWORD);
        expect(await page.getAttribute('#password', 'type')).toBe('text');
        await page.click('main form button[type="submit"]');
        await page.waitForURL('**/account?done=welcome');

        await page.click('.account-menu summary');
        await page.click('.account-menu button');
        await page.waitForURL('**/sign-in?done=signed-out');
        await page.fill('#email', email);
        await page.fill('#password', PASSWORD);
        await page.press('#password', 'Enter');
        await page.waitForURL('**/workspace');

        await page.goto(`${hub.url}/en/account`);
        await page.click('main section:last-of-type details:last-of-type > summary');
        await page.fill('#tokenName', 'Nightly');
        await page.click('button[value="newToken"]');
        const secret = await page.locator('#secret').textContent();
        expect(secret).toMatch(/^sab_/);
        await page.goto(`${hub.url}/en/account`);
        await page.click('main .confirm > summary');
        await page.click('main .confirm button');
        await page.waitForURL('**/account?done=token#done');
        expect(await page.content()).not.toContain('Nightly');
        await context.close();

        expect(faults).toEqual([]);
      },
      PATIENCE_MS,
    );
  });

  it(
    'are worked by keyboard alone',
    async () => {
      const member = await hub.build.member({ email: 'keys@example.org', name: 'Keys' });
      const context = await browser.newContext(DESKTOP);
      const page = await context.newPage();
      await signIn(page, member);
      await page.goto(`${hub.url}/en/account`);

      await tabTo(page, '#name');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Keyboard');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/account?done=profile#done');
      expect(await page.locator('.account-menu summary').textContent()).toBe('Keyboard');

      await tabTo(page, '.account-menu summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '.account-menu button');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/sign-in?done=signed-out');
      await context.close();
    },
    PATIENCE_MS,
  );
});

/** Goes on from field to field until it is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted),
      selector,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to "${selector}".`);
}
