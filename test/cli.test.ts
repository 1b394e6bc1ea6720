import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { CliProcess, type CliSettings, ServingHub } from './support/cli-process.js';
import { PLATFORMS } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';

const run = (args: readonly string[], settings?: CliSettings) => CliProcess.run(args, settings);

const NOWHERE = 'mongodb://ana:hidden-word@127.0.0.1:1/saberes';

let root: string;
/** Holds the shipped content; tests leave it as it is. */
let filled: CliSettings;
let exported: string;
/** Begun first, since it tries for ten seconds. */
let refusal: ReturnType<typeof run>;
let expected: readonly string[];

const folder = async (): Promise<CliSettings> => ({ DATA_DIR: await mkdtemp(join(root, 'hub-')) });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'saberes-cli-'));
  refusal = run(['seed'], { ...(await folder()), MONGODB_URI: NOWHERE });
  filled = await folder();
  exported = join(root, 'everything.jsonl');
  await run(['seed'], filled);
  await run(['export', exported], filled);
  expected = await holdings(filled);
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface DoctorReport {
  readonly isWell: boolean;
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly checks: readonly { readonly name: string; readonly found: string }[];
}

async function examined(settings: CliSettings): Promise<DoctorReport> {
  return JSON.parse((await run(['doctor', '--json'], settings)).out) as DoctorReport;
}

/** What a hub holds and has indexed, in words that are the same for equal hubs. */
async function holdings(settings: CliSettings): Promise<readonly string[]> {
  const { checks } = await examined(settings);
  const names = ['Records', 'Content', 'Queue', 'Index'];
  return names.map((name) => checks.find((check) => check.name === name)?.found ?? `no ${name}`);
}

const QUESTIONS = [
  '{ hub { counts { items actors countries thematicAreas events } } }',
  '{ knowledgeItems(first: 40) { totalCount nodes { id slug title summary publishedAt countries { code name } themes { code name } } } }',
  '{ search(query: "protcolo desastres seguridad social", first: 10) { totalCount edges { node { id title } } facets(fields: [KIND, COUNTRY, THEME]) { field values { value label count } } } }',
  'query @inContext(language: PT) { search(query: "aquisicao conjunta", first: 5) { edges { node { id title } } } }',
];

async function answersOf(settings: CliSettings): Promise<readonly unknown[]> {
  const hub = await ServingHub.start(settings);
  const answers: unknown[] = [];
  for (const question of QUESTIONS) answers.push(await hub.ask(question));
  expect(answers).not.toContainEqual(expect.objectContaining({ errors: expect.anything() }));
  expect(await hub.stop()).toBe(0);
  return answers;
}

async function drop(database: string): Promise<void> {
  const client = await mongo.MongoClient.connect(database);
  await client.db().dropDatabase();
  await client.close();
}

describe('saberes seed and search', () => {
  it('writes nothing the second time', async () => {
    expect(await run(['seed'], filled)).toMatchObject({
      code: 0,
      out: 'Nothing changed: the content was loaded already.\n',
    });
  });

  it('shows what it found as a table with labels in the asked language', async () => {
    const { code, out } = await run(['search', 'aquisicao conjunta', '--lang', 'pt'], filled);

    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ found/);
    expect(out.split('\n').find((line) => /^\s*1 /.test(line))).toMatch(/COMISCA/i);
    expect(out).toMatch(/^kind .*Lição/m);
  });

  it('prints the plain answer of the API with --json', async () => {
    const { out } = await run(['search', 'ACPI', '--lang', 'pt', '--json'], filled);

    const { search } = JSON.parse(out) as { search: { edges: unknown[]; totalCount: number } };
    expect(search.totalCount).toBeGreaterThan(0);
    expect(JSON.stringify(search.edges[0])).toContain('APCI');
  });

  it('says how each command is used', async () => {
    const names = 'serve seed search reindex export import user audit doctor';
    const commands = names.split(' ');
    const helps = await Promise.all(commands.map((command) => run([command, '--help'])));
    for (const { code, out } of helps) {
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
    }
  });
});

describe('saberes export and import', () => {
  for (const { name, mongoUri } of PLATFORMS.filter(({ meiliUrl }) => !meiliUrl)) {
    it(`brings everything into another hub, which then answers the same (${name})`, async () => {
      const database = mongoUri && withDatabase(mongoUri, freshDatabase('cli'));
      const other = { ...(await folder()), SEED: 'never', MONGODB_URI: database ?? '' };
      try {
        expect(await run(['import', exported], other)).toMatchObject({ code: 0 });

        expect(await holdings(other)).toEqual(expected);
        expect(await answersOf(other)).toEqual(await answersOf(filled));
        expect(await run(['import', exported, '--replace'], other)).toMatchObject({
          code: 0,
          out: expect.stringMatching(/^Imported: 0 records written/),
        });
      } finally {
        if (database) await drop(database);
      }
    });
  }

  it('writes nothing from a file that is cut off or damaged, and says where it is wrong', async () => {
    const other = await folder();
    const lines = (await readFile(exported, 'utf8')).trimEnd().split('\n');
    const cut = join(root, 'cut.jsonl');
    const damaged = join(root, 'damaged.jsonl');
    await writeFile(cut, lines.slice(0, -1).join('\n'));
    await writeFile(damaged, lines.with(4, '{"collection":"countries"}').join('\n'));

    const refused = [await run(['import', cut], other), await run(['import', damaged], other)];

    expect(refused.map(({ code }) => code)).toEqual([1, 1]);
    expect(refused[0]?.err).toContain('the file is cut off');
    expect(refused[1]?.err).toContain(`${damaged}:5: `);
    expect((await holdings(other))[0]).toMatch(/^0 knowledge records/);
  });
});

