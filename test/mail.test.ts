import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { InstitutionRole } from '../schema/member-enums.js';
import { Locale } from '../server/locale.js';
import { ACCEPT, INVITE, REQUEST_RESET } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { PASSWORD } from './support/factories.js';
import { tokenIn } from './support/recording-mailer.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string;
  readonly text: string;
}

interface Invited {
  readonly link: string | null;
  readonly invitation: object | null;
  readonly problems: readonly object[];
}

describe('Mail', () => {
  const received: Received[] = [];
  let isRefusing = false;
  let server: SMTPServer;
  let hub: TestHub;
  let institution: string;
  let editor: BrowserSession;
  beforeAll(async () => {
    server = createSmtpServer(received, () => isRefusing);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const SMTP_URL = `smtp://hub:mail-secret@127.0.0.1:${port}?ignoreTLS=true`;
    hub = await startTestHub({ config: { SMTP_URL, MAIL_FROM: 'Saberes <hub@example.org>' } });
    institution = (await hub.build.actor({ name: 'Ministerio de Salud' }))._id;
    const member = await hub.build.member({
      memberships: [{ institution, role: InstitutionRole.EDITOR }],
    });
    editor = new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
  });
  afterEach(() => {
    received.splice(0);
    isRefusing = false;
  });
  afterAll(async () => {
    await hub.stop();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const invite = (email: string, more: object = {}) =>
    editor.get<Invited>('inviteMember', INVITE, {
      input: { institution, email, role: 'CONTRIBUTOR', ...more },
    });

  it('brings an invitation to the person alone, and its link works', async () => {
    expect(await invite('grace@example.org')).toMatchObject({ link: null, problems: [] });

    const [letter] = received;
    expect(letter).toMatchObject({
      from: 'hub@example.org',
      to: ['grace@example.org'],
      user: 'hub',
    });
    expect(letter?.text).toContain('Ministerio de Salud');
    const input = { token: tokenIn(letter?.text ?? ''), name: 'Grace', password: PASSWORD };
    const visitor = new BrowserSession(hub);
    expect(await visitor.get('acceptInvitation', ACCEPT, { input })).toMatchObject({
      member: { email: 'grace@example.org' },
    });
  });

  it.each([
    ['ES', 'Le invitan a trabajar', 'probablemente usted'],
    ['EN', 'You are invited', 'probably you'],
    ['PT', 'um convite', 'provavelmente'],
    ['FR', 'invité à travailler', 'probablement vous'],
  ])('is written in the language of who gets it: %s', async (locale, invitation, reset) => {
    await invite(`invited-${locale}@example.org`, { locale });
    const { email } = await hub.build.member({ locale: Locale[locale as keyof typeof Locale] });
    const answer = await new BrowserSession(hub).get('requestPasswordReset', REQUEST_RESET, {
      email,
    });
    await hub.hub.auth.resets.settle();

    expect(answer).toEqual({ sendsMail: true, problems: [] });
    expect(received.map(({ text }) => text)).toEqual([
      expect.stringContaining(invitation),
      expect.stringContaining(reset),
    ]);
    const folder = locale.toLowerCase();
    expect(received[1]?.text).toContain(`${hub.hub.url}/${folder}/reset/`);
  });

  it('that is refused leaves the link with the inviter, and no secret in the log', async () => {
    isRefusing = true;
    const { link, invitation, problems } = await invite('refused@example.org');

    expect(invitation).not.toBeNull();
    expect(problems).toEqual([]);
    expect(link).toContain('/invitations/');
    const log = JSON.stringify(hub.log);
    expect(log).toContain('a letter could not be sent');
    expect(log).not.toMatch(/mail-secret|refused@example/);
    expect(log).not.toContain(tokenIn(link ?? ''));
  });

  it('goes to nobody else by way of the address', async () => {
    for (const email of ['a@example.org, b@example.org', '<b@example.org> a@example.org']) {
      expect(await invite(email)).toMatchObject({ invitation: null });
    }
    expect(received).toEqual([]);
  });
});

function createSmtpServer(received: Received[], isRefusing: () => boolean): SMTPServer {
  return new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username = '', password }, _session, done) => {
      if (password === 'mail-secret') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onData: (stream, { envelope, user }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (isRefusing()) {
          done(new Error('mailbox refused@example.org is full'));
          return;
        }
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          user: String(user),
          text: bodyOf(Buffer.concat(chunks).toString('latin1')),
        });
        done();
      });
    },
  });
}

/** The text behind the head, out of its transfer encoding. */
function bodyOf(mail: string): string {
  const at = mail.indexOf('\r\n\r\n');
  const body = mail.slice(at + 4);
  if (!/^content-transfer-encoding: quoted-printable/im.test(mail.slice(0, at))) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
