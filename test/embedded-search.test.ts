import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Locale } from '../server/locale.js';
import { Bitmap } from '../server/search/embedded/bitmap.js';
import { createEmbeddedEngine } from '../server/search/embedded/embedded.engine.js';
import { IndexSearch } from '../server/search/embedded/index-search.js';
import { IndexStorage } from '../server/search/embedded/index-storage.js';
import { SearchIndex } from '../server/search/embedded/search-index.js';
import type { SearchDocument, SearchEngine } from '../server/search/search-engine.js';
import { editDistance } from '../server/search/words/spelling.js';
import { readQuery } from '../server/search/words/typed-query.js';
import { searchDocument, searchRequest } from './support/search-documents.js';
import { SEARCH_EXAMPLES } from './support/search-examples.js';

async function* stream(documents: readonly SearchDocument[]) {
  for (const document of documents) yield document;
}

const note = (number: number, title = 'Nota'): SearchDocument =>
  searchDocument({ id: `note-${number}`, texts: { es: { title: `${title} ${number}` } } });

describe('the saved index', () => {
  let folder: string;
  let file: string;
  const engines: SearchEngine[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'saberes-index-'));
    file = join(folder, 'search.index');
  });
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
    await rm(folder, { recursive: true });
  });

  const start = async () => {
    const engine = createEmbeddedEngine({ file });
    engines.push(engine);
    return { engine, state: await engine.open() };
  };
  const built = async (documents: readonly SearchDocument[] = SEARCH_EXAMPLES) => {
    const { engine } = await start();
    await engine.rebuild(stream(documents));
    return engine;
  };
  const ids = async (engine: SearchEngine, query: string) =>
    (await engine.search(searchRequest(query, { first: 100 }))).hits.map(({ id }) => id).sort();
  const journals = async () =>
    (await readdir(folder))
      .filter((name) => name.includes('journal'))
      .map((name) => join(folder, name));

  it('brings back what was acknowledged although the process was killed', async () => {
    const engine = await built();
    await engine.put([note(1), note(2)]);
    await engine.remove(['note-1', 'panama-solidario']);
    // Not closed: all that is left is what lies on disk.
    const { engine: next, state } = await start();
    expect(state).toBe('ready');
    expect(await ids(next, 'nota')).toEqual(['note-2']);
    expect(await ids(next, 'solidario')).toEqual([]);
    expect(await next.versions()).toEqual(await engine.versions());
  });

  it('equals all acknowledged writes when killed at any moment', async () => {
    const path = fileURLToPath(new URL('./support/index-writer.js', import.meta.url));
    const { engine } = await start();
    await engine.rebuild(stream([]));
    await engine.close();
    for (const after of [3, 40, 90, 170]) {
      const writer = fork(path, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const acknowledged: string[] = [];
      writer.on('message', (message) => {
        acknowledged.push(message as string);
        if (acknowledged.length >= after) writer.kill('SIGKILL');
      });
      await once(writer, 'exit');
      const reopened = await start();
      const versions = await reopened.engine.versions();
      expect(reopened.state).toBe('ready');
      expect(acknowledged.length).toBeGreaterThanOrEqual(after);
      for (const [id, version] of lastVersions(acknowledged)) {
        // A write may have arrived whose acknowledgement did not.
        expect(versions.get(id) ?? 0).toBeGreaterThanOrEqual(version);
      }
      await reopened.engine.close();
    }
  });

  it('ignores a last entry that was torn, and goes on behind the whole ones', async () => {
    const engine = await built();
    await engine.put([note(1)]);
    await engine.put([note(2)]);
    const [journal] = await journals();
    const whole = await readFile(journal ?? '');
    await truncate(journal ?? '', whole.length - 7);

    const { engine: next, state } = await start();
    expect(state).toBe('ready');
    expect(await ids(next, 'nota')).toEqual(['note-1']);
    await next.put([note(3)]);
    expect(await ids((await start()).engine, 'nota')).toEqual(['note-1', 'note-3']);
  });

  it('does not read what follows rubbish in a journal', async () => {
    const engine = await built();
    await engine.put([note(1)]);
    await appendFile((await journals())[0] ?? '', Buffer.from('rubbish, not an entry'));
    expect(await ids((await start()).engine, 'nota')).toEqual(['note-1']);
  });

  it.each<[string, (whole: Buffer) => Buffer | string]>([
    ['empty', () => ''],
    ['cut in half', (whole) => whole.subarray(0, whole.length / 2)],
    ['without its end', (whole) => whole.subarray(0, whole.length - 1)],
    ['damaged in the middle', (whole) => Buffer.from(whole).fill(0, 2_000, 2_010)],
    ['something else', () => 'not an index at all, but quite long enough for a header'],
  ])('is missing when its file is %s', async (_, damage) => {
    await (await built()).close();
    await writeFile(file, damage(await readFile(file)));
    const { engine, state } = await start();
    expect(state).toBe('missing');
    expect((await engine.stats()).documents).toBe(0);
  });

  it('is stale when it was written in another format', async () => {
    const storage = new IndexStorage(file, 'an older format');
    await storage.open();
    const index = new SearchIndex();
    index.put(note(1));
    await storage.save(index);
    await storage.close();
    expect((await start()).state).toBe('stale');
  });

  it('stays missing until it was built whole once', async () => {
    const { engine } = await start();
    await engine.put([note(1)]);
    expect(await ids(engine, 'nota')).toEqual(['note-1']);
    await engine.close();
    expect((await start()).state).toBe('missing');
  });

  it('loses nothing when saving failed half-way', async () => {
    const engine = await built();
    await engine.put([note(1)]);
    await mkdir(`${file}.new`);
    await engine.close();
    expect((await journals()).length).toBeGreaterThan(1);

    const { engine: next, state } = await start();
    expect(state).toBe('ready');
    expect(await ids(next, 'nota')).toEqual(['note-1']);
    expect((await next.versions()).size).toBe(SEARCH_EXAMPLES.length + 1);
    await rm(`${file}.new`, { recursive: true });
    await next.put([note(2)]);
    await next.close();
    expect(await journals()).toHaveLength(1);
    expect(await ids((await start()).engine, 'nota')).toEqual(['note-1', 'note-2']);
  });

  it('leaves no journals behind that are not needed', async () => {
    const engine = await built();
    await engine.put([note(1)]);
    await engine.rebuild(stream([note(2)]));
    await engine.close();
    expect(await journals()).toHaveLength(1);
    const { engine: next } = await start();
    expect([...(await next.versions()).keys()]).toEqual(['note-2']);
  });

  it('answers the same after many changes, packed and saved', async () => {
    const engine = await built();
    for (let round = 0; round < 4; round++) {
      const notes = Array.from({ length: 600 }, (_, at) => ({ ...note(at), version: round + 1 }));
      await engine.put(notes);
      await engine.remove(notes.filter((_, at) => at % 3 === round % 3).map(({ id }) => id));
    }
    const before = await ids(engine, 'nota desastres');
    const versions = await engine.versions();
    await engine.close();
    const { engine: next } = await start();
    expect(await next.versions()).toEqual(versions);
    expect(await ids(next, 'nota desastres')).toEqual(before);
    expect(await ids(next, 'protocolo')).toEqual(['ciss-protocol', 'ciss-protocol-draft']);
  });

  it('lets other work go on while it is being built', async () => {
    const { engine } = await start();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const many = Array.from({ length: 1_500 }, (_, at) =>
      searchDocument({
        id: `long-${at}`,
        texts: { es: { title: `Nota ${at}`, body: `palabra${at % 97} otra${at} `.repeat(40) } },
      }),
    );
    await engine.rebuild(stream(many));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

describe('an index in memory', () => {
  it('keeps what is written while its postings are packed, twice at once', async () => {
    const index = new SearchIndex();
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    for (let at = 0; at < 50; at++) index.put(note(at));
    const first = index.pack(pause);
    for (let at = 25; at < 75; at++) index.put({ ...note(at), version: 2 });
    const second = index.pack(pause);
    for (let at = 0; at < 10; at++) index.remove(`note-${at}`);
    await Promise.all([first, second]);
    for (let at = 75; at < 100; at++) index.put(note(at));
    await index.pack(pause);

    const found = new IndexSearch(index).search(searchRequest('nota', { first: 200 }));
    const expected = Array.from({ length: 90 }, (_, at) => `note-${at + 10}`);
    expect(found.hits.map(({ id }) => id).sort()).toEqual([...expected].sort());
    // Slots of what was removed or replaced are used again.
    expect(index.slotCount).toBeLessThan(126);
  });
});

describe('a set of slots', () => {
  it('counts, cuts and unites like a set', () => {
    const [even, third] = [new Bitmap(), new Bitmap()];
    for (let value = 0; value < 300; value += 2) even.add(value);
    for (let value = 0; value < 300; value += 3) third.add(value);
    const both = even.copy();
    both.intersect(third);
    expect(both.count()).toBe(50);
    expect(even.countCommon(third)).toBe(50);
    expect(both.values().slice(-2)).toEqual([288, 294]);
    even.unite(third);
    expect(even.count()).toBe(200);
    even.delete(0);
    expect(even.has(0)).toBe(false);
  });
});

describe('what was typed', () => {
  const words = (query: string, locale = Locale.ES) =>
    readQuery(query, locale).map(({ word }) => word);

  it('counts without its stop words, each word once', () => {
    expect(words('El protocolo de los desastres y el Protocolo')).toEqual([
      'protocolo',
      'desastres',
    ]);
  });

  it('keeps the Spanish south although it is a preposition in French', () => {
    expect(words('cooperación sur-sur')).toEqual(['cooperación', 'sur']);
    expect(words('la coopération sur les vaccins et la santé', Locale.ES)).not.toContain('sur');
  });

  it('knows acronyms by their capitals, but not when everything is in capitals', () => {
    const acronyms = (query: string) =>
      readQuery(query, Locale.ES).filter((word) => word.isAcronym);
    expect(acronyms('protocolo de la CISS').map(({ word }) => word)).toEqual(['ciss']);
    expect(acronyms('PROTOCOLO DE DESASTRES')).toEqual([]);
    expect(acronyms('CISS')).toHaveLength(1);
  });

  it('is read only so far', () => {
    const many = Array.from({ length: 500 }, (_, at) => `palabra${at}`).join(' ');
    expect(readQuery(many, Locale.ES)).toHaveLength(32);
  });

  it.each([
    ['protocolo', 'protcolo', 1],
    ['protocolo', 'protoclo', 1],
    ['protocolo', 'portocolo', 1],
    ['protocolo', 'proctoloco', 3],
  ])('%s and %s are %d edits apart', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
  });
});

function lastVersions(acknowledged: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    acknowledged.map((line) => {
      const [id, version] = line.split(' ');
      return [id ?? '', Number(version)] as const;
    }),
  );
}