describe('saberes doctor', () => {
  it('finds everything well after seeding, and hides secrets', async () => {
    const secrets = { MEILI_API_KEY: 'top-secret-key' };
    const { code, out } = await run(['doctor', '--json'], { ...filled, ...secrets });

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ isWell: true });
    expect(out).not.toContain('top-secret-key');
  });

  it('says what to do about an empty hub and makes nothing', async () => {
    const missing = join(root, 'never-made');
    const { code, out } = await run(['doctor'], { DATA_DIR: missing });

    expect(code).toBe(1);
    expect(out).toContain('Run "saberes seed"');
    await expect(readFile(missing)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('asks the hub that runs on the folder', async () => {
    const hub = await ServingHub.start(filled);
    try {
      const { checks, isWell } = await examined({ ...filled, PUBLIC_URL: hub.url });

      expect(checks).toContainEqual(expect.objectContaining({ name: 'Hub', status: 'ok' }));
      expect(isWell).toBe(true);
    } finally {
      await hub.stop();
    }
  });
});

describe('a start that cannot succeed', () => {
  it('lists every wrong setting', async () => {
    const { code, err } = await run(['serve'], { PORT: 'many', SEED: 'maybe', MEILI_URL: 'x' });

    expect(code).toBe(1);
    for (const name of ['PORT', 'SEED', 'MEILI_URL']) expect(err).toContain(`  ${name}: `);
    expect(err).not.toContain('    at ');
  });

  it('says in one line that the folder is in use or the port is taken', async () => {
    const hub = await ServingHub.start(filled);
    try {
      const port = new URL(hub.url).port;
      const second = await run(['serve'], { ...filled, PORT: '0', LOG_LEVEL: 'silent' });
      const third = await run(['serve'], {
        ...(await folder()),
        PORT: port,
        LOG_LEVEL: 'silent',
      });

      expect(second).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^.* is in use by .*\n$/),
      });
      expect(third).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^Port \d+ is taken.*\n$/),
      });
      expect(await hub.ask('{ hub { name } }')).toEqual({ data: { hub: { name: 'Saberes' } } });
    } finally {
      await hub.stop();
    }
  });

  it('says in one line that the data folder is foreign, damaged or no folder', async () => {
    const [foreign, damaged, file] = [
      join(root, 'foreign'),
      join(root, 'damaged'),
      join(root, 'f'),
    ];
    for (const place of [foreign, damaged]) await mkdir(join(place, 'store'), { recursive: true });
    await writeFile(join(foreign, 'store', 'FORMAT'), 'something-else 3\n');
    await writeFile(join(damaged, 'store', 'FORMAT'), 'saberes-embedded-store 1\n');
    await writeFile(join(damaged, 'store', 'data.mdb'), Buffer.alloc(50_000, 7));
    await writeFile(file, '');
    await chmod(file, 0o400);

    for (const DATA_DIR of [foreign, damaged, file]) {
      const { code, err } = await run(['seed'], { DATA_DIR });
      expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 });
      expect(err).toMatch(/^The data (folder|file) /);
    }
  });

  it('gives up on a MongoDB that cannot be reached, without showing its password', async () => {
    const { code, err } = await refusal;

    expect(code).toBe(1);
    expect(err).toMatch(/^MongoDB at 127\.0\.0\.1:1 cannot be reached\..*\n$/);
    expect(err).not.toContain('hidden-word');
  });
});

describe('a process that ends', () => {
  it.each([0, 100, 400])(
    'is complete after a kill %i ms into loading and another start',
    async (milliseconds) => {
      const settings = await folder();
      const cut = new CliProcess(['seed'], settings);
      await cut.says(/Loading content: 0\//);
      await sleep(milliseconds);
      cut.child.kill('SIGKILL');
      await cut.ended;

      expect(await run(['seed'], settings)).toMatchObject({ code: 0 });

      expect(await holdings(settings)).toEqual(expected);
    },
  );

  it('finishes a request in flight on SIGTERM and takes no new one', async () => {
    const hub = await ServingHub.start(filled);
    const body = JSON.stringify({ query: '{ hub { name } }' });
    const flight = request(`${hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        expect: '100-continue',
      },
    });
    flight.flushHeaders();
    await once(flight, 'continue');
    const answered = once(flight, 'response');

    const stopped = hub.stop();
    while (await fetch(`${hub.url}/health/live`).catch(() => null)) await sleep(20);
    flight.end(body);
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(200);
    // A stop that had to be forced after ten seconds ends with 1.
    expect(await stopped).toBe(0);
  });

  it('loads nothing and builds no index when it starts again', async () => {
    const hub = await ServingHub.start(filled);
    await hub.stop();

    expect(hub.command.err).not.toContain('Loading content');
    expect(hub.command.out).not.toContain('the search index was built');
  });
});
