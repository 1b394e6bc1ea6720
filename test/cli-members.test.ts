import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCEPT, ME, type MutationAnswer, RESET, SIGN_IN } from './support/auth-operations.js';
import { createFolders, freePort, type Settings, saberes, start } from './support/cli.js';
import { PASSWORD } from './support/factories.js';
import { PLATFORMS } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { tokenIn } from './support/recording-mailer.js';
import { freshDatabase } from './support/running-mongo.js';

describe.each(PLATFORMS.filter(({ meiliUrl }) => !meiliUrl))(
  'saberes user ($name)',
  ({ mongoUri }) => {
    let folders: Awaited<ReturnType<typeof createFolders>>;
    let settings: Settings;
    beforeAll(async () => {
      folders = await createFolders();
      const database: Settings = mongoUri
        ? { MONGODB_URI: withDatabase(mongoUri, freshDatabase('cli')) }
        : {};
      settings = { DATA_DIR: folders.path('data'), ...database };
      await saberes(['seed'], settings);
    });
    afterAll(() => folders.remove());

    it('adds the first administrator with a password from standard input', async () => {
      const args = ['user', 'add', 'root@example.org', '--name', 'Root', '--administrator'];
      const added = await saberes([...args, '--password-stdin'], settings, `${PASSWORD}\n`);

      expect(added).toEqual({ code: 0, stdout: 'root@example.org can sign in now.\n', stderr: '' });
      expect(await saberes(['user', 'list'], settings)).toMatchObject({
        stdout: expect.stringMatching(/root@example\.org\s+Root\s+administrator/),
      });
    });

    it('refuses a weak password, a second account and an unknown institution in a readable line', async () => {
      const add = (more: readonly string[], input?: string) =>
        saberes(['user', 'add', 'root@example.org', ...more], settings, input);
      for (const [answer, message] of [
        [await add(['--password-stdin'], 'short\n'), /between 12 and 200 characters/],
        [await add(['--password-stdin'], '\n'), /no password on standard input/],
        [await add([]), /is a member already/],
        [await add(['--editor-of', 'no-such-place']), /no institution "no-such-place"/],
        [
          await saberes(['user', 'disable', 'nobody@example.org'], settings),
          /no member with the address/,
        ],
        [await saberes(['user', 'disable', 'root@example.org'], settings), /last administrator/],
      ] as const) {
        expect(answer.code).toBe(1);
        expect(answer.stderr).toMatch(message);
        expect(answer.stderr).not.toMatch(/\n\s+at /);
      }
    });

    it('prints links that work on the hub, and exports what was done', async () => {
      const origin = { ...settings, PUBLIC_URL: 'http://hub.example' };
      const roles = ['--editor-of', 'amexcid', '--curator', '--language', 'pt'];
      const invited = await saberes(['user', 'add', 'eva@example.org', ...roles], origin);
      expect(invited.stdout).toContain('http://hub.example/pt/invitations/');
      const reset = await saberes(['user', 'reset-link', 'root@example.org'], origin);
      expect(reset.stdout).toMatch(/^http:\/\/hub\.example\/es\/reset\/[\w-]{43}\n$/);

      const PORT = await freePort();
      const hub = start(['serve'], { ...settings, PORT, HOST: '127.0.0.1' });
      try {
        await hub.until(/http:/);
        const ask = async (query: string, variables: object, field: string) => {
          const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables }),
          });
          const { data } = (await response.json()) as { data: Record<string, MutationAnswer> };
          return data[field];
        };
        const input = { token: tokenIn(invited.stdout), name: 'Eva', password: PASSWORD };
        expect(await ask(ACCEPT, { input }, 'acceptInvitation')).toMatchObject({
          member: {
            hubRoles: ['CURATOR'],
            memberships: [{ institution: { slug: 'amexcid' }, role: 'EDITOR' }],
          },
        });
        const newPassword = 'nine green kettles sing';
        expect(
          await ask(RESET, { token: tokenIn(reset.stdout), newPassword }, 'resetPassword'),
        ).toMatchObject({ problems: [] });
        const beside = await saberes(['user', 'disable', 'eva@example.org'], settings);
        const credentials = { email: 'eva@example.org', password: PASSWORD };
        const signedIn = await ask(SIGN_IN, credentials, 'signIn');
        expect({ code: beside.code, isIn: signedIn?.member != null }).toEqual(
          mongoUri ? { code: 0, isIn: false } : { code: 1, isIn: true },
        );
        expect(beside.stdout + beside.stderr).toMatch(mongoUri ? /no longer sign in/ : /in use/);
        expect(await ask(ME, {}, 'me')).toBeNull();
      } finally {
        hub.child.kill('SIGTERM');
        await hub.ended;
      }

      const csv = await saberes(['audit', 'export'], settings);
      expect(csv.stdout).toMatch(/^at,memberId,action,target,outcome,address,note\r\n/);
      for (const action of ['member.create', 'invitation.accept', 'password.reset']) {
        expect(csv.stdout).toContain(`"${action}"`);
      }
      const late = ['audit', 'export', '--format', 'jsonl', '--since', '2100-01-01'];
      expect(await saberes(late, settings)).toMatchObject({ code: 0, stdout: '' });
    });
  },
);
