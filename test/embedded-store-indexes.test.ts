import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';

interface Stored {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** The driver's types take increments of declared numbers only. */
type Counter = mongo.MatchKeysAndValues<Stored>;

let folder: string;
let store: EmbeddedStore;
let client: mongo.MongoClient;
let last = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-indexes-'));
  store = await startEmbeddedStore({ dataDir: folder });
  client = await mongo.MongoClient.connect(store.uri);
});
afterAll(async () => {
  await client.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = () => client.db('indexes').collection<Stored>(`c${last++}`);

interface Examined {
  readonly keys: number;
  readonly docs: number;
  readonly returned: number;
  readonly plan: string;
}

async function examined(cursor: mongo.FindCursor<Stored>): Promise<Examined> {
  const { executionStats: stats, queryPlanner } = await cursor.explain('executionStats');
  return {
    keys: stats.totalKeysExamined,
    docs: stats.totalDocsExamined,
    returned: stats.nReturned,
    plan: JSON.stringify(queryPlanner.winningPlan),
  };
}

describe('a query that an index can answer', () => {
  const items = () => client.db('indexes').collection<Stored>('items');
  const day = (number: number) => new Date(1_700_000_000_000 + number * 86_400_000);

  beforeAll(async () => {
    await items().createIndexes([
      { key: { status: 1, publishedAt: -1, _id: 1 }, name: 'newest' },
      { key: { themes: 1, status: 1, publishedAt: -1, _id: 1 }, name: 'by theme' },
      {
        key: { slug: 1 },
        name: 'slug',
        unique: true,
        partialFilterExpression: { slug: { $type: 'string' } },
      },
    ]);
    await items().insertMany(
      Array.from({ length: 1000 }, (_, at) => ({
        _id: `i${String(at).padStart(4, '0')}`,
        status: at % 4 === 0 ? 'DRAFT' : 'PUBLISHED',
        publishedAt: day(Math.floor(at / 5)),
        themes: [`t${at % 10}`, `t${(at + 3) % 10}`],
        ...(at % 2 === 0 ? { slug: `slug-${at}` } : {}),
      })),
    );
  });

  const newest = { publishedAt: -1, _id: 1 } as const;

  it('reads only the page that it returns', async () => {
    const page = items().find({ status: 'PUBLISHED' }).sort(newest).limit(20);
    expect(await examined(page)).toMatchObject({ keys: 20, docs: 20, returned: 20 });
  });

  it('goes on after a cursor without reading what came before', async () => {
    const after = [
      { publishedAt: { $lt: day(100) } },
      { publishedAt: day(100), _id: { $gt: 'i0501' } },
    ];
    const page = () => items().find({ status: 'PUBLISHED', $or: after }).sort(newest).limit(20);
    expect(await examined(page())).toMatchObject({ keys: 20, docs: 20, returned: 20 });
    const all = await items().find({ status: 'PUBLISHED' }).sort(newest).toArray();
    const start = all.findIndex(({ _id }) => _id === 'i0502');
    expect((await page().toArray()).map(({ _id }) => _id)).toEqual(
      all.slice(start, start + 20).map(({ _id }) => _id),
    );
  });

  it('merges the lists of several values in the order asked for', async () => {
    const find = (hint: mongo.Hint) =>
      items()
        .find({ status: { $in: ['DRAFT', 'PUBLISHED'] } })
        .sort(newest)
        .limit(30)
        .hint(hint);
    const cost = await examined(find('newest'));
    expect(cost).toMatchObject({ docs: 30, returned: 30 });
    expect(cost.plan).toContain('SORT_MERGE');
    expect(await find('newest').toArray()).toEqual(await find({ $natural: 1 }).toArray());
  });

  it('finds each document once in an index over arrays', async () => {
    const filter = { themes: { $in: ['t1', 't4'] }, status: 'PUBLISHED' };
    const found = await items().find(filter).sort(newest).hint('by theme').toArray();
    expect(found).toEqual(await items().find(filter).sort(newest).hint({ $natural: 1 }).toArray());
    const page = items().find({ themes: 't1', status: 'PUBLISHED' }).sort(newest).limit(10);
    expect(await examined(page)).toMatchObject({ keys: 10, docs: 10, returned: 10 });
  });

  it('looks ids up one by one', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `i${String(at * 2).padStart(4, '0')}`);
    const found = items().find({ _id: { $in: ids } });
    expect(await examined(found)).toMatchObject({ keys: 500, docs: 500, returned: 500 });
    expect((await examined(items().find({ _id: 'i0001' }))).plan).toContain('IDHACK');
  });

  it('counts without reading documents', async () => {
    const explained = await items()
      .aggregate([{ $match: { status: 'DRAFT' } }, { $group: { _id: 1, n: { $sum: 1 } } }])
      .explain('executionStats');
    expect(explained.executionStats).toMatchObject({ totalDocsExamined: 0, nReturned: 250 });
    expect(await items().countDocuments({ status: 'DRAFT' })).toBe(250);
  });

  it('uses a partial index only for filters that it covers', async () => {
    expect((await examined(items().find({ slug: 'slug-10' }))).plan).toContain('"slug"');
    expect((await examined(items().find({ slug: null }))).plan).toContain('COLLSCAN');
    expect(await items().countDocuments({ slug: null })).toBe(500);
  });

  it('reads one index after the other for branches that have nothing in common', async () => {
    const cost = await examined(
      items().find({ $or: [{ slug: 'slug-4' }, { _id: 'i0004' }, { _id: 'i0007' }] }),
    );
    expect(cost).toMatchObject({ docs: 2, returned: 2 });
    expect(cost.plan).toContain('"OR"');
  });
});

