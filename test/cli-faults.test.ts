import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolders, freePort, type Running, saberes, start } from './support/cli.js';

describe('saberes beside a hub that runs', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let settings: { readonly DATA_DIR: string; readonly PORT: string };
  let hub: Running;

  beforeAll(async () => {
    folders = await createFolders();
    settings = { DATA_DIR: folders.path('served'), PORT: await freePort() };
    hub = start(['serve'], settings);
    await hub.until(/is ready/);
  });
  afterAll(async () => {
    hub.child.kill('SIGKILL');
    await hub.ended;
    await folders.remove();
  });

  it.each(['seed', 'reindex', 'export', 'serve'])(
    'keeps a second process off the data folder: %s',
    async (verb) => {
      const { code, stderr } = await saberes([verb], { ...settings, PORT: '0' });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The data folder .* is in use by process \d+; .*\n$/);
    },
  );

  it('says that a port is taken', async () => {
    const other = { DATA_DIR: folders.path('other'), PORT: settings.PORT };
    const { code, stderr } = await saberes(['serve'], other);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      `Port ${settings.PORT} is taken by another program. Set PORT to a free one.`,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('has the hub that runs answer a search, and says so', async () => {
    const { code, stdout, stderr } = await saberes(['search', 'ACPI', '--json'], settings);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).search.edges[0].node.slug).toMatch(/^apci-/);
    expect(stderr).toBe(
      `The data folder is in use; this is the answer of the hub at http://localhost:${settings.PORT}.\n`,
    );
  });

  it('tells how to give the address of a hub that it cannot find', async () => {
    const elsewhere = { ...settings, PORT: await freePort() };
    const lost = await saberes(['search', 'ACPI'], elsewhere);
    expect(lost.code).toBe(1);
    expect(lost.stderr).toMatch(/is in use by process .* --url http:\/\/localhost:4000\n$/);
    const url = `http://localhost:${settings.PORT}/`;
    const told = await saberes(['search', 'ACPI', '--url', url, '--lang', 'en'], elsewhere);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toContain('Case study');
  });

  it('examines the hub that runs', async () => {
    const { code, stdout } = await saberes(['doctor', '--json'], settings);
    expect(JSON.parse(stdout).checks).toContainEqual({
      name: 'Hub',
      status: 'ok',
      found: `answers at http://localhost:${settings.PORT}`,
    });
    expect(code).toBe(0);
  });

  it('stops when it is asked to', async () => {
    hub.child.kill('SIGTERM');
    expect(await hub.ended).toMatchObject({ code: 0 });
  });
});

describe('saberes seed, killed in the middle', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let whole: readonly string[];

  /** All records but the numbers and moments that say how often they were written. */
  const records = async (DATA_DIR: string) => {
    const { stdout } = await saberes(['export'], { DATA_DIR });
    const lines = stdout.trimEnd().split('\n').slice(1, -1);
    return lines
      .filter((line) => !line.includes('"_id":"data"'))
      .map((line) => line.replace(/"(updatedAt)":\{[^}]*\}/, '"$1":0'));
  };

  beforeAll(async () => {
    folders = await createFolders();
    await saberes(['seed'], { DATA_DIR: folders.path('whole') });
    whole = await records(folders.path('whole'));
  });
  afterAll(() => folders.remove());

  const written = (pattern: RegExp) => (seed: Running) => seed.until(pattern);
  const there = (file: string) => async (_seed: Running, DATA_DIR: string) => {
    while (!existsSync(join(DATA_DIR, file))) await sleep(1);
  };

  it.each([
    ['before the first record is written', written(/Loading content: 0\//)],
    ['once all records are written', written(/Loading content: ([1-9]\d*)\/\1/)],
    ['while the index is being built', there('search')],
    ['once the index is there', there('search/index')],
  ])('carries on %s', async (moment, reached) => {
    const DATA_DIR = folders.path(moment.replaceAll(' ', '-'));
    const killed = start(['seed'], { DATA_DIR });
    await reached(killed, DATA_DIR);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ code: null, stdout: '' });

    expect(await saberes(['seed'], { DATA_DIR })).toMatchObject({ code: 0 });
    expect(await records(DATA_DIR)).toEqual(whole);
    const { checks } = JSON.parse((await saberes(['doctor', '--json'], { DATA_DIR })).stdout);
    const found = Object.fromEntries(
      checks.map(({ name, status }: { name: string; status: string }) => [name, status]),
    );
    expect(found).toMatchObject({ Content: 'ok', Queue: 'ok', Index: 'ok' });
  });
});

describe('saberes with a data folder that cannot be used', () => {
  it('says so in one line', async () => {
    const folders = await createFolders();
    const file = folders.path('file');
    await writeFile(file, '');
    const { code, stdout, stderr } = await saberes(['seed'], { DATA_DIR: join(file, 'data') });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The data folder .* cannot be written: .*\n$/);
    await folders.remove();
  });
});
