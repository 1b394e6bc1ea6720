import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemberDocument } from '../server/auth/member.model.js';
import { ACTIVE_TEXTS } from './support/active-content.js';
import { ME } from './support/auth-operations.js';
import { PASSWORD } from './support/factories.js';
import { openPage } from './support/page.js';
import { FormBrowser, OWN_FORM } from './support/page-form.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const NEW_PASSWORD = 'seven calm otters by the river';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const signedIn = async (member: MemberDocument) =>
  new FormBrowser(hub, (await hub.sessionOf(member)).cookie);

/** Fills in the one form of the account page that has this button. */
async function submit(browser: FormBrowser, button: string, given: Record<string, string> = {}) {
  const page = await browser.open('/en/account');
  const form = page.document.querySelector(`button[value="${button}"]`)?.closest('form');
  form?.setAttribute('id', 'wanted');
  return browser.submit(page, '#wanted', { ...given, do: button });
}

describe('The own account', () => {
  it('is not there for strangers, who sign in first and come back', async () => {
    const { status, headers } = await openPage(hub, '/fr/account');

    expect([status, headers.get('location')]).toEqual([303, '/fr/sign-in?next=%2Ffr%2Faccount']);
  });

  it('is kept nowhere', async () => {
    const browser = await signedIn(await hub.build.member());

    const { headers, document } = await browser.open('/es/account');

    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });

  it('takes another name and language of mail', async () => {
    const browser = await signedIn(await hub.build.member({ name: 'Ada' }));

    const answer = await submit(browser, 'profile', { name: 'Ada Byron', locale: 'PT' });

    expect(answer.status).toBe(303);
    const page = await browser.follow(answer);
    expect(page.text('[role="status"]')).toBe('Your changes are saved.');
    expect(page.text('.account-menu summary')).toBe('Ada Byron');
    expect(page.document.querySelector('option[selected]')?.getAttribute('value')).toBe('PT');
  });

  it('says at the field what is wrong with a name, and keeps what was typed', async () => {
    const browser = await signedIn(await hub.build.member());

    const page = await submit(browser, 'profile', { name: 'x'.repeat(201) });

    expect(page.status).toBe(422);
    expect(page.text('[role="alert"] a[href="#name"]')).toMatch(/up to 200 characters/);
    const field = page.document.querySelector('#name');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(field?.getAttribute('aria-describedby')).toBe('name-hint name-fault');
    expect(field?.getAttribute('value')).toHaveLength(201);
  });
});

describe('The password', () => {
  it('is changed by whoever knows it, which ends the other sessions', async () => {
    const member = await hub.build.member();
    const [browser, other] = [await signedIn(member), await signedIn(member)];

    const answer = await submit(browser, 'password', {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
    });

    expect(answer.status).toBe(303);
    expect((await browser.follow(answer)).text('[role="status"]')).toMatch(/password is changed/);
    expect((await other.open('/en/account')).status).toBe(303);
  });

  it.each([
    ['currentPassword', { currentPassword: 'not the right one', newPassword: NEW_PASSWORD }],
    ['newPassword', { currentPassword: PASSWORD, newPassword: 'short' }],
    ['newPassword', { currentPassword: PASSWORD, newPassword: 'password1234' }],
  ])('says at "%s" what is wrong, and writes no password into the page', async (field, given) => {
    const browser = await signedIn(await hub.build.member());

    const page = await submit(browser, 'password', given);

    expect(page.status).toBe(422);
    expect(page.document.querySelector(`#${field}`)?.getAttribute('aria-invalid')).toBe('true');
    expect(page.text(`#${field}-fault`)).not.toBe('');
    expect(page.html).not.toContain(given.newPassword === 'short' ? PASSWORD : given.newPassword);
  });
});

describe('Sessions', () => {
  it('are listed with their browser, and end one by one or all but this one', async () => {
    const member = await hub.build.member();
    const [browser, first, second] = [
      await signedIn(member),
      await signedIn(member),
      await signedIn(member),
    ];
    const page = await browser.open('/en/account');
    expect(page.texts('button[name="id"]')).toHaveLength(2);
    const id = page.document.querySelector('button[name="id"]')?.getAttribute('value') ?? '';

    await browser.post('/en/account', { do: 'session', id });
    const left = await browser.open('/en/account');
    expect(left.texts('button[name="id"]')).toHaveLength(1);

    const all = await submit(browser, 'sessions');
    expect((await browser.follow(all)).text('[role="status"]')).toMatch(/All other sessions/);
    expect((await first.open('/en/account')).status).toBe(303);
    expect((await second.open('/en/account')).status).toBe(303);
  });

  it('of somebody else are nothing that exists', async () => {
    const other = await hub.build.member();
    await hub.sessionOf(other);
    const [session] = await hub.hub.auth.sessions.list(other._id);
    const browser = await signedIn(await hub.build.member());

    const page = await browser.post('/en/account', { do: 'session', id: session?._id ?? '' });

    expect(page.status).toBe(404);
    expect(await hub.hub.auth.sessions.list(other._id)).toHaveLength(1);
  });
});