describe('an index', () => {
  it('holds values longer than a key of the data file may be', async () => {
    const notes = fresh();
    await notes.createIndexes([{ key: { text: 1 }, name: 'text', unique: true }]);
    const long = (end: string) => 'ñ'.repeat(3000) + end;
    await notes.insertMany([
      { _id: 'a', text: long('a') },
      { _id: 'b', text: long('b') },
    ]);

    await expect(notes.insertOne({ _id: 'c', text: long('a') })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await notes.find({ text: long('b') }).toArray()).toMatchObject([{ _id: 'b' }]);
    expect(await notes.find({ text: { $gt: long('a') } }).toArray()).toMatchObject([{ _id: 'b' }]);
  });

  it('takes integers for equal that one double stands for', async () => {
    const notes = fresh();
    await notes.createIndexes([{ key: { serial: 1 }, name: 'serial', unique: true }]);
    const serial = (text: string) => mongo.Long.fromString(text);
    await notes.insertOne({ _id: 'a', serial: serial('9007199254740992') });

    const second = notes.insertOne({ _id: 'b', serial: serial('9007199254740993') });

    await expect(second).rejects.toMatchObject({ code: 11000 });
    expect(await notes.findOne({ serial: serial('9007199254740993') })).toBeNull();
    expect(await notes.findOne({ serial: serial('9007199254740992') })).toMatchObject({ _id: 'a' });
  });

  it('has what was written while it was being built', async () => {
    const notes = fresh();
    await notes.insertMany(Array.from({ length: 3000 }, (_, at) => ({ _id: `n${at}`, slug: at })));
    const building = notes.createIndexes([{ key: { slug: 1 }, name: 'slug' }]);
    const writing = Array.from({ length: 100 }, (_, at) =>
      notes.updateOne({ _id: `n${at * 29}` }, { $set: { slug: -1 } }),
    );
    await Promise.all([building, ...writing]);

    const found = await notes.find({ slug: -1 }).hint('slug').toArray();
    expect(found).toHaveLength(100);
    expect(await notes.countDocuments({ slug: { $gte: 0 } }, { hint: 'slug' })).toBe(2900);
  });
});

describe('writes of several clients at once', () => {
  it('never give two documents one unique key', async () => {
    const notes = fresh();
    await notes.createIndexes([{ key: { slug: 1 }, name: 'slug', unique: true }]);
    const upserts = Array.from({ length: 60 }, (_, at) =>
      notes.updateOne({ slug: `s${at % 5}` }, { $inc: { count: 1 } as Counter }, { upsert: true }),
    );
    await Promise.all(upserts);

    const counts = await notes.find().sort({ slug: 1 }).toArray();
    expect(counts.map(({ slug, count }) => [slug, count])).toEqual(
      ['s0', 's1', 's2', 's3', 's4'].map((slug) => [slug, 12]),
    );
  });

  it('lose no increment', async () => {
    const notes = fresh();
    await notes.insertOne({ _id: 'counter', n: 0, kind: 'slow to find' });
    const one = { $inc: { n: 1 } as Counter };
    const increments = Array.from({ length: 100 }, (_, at) =>
      notes.updateOne(at % 2 === 0 ? { _id: 'counter' } : { kind: 'slow to find' }, one),
    );
    await Promise.all(increments);
    expect(await notes.findOne({ _id: 'counter' })).toMatchObject({ n: 100 });
  });

  it('do not wait for a scan of everything', async () => {
    const notes = fresh();
    const body = 'x'.repeat(300);
    await notes.insertMany(
      Array.from({ length: 20_000 }, (_, at) => ({ _id: `n${at}`, at, body })),
    );
    const order: string[] = [];
    const scan = notes
      .find({ body: /never/ })
      .toArray()
      .then(() => order.push('scan'));
    const finds = Array.from({ length: 5 }, (_, at) =>
      notes.findOne({ _id: `n${at}` }).then(() => order.push('find')),
    );
    await Promise.all([scan, ...finds]);
    expect(order.at(-1)).toBe('scan');
  });
});
