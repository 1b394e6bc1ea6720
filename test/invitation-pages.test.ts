import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import type { ActorDocument } from '../server/actor/actor.model.js';
import { LOCAL_CLIENT } from '../server/auth/client-address.js';
import { ANONYMOUS } from '../server/auth/viewer.js';
import { Locale } from '../server/locale.js';
import { createPages } from '../web/pages.js';
import { PASSWORD } from './support/factories.js';
import { openPage } from './support/page.js';
import { FormBrowser } from './support/page-form.js';
import { RecordingMailer, tokenIn } from './support/recording-mailer.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const NEW_PASSWORD = 'seven calm otters by the river';

let hub: TestHub;
let actor: ActorDocument;
const mailer = new RecordingMailer();
beforeAll(async () => {
  hub = await startTestHub({ auth: { mailer } });
  actor = await hub.build.actor({ name: 'Instituto Solar' });
});
afterAll(() => hub.stop());

/** The path that the letter's link leads to. */
async function invite(email: string): Promise<string> {
  const memberships = [{ institution: actor._id, role: InstitutionRole.EDITOR }];
  const invited = { email, locale: Locale.EN, memberships, institutions: ['Solar'] };
  await hub.hub.auth.invitations.invite(ANONYMOUS, invited, LOCAL_CLIENT.address);
  return `/en/invitations/${tokenIn(mailer.sent.at(-1)?.text ?? '')}`;
}

describe('The link of an invitation', () => {
  it('opens an account and signs its owner in', async () => {
    const browser = new FormBrowser(hub);
    const address = await invite('new@example.org');
    const page = await browser.open(address);
    expect(page.text('main ul')).toBe('Editor: Instituto Solar');
    expect(page.text('#password-hint')).toMatch(/12 to 200 characters/);

    const answer = await browser.submit(page, 'main form', {
      name: 'New One',
      password: NEW_PASSWORD,
    });

    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/en/account?done=welcome',
    ]);
    expect((await browser.follow(answer)).text('[role="status"]')).toMatch(/^Welcome/);
    const used = await new FormBrowser(hub).open(address);
    expect([used.status, used.text('h1')]).toEqual([410, 'This invitation is no longer valid']);
  });

  it('says at the field what is wrong, without using up the link', async () => {
    const browser = new FormBrowser(hub);
    const page = await browser.open(await invite('weak@example.org'));

    const refused = await browser.submit(page, 'main form', { name: 'W', password: 'short' });

    expect(refused.status).toBe(422);
    expect(refused.text('#password-fault')).toMatch(/Choose another/);
    expect(refused.document.querySelector('#name')?.getAttribute('value')).toBe('W');
    const again = await browser.submit(refused, 'main form', { password: NEW_PASSWORD });
    expect(again.status).toBe(303);
  });

  it('asks whoever has an account for its password, unless they are signed in', async () => {
    const member = await hub.build.member({ email: 'known@example.org' });
    const address = await invite('known@example.org');
    const stranger = new FormBrowser(hub);
    const page = await stranger.open(address);
    expect(page.document.querySelector('#name')).toBeNull();
    const wrong = await stranger.submit(page, 'main form', { password: NEW_PASSWORD });
    expect([wrong.status, wrong.text('#password-fault')]).toEqual([
      422,
      'This is not the password of your account.',
    ]);

    const browser = new FormBrowser(hub, (await hub.sessionOf(member)).cookie);
    const own = await browser.open(address);
    expect(own.document.querySelector('#password')).toBeNull();
    expect((await browser.submit(own, 'main form')).status).toBe(303);
  });

  it('is kept to itself', async () => {
    const address = await invite('secret@example.org');

    const { headers, document } = await openPage(hub, address);

    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(document.querySelector('link[rel="canonical"]')).toBeNull();
    expect(JSON.stringify(hub.log)).not.toContain(address.split('/').at(-1));
  });

  it.each(['/en/invitations/x', '/en/reset/x'])(
    'leaves no trace where browsers take forms without one: %s',
    async (path) => {
      const execute = hub.hub.execute.bind(hub.hub);
      const { embedding } = hub.hub;
      const pages = createPages({ url: 'https://hub.example', embedding, execute });

      const { headers } = await pages.answer({ path, search: '', acceptLanguage: undefined });

      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );

  it('that nobody made says kindly that it holds no longer, in every language', async () => {
    for (const [locale, title] of [
      ['es', 'Esta invitación ya no vale'],
      ['pt', 'Este convite não vale mais'],
      ['fr', 'Cette invitation n’est plus valable'],
    ]) {
      const page = await openPage(hub, `/${locale}/invitations/${'A'.repeat(43)}`);
      expect([page.status, page.text('h1')]).toEqual([410, title]);
    }
  });
});

describe('Choosing a new password', () => {
  it('says the same for every address', async () => {
    await hub.build.member({ email: 'there@example.org' });
    const browser = new FormBrowser(hub);

    const [there, nowhere] = [
      await browser.post('/en/reset', { email: 'there@example.org' }),
      await browser.post('/en/reset', { email: 'nowhere@example.org' }),
    ];
    await hub.hub.auth.resets.settle();

    expect(there.html).toBe(nowhere.html);
    expect(there.text('[role="status"]')).toMatch(/If a member has this address/);
    expect(mailer.sent.filter(({ to }) => to === 'nowhere@example.org')).toEqual([]);
  });

  it('takes the link once, ends the old sessions and begins one', async () => {
    const member = await hub.build.member({ email: 'forgot@example.org' });
    const old = new FormBrowser(hub, (await hub.sessionOf(member)).cookie);
    const browser = new FormBrowser(hub);
    await browser.post('/en/reset', { email: 'forgot@example.org' });
    await hub.hub.auth.resets.settle();
    const address = `/en/reset/${tokenIn(mailer.sent.at(-1)?.text ?? '')}`;
    const page = await browser.open(address);
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const weak = await browser.submit(page, 'main form', { newPassword: 'short' });
    expect(weak.text('#newPassword-fault')).toMatch(/Choose another/);

    const answer = await browser.submit(weak, 'main form', { newPassword: NEW_PASSWORD });

    expect(answer.headers.get('location')).toBe('/en/account?done=password');
    expect((await old.open('/en/account')).status).toBe(303);
    const again = await new FormBrowser(hub).post(address, { newPassword: PASSWORD });
    expect([again.status, again.text('h1')]).toEqual([410, 'This link is no longer valid']);
  });
});
