import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemberDocument } from '../server/auth/member.model.js';
import { PASSWORD } from './support/factories.js';
import { hrefs, openPage } from './support/page.js';
import { FormBrowser, OWN_FORM } from './support/page-form.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let hub: TestHub;
let ada: MemberDocument;
beforeAll(async () => {
  hub = await startTestHub();
  ada = await hub.build.member({ name: 'Ada', email: 'ada@example.org' });
});
afterAll(() => hub.stop());

const right = { email: 'ada@example.org', password: PASSWORD };

describe('Signing in', () => {
  it('leads from any page to a form, and from there to the own account', async () => {
    const browser = new FormBrowser(hub);
    const [address = ''] = hrefs(await openPage(hub, '/pt/about'), 'a.account-menu');
    expect(address).toBe('/pt/sign-in');

    const form = await browser.open(address ?? '');
    expect(form.text('h1')).toBe('Entrar');
    const answer = await browser.submit(form, 'main form', right);

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pt/workspace']);
    const about = await browser.open('/pt/about');
    expect(about.text('.account-menu summary')).toBe('Ada');
    expect(about.document.querySelector('a.account-menu')).toBeNull();
  });

  it('says the same of an unknown address and a wrong password, and keeps the address', async () => {
    const browser = new FormBrowser(hub);
    const wrong = { ...right, password: 'not the right one' };
    const unknown = { ...wrong, email: 'eve@example.org' };

    const [first, second] = [
      await browser.post('/en/sign-in', wrong),
      await browser.post('/en/sign-in', unknown),
    ];

    expect([first.status, second.status]).toEqual([401, 401]);
    expect(first.text('[role="alert"]')).toMatch(/e-mail address or the password is wrong/);
    expect(first.html.replaceAll(right.email, '')).toBe(second.html.replaceAll(unknown.email, ''));
    expect(first.document.querySelector('#email')?.getAttribute('value')).toBe(right.email);
    expect(first.html).not.toContain(wrong.password);
    expect(browser.cookie).toBe('');
  });

  it('tells how many seconds to wait after too many attempts', async () => {
    const browser = new FormBrowser(hub);
    const wrong = { email: 'many@example.org', password: 'not the right one' };
    for (let more = 0; more < 10; more += 1) await browser.post('/fr/sign-in', wrong);

    const refused = await browser.post('/fr/sign-in', wrong);

    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(refused.text('[role="alert"]')).toContain(`Attendez ${seconds} secondes`);
  });

  it('is not asked of whoever is in', async () => {
    const browser = new FormBrowser(hub, (await hub.sessionOf(ada)).cookie);

    const { status, headers } = await browser.open('/es/sign-in?next=%2Fes%2Fsearch%3Fq%3Dagua');

    expect([status, headers.get('location')]).toEqual([303, '/es/search?q=agua']);
  });

  it('begins a session of its own, whatever a browser brings along', async () => {
    const fixed = `saberes=${'A'.repeat(43)}`;
    const browser = new FormBrowser(hub, fixed);

    await browser.post('/es/sign-in', right);

    expect(browser.cookie).toMatch(/^saberes=/);
    expect(browser.cookie).not.toBe(fixed);
  });

  it('is kept nowhere and stays out of search engines', async () => {
    const { headers, document } = await openPage(hub, '/es/sign-in');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });

  it.each([
    ['the form of another site', { ...OWN_FORM, 'sec-fetch-site': 'cross-site' }, 403],
    ['the form of a neighbouring site', { ...OWN_FORM, 'sec-fetch-site': 'same-site' }, 403],
    ['a form of plain text', { ...OWN_FORM, 'content-type': 'text/plain' }, 415],
  ])('is refused by %s', async (_who, headers, status) => {
    const browser = new FormBrowser(hub);

    const answer = await browser.post('/es/sign-in', right, headers);

    expect([answer.status, browser.cookie]).toEqual([status, '']);
  });
});

it("The sign-in offers institutions' own ways, which come back to the page that was asked for", async () => {
  const config = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'hub',
    OIDC_CLIENT_SECRET: 'a secret of nobody',
    OIDC_NAME: 'Ministry "of" <b>',
  };
  const other = await startTestHub({ config });
  try {
    const page = await openPage(other, '/en/sign-in?next=%2Fen%2Fmembers%3Finstitution%3Dx');

    expect(page.text('.providers a')).toBe('Sign in with Ministry "of" <b>');
    const [address = ''] = hrefs(page, '.providers a');
    const { pathname, searchParams } = new URL(address ?? '', other.url);
    expect(pathname).toMatch(/^\/auth\/oidc\/\w+\/start$/);
    expect(searchParams.get('to')).toBe('/en/members?institution=x');
  } finally {
    await other.stop();
  }
});

describe('After signing in', () => {
  const goesTo = async (next: string) => {
    const { headers } = await new FormBrowser(hub).post('/es/sign-in', { ...right, next });
    return headers.get('location');
  };

  it('a page that asked for it is next', async () => {
    expect(await goesTo('/fr/items/agua?x=1')).toBe('/fr/items/agua?x=1');
  });

  it.each([
    'https://evil.example/es/search',
    '//evil.example/es',
    '/\\evil.example/es',
    '\\\\evil.example\\es',
    '/es/../..//evil.example',
    '/es/%2e%2e/%2e%2e//evil.example',
    '/\t/evil.example',
    ' /es',
    'javascript:alert(1)',
    '/graphql',
    '/de/search',
    '/es/sign-out',
    '/es/sign-in?next=/es/sign-in',
    'es/search',
    '',
  ])('nobody is led to "%s"', async (next) => {
    expect(await goesTo(next)).toBe('/es/workspace');
    const page = await openPage(hub, `/es/sign-in?${new URLSearchParams({ next })}`);
    expect(page.document.querySelector('input[name="next"]')).toBeNull();
  });
});

describe('Signing out', () => {
  it('is a form in the menu of every page, which ends the session', async () => {
    const browser = new FormBrowser(hub, (await hub.sessionOf(ada)).cookie);
    const used = browser.cookie;

    const answer = await browser.submit(await browser.open('/en/about'), '.account-menu form');

    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/en/sign-in?done=signed-out',
    ]);
    expect((await browser.follow(answer)).text('[role="status"]')).toBe('You are signed out.');
    const replayed = await new FormBrowser(hub, used).open('/en/about');
    expect(replayed.text('a.account-menu')).toBe('Sign in');
  });

  it('takes more than an address', async () => {
    const browser = new FormBrowser(hub, (await hub.sessionOf(ada)).cookie);

    const page = await browser.open('/en/sign-out');

    expect(page.status).toBe(200);
    expect((await browser.open('/en/about')).text('.account-menu summary')).toBe('Ada');
    await browser.submit(page, 'main form');
    expect((await browser.open('/en/about')).text('a.account-menu')).toBe('Sign in');
  });
});
