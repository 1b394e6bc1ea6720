import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { type Note, withClient, withStoreIn } from './support/embedded-notes.js';
import { StoreProcess } from './support/store-process.js';

let folder: string;
let started: StoreProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-faults-'));
});
afterEach(async () => {
  for (const store of started) await store.kill();
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

async function startProcess(shell?: string): Promise<StoreProcess> {
  const store = await StoreProcess.start(folder, shell);
  started.push(store);
  return store;
}

const withStore = <T>(use: (store: EmbeddedStore) => Promise<T>) => withStoreIn(folder, use);
const start = () => startEmbeddedStore({ dataDir: folder });

async function writeSome(count: number): Promise<void> {
  await withStore(({ uri }) =>
    withClient(uri, async (notes) => {
      const text = 'x'.repeat(500);
      await notes.insertMany(Array.from({ length: count }, (_, at) => ({ _id: `n${at}`, text })));
    }),
  );
}

describe('a store that is killed', () => {
  it('has every write that it acknowledged, and none of them by half', async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const store = await startProcess();
      await withClient(store.uri, async (notes) => {
        await notes.createIndexes([{ key: { slug: 1 }, name: 'slug', unique: true }]);
        const insert = async (lane: number) => {
          for (let at = 0; ; at++) {
            const _id = `${round}-${lane}-${at}`;
            await notes.insertOne({ _id, text: 'kept', slug: `slug-${_id}` });
            acknowledged.add(_id);
            if (acknowledged.size >= (round + 1) * 60) return store.kill();
          }
        };
        const lanes = Array.from({ length: 8 }, (_, lane) => insert(lane).catch(() => {}));
        // The driver may wait for ever for a server that is gone, so its end is waited for as well.
        await Promise.race([Promise.all(lanes), store.gone]);
      });
    }

    const found = await withStore(({ uri }) => withClient(uri, (notes) => notes.find().toArray()));

    const ids = new Set(found.map(({ _id }) => _id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(300);
    expect(found.every(({ _id, slug }) => slug === `slug-${_id}`)).toBe(true);
  });

  it('has indexes that agree with its documents', async () => {
    const store = await startProcess();
    await withClient(store.uri, async (notes) => {
      await notes.createIndexes([{ key: { slug: 1 }, name: 'slug' }]);
      for (let at = 0; at < 50; at++)
        await notes.insertOne({ _id: `a${at}`, text: '', slug: 'old' });
      const changes = Array.from({ length: 50 }, (_, at) =>
        notes.updateOne({ _id: `a${at}` }, { $set: { slug: 'new' } }).catch(() => {}),
      );
      await Promise.race(changes);
      await store.kill();
    });

    const counts = await withStore(({ uri }) =>
      withClient(uri, async (notes) => ({
        indexed: await notes.find({ slug: 'new' }).hint('slug').toArray(),
        scanned: await notes.find({ slug: 'new' }).hint({ $natural: 1 }).toArray(),
        all: await notes
          .find({ slug: { $in: ['old', 'new'] } })
          .hint('slug')
          .toArray(),
      })),
    );

    const ids = (notes: readonly Note[]) => notes.map(({ _id }) => _id).sort();
    expect(ids(counts.indexed)).toEqual(ids(counts.scanned));
    expect(counts.all).toHaveLength(50);
  });
});

describe('a folder that cannot be used', () => {
  it('is refused while another process uses it, and free again once that process is killed', async () => {
    const first = await startProcess();
    expect(first.uri).toMatch(/^mongodb:/);

    await expect(start()).rejects.toMatchObject({
      name: 'EmbeddedStoreError',
      code: 'DATA_DIR_IN_USE',
      message: expect.stringContaining(String(first.child.pid)),
    });
    const second = await startProcess();
    expect(second.uri).toContain('FAILED DATA_DIR_IN_USE');
    await first.kill();
    await withStore(async ({ uri }) => expect(uri).toMatch(/^mongodb:/));
  });

  it('is refused to a second store in the same process', async () => {
    await withStore(async () => {
      await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
    });
  });

  it('is refused when it cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');

    const dataDir = join(file, 'data');

    await expect(startEmbeddedStore({ dataDir })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.not.stringContaining('\n'),
    });
  });

  it.each([
    ['files of a MongoDB server', 'WiredTiger', 'WiredTiger 11'],
    ['a data file without our mark', 'data.mdb', 'something else'],
    ['the mark of another program', 'FORMAT', 'other-program 3\n'],
  ])('is refused when it holds %s, and left as it is', async (_, name, text) => {
    writeFileSync(join(folder, name), text);

    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_FOREIGN' });

    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('is refused when another version wrote it', async () => {
    writeFileSync(join(folder, 'FORMAT'), 'saberes-embedded-store 99\n');

    await expect(start()).rejects.toMatchObject({
      code: 'DATA_DIR_OTHER_VERSION',
      message: expect.stringContaining('format 99'),
    });
  });

  it('is refused when its data file is garbage, cut off, or damaged in the middle', async () => {
    await writeSome(3000);
    const file = join(folder, 'data.mdb');
    const intact = readFileSync(file);
    const damages: readonly (() => void)[] = [
      () => writeFileSync(file, Buffer.alloc(intact.length, 'garbage')),
      () => truncateSync(file, Math.floor(intact.length / 2)),
      () => truncateSync(file, 100),
      () => {
        const damaged = Buffer.from(intact);
        damaged.fill(0x5a, 8192, intact.length - 8192);
        writeFileSync(file, damaged);
      },
    ];
    for (const damage of damages) {
      writeFileSync(file, intact);
      damage();
      await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_CORRUPT' });
    }
    writeFileSync(file, intact);
    const count = await withStore(({ uri }) => withClient(uri, (notes) => notes.countDocuments()));
    expect(count).toBe(3000);
  });

  it('is free again after each refusal', async () => {
    await writeSome(10);
    const file = join(folder, 'data.mdb');
    const intact = readFileSync(file);
    writeFileSync(file, 'garbage');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_CORRUPT' });
    writeFileSync(file, intact);

    await withStore(async ({ uri }) => expect(uri).toMatch(/^mongodb:/));
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

const hasPrlimit = process.platform === 'linux' && existsSync('/usr/bin/prlimit');

const whereLimitsCanBeSet = hasPrlimit ? describe : describe.skip;

whereLimitsCanBeSet('a full disk', () => {
  it('refuses writes, answers reads, and recovers', async () => {
    const store = await startProcess('ulimit -S -f 4096');
    const text = 'x'.repeat(20_000);
    await withClient(store.uri, async (notes) => {
      let stored = 0;
      const fill = async () => {
        for (;;) {
          await notes.insertOne({ _id: `n${stored}`, text });
          stored += 1;
        }
      };
      await expect(fill()).rejects.toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
      expect(stored).toBeGreaterThan(10);
      expect(await notes.countDocuments()).toBe(stored);
      expect(await notes.findOne({ _id: 'n3' })).toMatchObject({ text });
      await expect(notes.insertOne({ _id: 'more', text })).rejects.toMatchObject({ code: 14031 });

      execFileSync('prlimit', ['--pid', String(store.child.pid), '--fsize=unlimited']);

      await notes.insertOne({ _id: 'after', text });
      expect(await notes.countDocuments()).toBe(stored + 1);
    });
    await store.kill();
    const after = await withStore(({ uri }) =>
      withClient(uri, (notes) => notes.findOne({ _id: 'after' })),
    );
    expect(after).toMatchObject({ text });
  });
});
