import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolders, type Settings, saberes } from './support/cli.js';
import { NEWEST } from './support/partners.js';
import { PLATFORMS } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';

const QUERY = `query ($country: [CountryCode!], $first: Int = 3) {
  knowledgeItems(filter: { countries: $country }, first: $first) { nodes { title url } }
}`;

describe.each(PLATFORMS.filter(({ meiliUrl }) => !meiliUrl))(
  'saberes partner ($name)',
  ({ mongoUri }) => {
    let folders: Awaited<ReturnType<typeof createFolders>>;
    let settings: Settings;
    let partner: string;
    beforeAll(async () => {
      folders = await createFolders();
      const database: Settings = mongoUri
        ? { MONGODB_URI: withDatabase(mongoUri, freshDatabase('cli')) }
        : {};
      settings = { DATA_DIR: folders.path('data'), ...database };
      await saberes(['seed'], settings);
      const more = ['--of', 'amexcid', '--origin', 'https://WWW.agua.example/'];
      const { stdout } = await run('register', 'Portal', '--contact', 'a@agua.example', ...more);
      partner = stdout.trim();
    }, 60_000);
    afterAll(() => folders.remove());

    const run = (...args: readonly string[]) => saberes(['partner', ...args], settings);

    it('registers a partner, lists it and shows it', async () => {
      expect(partner).toMatch(/^ptr_/);
      expect((await run('list')).stdout).toMatch(
        new RegExp(`${partner}\\s+Portal\\s+act_amexcid\\s+0\\s+https://www\\.agua\\.example`),
      );
      expect((await run('show', partner)).stdout).toContain('Contact: a@agua.example');
    });

    it('adds origins and removes them', async () => {
      const added = await run('origin', 'add', partner, 'https://*.agua.example');
      expect(added.stdout).toBe('https://www.agua.example\nhttps://*.agua.example\n');

      const removed = await run('origin', 'remove', partner, 'https://*.agua.example');
      expect(removed.stdout).toBe('https://www.agua.example\n');
    });

    it('removes an origin however it is spelled, and says where it is none', async () => {
      await run('origin', 'add', partner, 'https://old.agua.example');

      const unknown = await run('origin', 'remove', partner, 'https://agua.example');
      const removed = await run('origin', 'remove', partner, 'https://OLD.agua.example/');

      expect(unknown).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('is not among its origins: https://www.agua.example'),
      });
      expect(removed.stdout).toBe('https://www.agua.example\n');
    });

    it('makes a key that is told once, and revokes it', async () => {
      const key = (await run('key', 'create', partner, '--kind', 'secret')).stdout.trim();
      expect(key).toMatch(/^sabs_[\w-]{43}$/);
      const { stdout } = await run('show', partner, '--json');
      const { keys } = JSON.parse(stdout) as { keys: readonly { _id: string; hash?: string }[] };
      expect(keys).toMatchObject([{ kind: 'SECRET', lastFour: key.slice(-4) }]);
      expect(stdout).not.toContain('hash');
      expect(stdout).not.toContain(key);

      expect(await run('key', 'revoke', partner, keys[0]?._id ?? '')).toMatchObject({ code: 0 });

      expect((await run('show', partner)).stdout).toContain('Keys: none');
    });

    it('saves a query from a file or from standard input, activates and retires it', async () => {
      const file = folders.path('water.graphql');
      await writeFile(file, QUERY);
      const values = ['--open', 'country=GT', '--open', 'country=HN', '--value', 'first=5'];
      const saved = await run(
        'query',
        'save',
        partner,
        'cli-water',
        file,
        '--title',
        'Agua',
        ...values,
      );
      expect(saved).toMatchObject({ code: 0, stdout: expect.stringContaining('saved (draft)') });
      expect((await run('query', 'activate', 'cli-water')).stdout).toBe(
        'cli-water is active now.\n',
      );
      const again = ['partner', 'query', 'save', partner, 'cli-water', '--title', 'Nuevo'];
      expect(await saberes(again, settings, NEWEST)).toMatchObject({
        stdout: 'cli-water is saved (active).\n',
      });
      await run('query', 'retire', 'cli-water');

      expect((await run('query', 'list', partner)).stdout).toMatch(/cli-water\s+retired\s+Nuevo/);
      const { stdout } = await run('query', 'list', partner, '--json');
      const documentId = createHash('sha256').update(NEWEST).digest('hex');
      expect(JSON.parse(stdout)).toMatchObject([{ _id: 'cli-water', version: 4, documentId }]);
    });

    it('says that nothing was asked for yet', async () => {
      expect(
        (await run('usage', partner, '--since', '2026-01-01', '--until', '2026-01-31')).stdout,
      ).toBe('Nothing was asked for from 2026-01-01 to 2026-01-31.\n');
      expect(JSON.parse((await run('usage', partner, '--json')).stdout)).toMatchObject({
        days: [],
      });
    });

    it('removes a partner with its queries, whose ids are free again', async () => {
      const register = ['register', 'Otro', '--contact', 'b@agua.example'];
      const gone = (await run(...register)).stdout.trim();
      const file = folders.path('gone.graphql');
      await writeFile(file, NEWEST);
      const save = (id: string) => run('query', 'save', id, 'cli-gone', file, '--title', 'X');
      await save(gone);

      expect(await run('remove', gone)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /^Nothing was removed. Otro .* 0 keys, 1 stored queries .*--yes/,
        ),
      });
      expect((await run('show', gone)).stdout).toContain('Otro');

      expect((await run('remove', gone, '--yes')).stdout).toBe(`Otro (${gone}) has gone.\n`);

      expect((await run('show', gone)).stderr).toContain(`no partner "${gone}"`);
      expect(await save(partner)).toMatchObject({ code: 0 });
    });

    it.each([
      [['remove', 'ptr_none'], /no partner "ptr_none"/],
      [['show', 'ptr_none'], /no partner "ptr_none"/],
      [['register', 'X', '--contact', 'nobody'], /not an e-mail address/],
      [
        ['register', 'X', '--contact', 'a@b.example', '--of', 'nowhere'],
        /no institution "nowhere"/,
      ],
      [
        ['register', 'X', '--contact', 'a@b.example', '--origin', 'http://b.example'],
        /is no origin/,
      ],
      [['key', 'create', 'ptr_none'], /no partner "ptr_none"/],
      [['query', 'activate', 'none'], /no stored query "none"/],
      [['query', 'save', 'ptr_none', 'x', '--title', 'X', '--value', 'first'], /name=value/],
      [['usage', 'ptr_none', '--since', 'yesterday'], /no day "yesterday"/],
      [['usage', 'ptr_none', '--until', '2026-02-31'], /no day "2026-02-31"/],
    ])('refuses in a readable line: %j', async (args, message) => {
      const { code, stderr } = await run(...args);

      expect(code).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at /);
    });
  },
);
