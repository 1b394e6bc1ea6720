import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolders, type Ended, saberes } from './support/cli.js';

interface Found {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly node: {
      readonly title: string;
      readonly kind: string;
      readonly countries: readonly object[];
      readonly shownIn: object;
    };
  }[];
  readonly facets: readonly { field: string; values: readonly { label: string }[] }[];
}

const VERBS = ['serve', 'seed', 'search', 'reindex', 'export', 'import', 'doctor'];

describe('The command saberes', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let seeded: { readonly DATA_DIR: string };
  let firstSeed: Ended;
  let unreachable: Promise<Ended>;

  beforeAll(async () => {
    folders = await createFolders();
    seeded = { DATA_DIR: folders.path('seeded') };
    unreachable = saberes(['reindex'], {
      DATA_DIR: folders.path('unused'),
      MONGODB_URI: 'mongodb://ada:secret@127.0.0.1:1/saberes',
    });
    firstSeed = await saberes(['seed'], seeded);
  });
  afterAll(() => folders.remove());

  const found = async (args: readonly string[]): Promise<Found> => {
    const { stdout } = await saberes(['search', ...args, '--json'], seeded);
    return (JSON.parse(stdout) as { search: Found }).search;
  };

  it('lists its commands, and explains each with examples', async () => {
    const [all, ...each] = await Promise.all(
      [[], ...VERBS.map((verb) => [verb])].map((verb) => saberes([...verb, '--help'], {})),
    );
    for (const verb of VERBS) expect(all?.stdout).toContain(`  ${verb}`);
    for (const help of each) {
      expect(help.code).toBe(0);
      expect(help.stdout).toContain('Examples:');
    }
  });

  it('answers an unknown command or option in words', async () => {
    const command = await saberes(['serach', 'x'], {});
    expect(command).toMatchObject({ code: 1, stdout: '' });
    expect(command.stderr).toContain("unknown command 'serach'\n(Did you mean search?)");
    const option = await saberes(['search', 'x', '--frist', '3'], {});
    expect(option).toMatchObject({ code: 1, stdout: '' });
    expect(option.stderr).toContain("unknown option '--frist'\n(Did you mean --first?)");
    const kind = await saberes(['search', 'x', '--kind', 'recipe'], {});
    expect(kind.stderr).toContain('Allowed are BEST_PRACTICE, CASE_STUDY');
  });

  it('says all that is wrong with the settings, without a stack', async () => {
    const settings = { PORT: 'abc', MONGODB_URI: 'localhost', DATA_DIR: folders.path('none') };
    const { code, stdout, stderr } = await saberes(['serve'], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/PORT: .*\n.*MONGODB_URI: has to start with mongodb:/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('seeds once, shows how far it is, and writes nothing the second time', async () => {
    expect(firstSeed.code).toBe(0);
    expect(firstSeed.stdout).toMatch(/^Written: \d+ knowledge records; \d+ countries, .*\n$/);
    expect(firstSeed.stderr).toMatch(/^Loading content: (\d+)\/\1$/m);
    const again = await saberes(['seed'], seeded);
    expect(again).toEqual({
      code: 0,
      stdout: 'Nothing changed: the content was loaded already.\n',
      stderr: '',
    });
  });

  it('refuses content with a problem, by file and line, and writes nothing', async () => {
    const content = folders.path('content');
    await mkdir(content);
    await writeFile(`${content}/hazards.yaml`, '- code: FLOOD\n  nombre: Inundación\n');
    const settings = { DATA_DIR: folders.path('refused') };
    const { code, stderr } = await saberes(['seed', '--dir', content], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(/hazards\.yaml:\d+: /);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect((await saberes(['search', 'x'], settings)).stderr).toBe(
      'This hub holds no records yet. Load them: saberes seed\n',
    );
  });

  it('shows what was found as an aligned table with facets', async () => {
    const { code, stdout, stderr } = await saberes(
      ['search', 'protcolo desastres seguridad social', '--first', '3'],
      seeded,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^\d+ found, the first 3$/);
    const head = lines.findIndex((line) => line.startsWith('#'));
    const first = lines[head + 1] ?? '';
    expect(first).toMatch(/^1 {2}.*Protocolo .* ciss-disaster-protocol$/);
    expect(first.indexOf('ciss-disaster-protocol')).toBe(lines[head]?.indexOf('Slug'));
    expect(stdout).toMatch(/^kind {7}.*Protocolo \d+/m);
  });

  it('answers in the asked language, and as JSON just as the API does', async () => {
    const { edges, facets } = await found(['aquisicao conjunta', '--lang', 'pt']);
    expect(edges[0]?.node).toMatchObject({ shownIn: { locale: 'PT', isFallback: false } });
    expect(edges[0]?.node.title).toMatch(/aquisição conjunta/i);
    const kinds = facets.find(({ field }) => field === 'KIND')?.values ?? [];
    expect(kinds.map(({ label }) => label)).toContain('Estudo de caso');
  });

  it('narrows a search by kind and country', async () => {
    const { edges } = await found(['', '--kind', 'case_study', '--country', 'cr', '--first', '50']);
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) {
      expect(node.kind).toBe('CASE_STUDY');
      expect(node.countries).toContainEqual(expect.objectContaining({ code: 'CR' }));
    }
  });

  it('says so when nothing is found', async () => {
    const { code, stdout } = await saberes(['search', 'xyzq'], seeded);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Nothing found for "xyzq".\n' });
  });

  it('rebuilds the search index', async () => {
    const { totalCount } = await found(['']);
    const { code, stdout, stderr } = await saberes(['reindex'], seeded);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^Indexed ${totalCount} records in \\d+\\.\\d s \\(embedded search\\)\\.\n$`),
    );
    expect(stderr).toMatch(new RegExp(`^Indexing: ${totalCount}/${totalCount}$`, 'm'));
  });

  it('finds nothing wrong with a hub that is whole, and hides secrets', async () => {
    const settings = { ...seeded, PUBLIC_URL: 'https://ada:secret@hub.example' };
    const { code, stdout } = await saberes(['doctor'], settings);
    expect({ code, end: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      end: 'All is well.',
    });
    expect(stdout).not.toContain('secret');
  });

  it('says what is wrong with a hub that is not, and what to do', async () => {
    const { code, stdout } = await saberes(['doctor', '--json'], { DATA_DIR: folders.path('new') });
    const { isWell, checks } = JSON.parse(stdout);
    expect({ code, isWell }).toEqual({ code: 1, isWell: false });
    const records = checks.find(({ name }: { name: string }) => name === 'Records');
    expect(records).toMatchObject({ status: 'wrong' });
    expect(records.advice).toContain('saberes seed');
  });

  it('gives up on a MongoDB that does not answer, in one line without its password', async () => {
    expect(await unreachable).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'MongoDB at 127.0.0.1:1 cannot be reached. Check that it runs and that MONGODB_URI is right.\n',
    });
  });
});