describe('Access tokens', () => {
  it('are shown once, work, and are revoked', async () => {
    const browser = await signedIn(await hub.build.member());

    const made = await submit(browser, 'newToken', { tokenName: 'Nightly', scopes: 'WRITE' });

    expect(made.status).toBe(200);
    const secret = made.text('#secret');
    expect(secret).toMatch(/^sab_/);
    expect(await hub.query(ME, {}, { authorization: `Bearer ${secret}` })).toMatchObject({
      me: { scopes: ['WRITE'] },
    });
    const page = await browser.open('/en/account');
    expect(page.html).not.toContain(secret);
    expect(page.text('.confirm button')).toBe('Revoke “Nightly”');
    const id = page.document.querySelector('.confirm button')?.getAttribute('value') ?? '';
    await browser.post('/en/account', { do: 'token', id });
    const { status } = await hub.ask(ME, {}, { authorization: `Bearer ${secret}` });
    expect(status).toBe(401);
  });

  it('need a purpose and a scope, said at the field', async () => {
    const browser = await signedIn(await hub.build.member());

    const nameless = await submit(browser, 'newToken', { tokenName: ' ', scopes: 'READ' });
    const pointless = await browser.post('/en/account', {
      do: 'newToken',
      tokenName: 'x',
      days: '30',
    });

    expect([nameless.status, pointless.status]).toEqual([422, 422]);
    expect(nameless.text('#tokenName-fault')).toMatch(/Say what it is for/);
    expect(pointless.text('#scopes-fault')).toMatch(/Choose at least one/);
  });
});

it('Texts of members run nowhere, as names and as names of tokens', async () => {
  const member = await hub.build.member();
  const browser = await signedIn(member);
  for (const [index, text] of ACTIVE_TEXTS.entries()) {
    await browser.post('/en/account', { do: 'profile', name: text, locale: 'EN' });
    const name = text.slice(0, 100);
    if (index % 3 === 0)
      await browser.post('/en/account', {
        do: 'newToken',
        tokenName: name,
        scopes: 'READ',
        days: '30',
      });

    const { document } = await browser.open('/en/account');

    expect(
      document.querySelectorAll('script:not([src]), iframe, object, embed, base'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('[onerror], [onload], [onmouseover], [onfocus]')).toHaveLength(
      0,
    );
    expect(
      document.querySelectorAll('main img, main svg script, a[href^="javascript:"]'),
    ).toHaveLength(0);
  }
});

describe('Forms of the account', () => {
  it('are refused from another site, and nothing changes', async () => {
    const member = await hub.build.member({ name: 'Ada' });
    const browser = await signedIn(member);
    const fields = { do: 'profile', name: 'Eve', locale: 'EN' };

    for (const site of ['cross-site', 'same-site']) {
      const headers = { ...OWN_FORM, 'sec-fetch-site': site };
      expect((await browser.post('/en/account', fields, headers)).status).toBe(403);
    }
    expect((await browser.open('/en/account')).text('.account-menu summary')).toBe('Ada');
  });

  it('that are sent after the session has ended wait until their sender is in again', async () => {
    const member = await hub.build.member({ email: 'late@example.org', name: 'Late' });
    const browser = await signedIn(member);
    await hub.hub.auth.sessions.endAll(member._id);

    const asked = await browser.post('/en/account', {
      do: 'profile',
      name: '"><b>Lately',
      locale: 'FR',
      newPassword: NEW_PASSWORD,
    });

    expect(asked.status).toBe(401);
    expect(asked.text('.notice')).toMatch(/what you wrote is not lost/);
    expect(asked.html).not.toContain(NEW_PASSWORD);
    const wrong = await browser.submit(asked, 'main form', {
      email: 'late@example.org',
      password: 'not the right one',
    });
    const goOn = await browser.submit(wrong, 'main form', {
      email: 'late@example.org',
      password: PASSWORD,
    });
    expect(goOn.text('h1')).toBe('You are signed in');
    const saved = await browser.submit(goOn, 'main form');
    expect(saved.headers.get('location')).toBe('/en/account?done=profile#done');
    const page = await browser.open('/en/account');
    expect(page.text('.account-menu summary')).toBe('"><b>Lately');
  });
});
