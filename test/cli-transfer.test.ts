import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOperation } from '../schema/operations/operation-file.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { createFolders, type Settings, saberes } from './support/cli.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase, realMongoOfThisRun } from './support/running-mongo.js';

const QUESTIONS = [
  [Locale.ES, { query: 'protcolo desastres seguridad social' }],
  [Locale.PT, { query: 'aquisicao conjunta' }],
  [Locale.EN, { query: 'ACPI' }],
  [Locale.FR, { query: 'coopération triangulaire', first: 50 }],
  [Locale.ES, { query: '', first: 100 }],
  [Locale.ES, { query: 'xyzq' }],
] as const;

/** What the hub with these settings answers in search, in the four languages. */
async function answers(settings: Settings): Promise<readonly unknown[]> {
  const hub = await createHub(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
  try {
    await hub.prepare();
    await hub.indexer.settle();
    const search = readOperation('search');
    return await Promise.all(
      QUESTIONS.map(([locale, variables]) => hub.execute(search, variables, locale)),
    );
  } finally {
    await hub.stop();
  }
}

/** Lines of an export but those that tell when and how often it was written. */
const recordsOf = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .filter((line) => !line.includes('"_id":"data"'));

/** An export with other records, its closing line set right. */
function closed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: true, documents: lines.length - 1, sha256 })}\n`;
}

const real = await realMongoOfThisRun();

describe('saberes export and import', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let from: Settings;
  let file: string;
  let text: string;
  let lines: readonly string[];
  let expected: readonly unknown[];

  beforeAll(async () => {
    folders = await createFolders();
    from = { DATA_DIR: folders.path('from') };
    file = folders.path('saberes.jsonl');
    await saberes(['seed'], from);
    await saberes(['export', file], from);
    text = await readFile(file, 'utf8');
    lines = text.trimEnd().split('\n').slice(0, -1);
    expected = await answers(from);
  });
  afterAll(async () => {
    await real?.stop();
    await folders.remove();
  });

  /** Writes a changed export and tries to import it into a hub of its own. */
  const tryImport = async (name: string, changed: string, ...more: string[]) => {
    const path = folders.path(`${name}.jsonl`);
    const settings = { DATA_DIR: folders.path(name) };
    await writeFile(path, changed);
    const { code, stdout, stderr } = await saberes(['import', path, ...more], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const left = await saberes(['export'], settings);
    expect(recordsOf(left.stdout)).toEqual([]);
    return stderr.slice(stderr.indexOf('Nothing was imported:')).replaceAll(path, 'FILE');
  };

  it('writes a header, records with typed dates, and a closing line with a checksum', async () => {
    const [first = '', ...rest] = lines;
    const header = JSON.parse(first);
    expect(header).toMatchObject({ saberes: expect.any(String), format: 3 });
    expect(header.counts).toMatchObject({ countries: 33 });
    const items = rest.filter((line) => line.includes('"collection":"knowledge_items"'));
    expect(items).toHaveLength(header.counts.knowledge_items);
    expect(JSON.parse(items[0] ?? '').document.updatedAt).toEqual({ $date: expect.any(String) });
    expect(text).not.toContain('unindexedSince');
    expect(text).not.toContain('"_id":"indexing"');
    expect(closed(lines)).toBe(text);
    expect((await readdir(dirname(file))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('brings the same records and answers into another folder, again and again', async () => {
    const to = { DATA_DIR: folders.path('to') };
    const first = await saberes(['import', '-'], to, text);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toBe(`Imported: ${lines.length - 1} records written, 0 were the same.\n`);
    expect(await answers(to)).toEqual(expected);
    expect(recordsOf((await saberes(['export'], to)).stdout)).toEqual(recordsOf(text));

    const second = await saberes(['import', file], to);
    expect(second.stdout).toBe(`Imported: 0 records written, ${lines.length - 1} were the same.\n`);
    expect(await saberes(['seed'], to)).toMatchObject({
      stdout: 'Nothing changed: the content was loaded already.\n',
    });
  });

  it('removes nothing unless told to, and then what the file does not hold', async () => {
    const settings = { DATA_DIR: folders.path('replaced') };
    await saberes(['import', file], settings);
    const fewer = folders.path('fewer.jsonl');
    const without = lines.filter((line) => !line.includes('"slug":"ciss-disaster-protocol"'));
    expect(lines.length - without.length).toBe(1);
    await writeFile(fewer, closed(without));
    const search = ['search', 'protocolo desastres seguridad social'];

    expect((await saberes(['import', fewer], settings)).stdout).not.toContain('removed');
    expect((await saberes(search, settings)).stdout).toMatch(/ciss-disaster-protocol$/m);
    expect((await saberes(['import', fewer, '--replace'], settings)).stdout).toContain('1 removed');
    expect((await saberes(search, settings)).stdout).not.toMatch(/ciss-disaster-protocol$/m);
    expect((await saberes(['doctor'], settings)).stdout).toMatch(/^ok {5}Index/m);
  });

  it('goes back to an older state, which search then knows, too', async () => {
    const settings = { DATA_DIR: folders.path('restored') };
    const newer = folders.path('newer.jsonl');
    const changed = lines.map((line) => {
      if (!line.includes('"slug":"ciss-disaster-protocol"')) return line;
      return line.replace(/"version":\d+/, '"version":9').replaceAll(/[Dd]esastre/g, 'naufragio');
    });
    await writeFile(newer, closed(changed));
    await saberes(['import', newer], settings);
    expect(await answers(settings)).not.toEqual(expected);

    await saberes(['import', file], settings);

    expect(await answers(settings)).toEqual(expected);
  });

  it('notices a file that is cut off before it writes anything', async () => {
    expect(await tryImport('cut', text.slice(0, text.length / 2))).toMatch(
      /\nFILE:\d+: .* is missing\n$/,
    );
    expect(await tryImport('unclosed', lines.map((line) => `${line}\n`).join(''))).toBe(
      `Nothing was imported:\nFILE:${lines.length}: the file is cut off: its closing line is missing\n`,
    );
  });

  it('notices a file that was changed on its way', async () => {
    const changed = text.replace('ciss-disaster-protocol', 'ciss-disaster-protocal');
    expect(await tryImport('changed', changed)).toContain('the checksum differs');
  });

  it('names file and line of each record that is wrong', async () => {
    const wrong = [
      lines[0] ?? '',
      '{"collection":"recipes","document":{"_id":"a"}}',
      '{"collection":"events","document":{"name":"x"}}',
      '{"collection":"events","document":{"_id":"evt_x","slug":"x","name":{"es":"X"},"organizers":[],"colour":"red"}}',
      '{"collection":"hub_state","document":{"_id":"indexing","until":"2020-12-04"}}',
      'not JSON',
    ];
    const [, ...problems] = (await tryImport('wrong', closed(wrong))).trimEnd().split('\n');
    expect(problems).toEqual([
      'FILE:2: there is no collection "recipes"',
      'FILE:3: a line needs "collection" and "document" with "_id"',
      expect.stringMatching(/^FILE:4: evt_x: .*colour/),
      expect.stringMatching(/^FILE:5: indexing: /),
      'FILE:6: this is not JSON',
    ]);
  });

  it('refuses what is no export, and a file that is not there, in one line', async () => {
    expect(await tryImport('other', '{"name":"other"}\n', '--as', 'backup')).toBe(
      'Nothing was imported:\nFILE:1: this is no export of a hub\n',
    );
    const missing = folders.path('missing.jsonl');
    const { code, stderr } = await saberes(['import', missing], from);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `There is no such file or folder: ${missing}\n`,
    });
  });

  if (real === null) {
    it.todo('moves an embedded hub to MongoDB, when there is one');
  } else {
    it('moves an embedded hub to MongoDB with the same records and answers', async () => {
      const MONGODB_URI = withDatabase(real.uri, freshDatabase('cli'));
      const to = { DATA_DIR: folders.path('mongo'), MONGODB_URI };
      expect(await saberes(['import', file], to)).toMatchObject({ code: 0 });
      expect(await answers(to)).toEqual(expected);
      expect(recordsOf((await saberes(['export'], to)).stdout)).toEqual(recordsOf(text));
    });
  }
});
