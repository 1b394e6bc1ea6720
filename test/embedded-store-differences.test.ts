import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';

interface Note {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** Numbered as in the store's README. */
describe('The embedded store differs from MongoDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-differences-'));
  let store: EmbeddedStore;
  let client: mongo.MongoClient;
  let notes: mongo.Collection<Note>;
  let last = 0;

  beforeAll(async () => {
    store = await startEmbeddedStore({ dataDir: folder });
    client = await mongo.MongoClient.connect(store.uri);
  });
  beforeEach(() => {
    last += 1;
    notes = client.db('differences').collection<Note>(`notes${last}`);
  });
  afterAll(async () => {
    await client.close();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('1: a whole double counts as an integer', async () => {
    await notes.insertMany([
      { _id: 'whole', size: new mongo.Double(1) },
      { _id: 'broken', size: 1.5 },
    ]);

    expect(await notes.distinct('_id', { size: { $type: 'double' } })).toEqual(['broken']);
    expect(await notes.distinct('_id', { size: { $type: 'int' } })).toEqual(['whole']);
  });

  it('2: decimals and great integers are kept exactly, and no sum is made of them', async () => {
    const size = mongo.Long.fromString('9007199254740993');
    await notes.insertMany([
      { _id: 'long', size },
      { _id: 'decimal', size: mongo.Decimal128.fromString('0.1') },
    ]);

    for (const _id of ['long', 'decimal']) {
      await expect(notes.updateOne({ _id }, { $inc: { size: 1 } } as never)).rejects.toMatchObject({
        code: 238,
      });
    }
    expect(await notes.countDocuments({ size })).toBe(1);
    expect(await notes.countDocuments({ size: mongo.Decimal128.fromString('0.10') })).toBe(1);
  });

  it('3: fields that are named by numbers come first once their document changes', async () => {
    const numberIsFirst = async () => {
      const [bytes] = await notes.find({}, { raw: true }).toArray();
      const text = Buffer.from(bytes as unknown as Uint8Array).toString('latin1');
      return text.indexOf('7\0') < text.indexOf('name\0');
    };
    const ordered: ReadonlyMap<string, unknown> = new Map<string, unknown>([
      ['_id', 'a'],
      ['name', 'seven'],
      ['7', 1],
    ]);
    await notes.insertOne(ordered as unknown as Note);
    expect(await numberIsFirst()).toBe(false);

    await notes.updateOne({ _id: 'a' }, { $set: { changed: true } });

    expect(await numberIsFirst()).toBe(true);
  });

  it('4: of several faults another may be named', async () => {
    await notes.insertOne({ _id: 'a' });

    // MongoDB names the conflict, code 40.
    await expect(
      notes.updateOne({ _id: 'a' }, { $set: { a: 1 }, $inc: { a: 1 }, $foo: { b: 1 } } as never),
    ).rejects.toMatchObject({ code: 9 });
  });

  it('5: an expression that always fails does so only once there is a document', async () => {
    const divide = () => notes.aggregate([{ $project: { half: { $divide: [1, 0] } } }]).toArray();
    await notes.createIndexes([{ key: { name: 1 } }]);

    expect(await divide()).toEqual([]);
    await notes.insertOne({ _id: 'a' });
    await expect(divide()).rejects.toMatchObject({ code: 2 });
  });

  it('6: distinct lists no null for an absent field, with an index or without', async () => {
    await notes.insertMany([{ _id: 'a', kind: 1 }, { _id: 'b' }]);
    expect(await notes.distinct('kind')).toEqual([1]);

    await notes.createIndexes([{ key: { kind: 1 } }]);

    expect(await notes.distinct('kind')).toEqual([1]);
  });

  it('7: an index may decide which of several documents is updated, but it is one', async () => {
    await notes.createIndexes([{ key: { kind: 1, at: 1 } }]);
    await notes.insertMany([
      { _id: 'later', kind: 1, at: 2 },
      { _id: 'earlier', kind: 1, at: 1 },
    ]);

    await notes.updateOne({ kind: 1 }, { $set: { isHit: true } });

    expect(await notes.distinct('_id', { isHit: true })).toEqual(['earlier']);
  });

  it.each(['(?i)ab', 'A++B'])('8: what only PCRE knows is refused: %s', async ($regex) => {
    await notes.insertOne({ _id: 'a', name: 'AB' });

    await expect(notes.findOne({ name: { $regex } })).rejects.toMatchObject({ code: 51091 });
    expect(await notes.findOne({ name: /^ab$/i })).toMatchObject({ _id: 'a' });
  });

  it.each([
    { $where: 'true' },
    { $text: { $search: 'a' } },
    { $jsonSchema: {} },
    { size: { $bitsAllSet: 1 } },
    { place: { $near: [0, 0] } },
  ])('9: what is not offered is refused: %j', async (filter) => {
    await notes.insertOne({ _id: 'a' });

    await expect(notes.findOne(filter as never)).rejects.toMatchObject({ code: 2 });
  });

  it('9: timestamps are not offered', async () => {
    await notes.insertOne({ _id: 'a' });

    await expect(
      notes.updateOne({ _id: 'a' }, { $currentDate: { at: { $type: 'timestamp' } } } as never),
    ).rejects.toMatchObject({ code: 2 });
  });

  it('10: an upsert creates no field whose name begins with a dollar sign', async () => {
    await expect(
      notes.updateOne({ _id: 'a' }, { $set: { $price: 1 } } as never, { upsert: true }),
    ).rejects.toMatchObject({ code: 52 });
    expect(await notes.countDocuments()).toBe(0);
  });

  it('11: a faulty pipeline refuses its own statement, not those before it', async () => {
    await notes.insertOne({ _id: 'a' });

    const answer = await client.db('differences').command({
      update: notes.collectionName,
      updates: [
        { q: { _id: 'a' }, u: { $set: { isDone: true } } },
        { q: { _id: 'a' }, u: [{ $foo: 1 }] },
      ],
    });

    expect(answer).toMatchObject({ n: 1, writeErrors: [{ index: 1, code: 40_324 }] });
    expect(await notes.countDocuments({ isDone: true })).toBe(1);
  });

  it('12: every branch of an $or may say which element is meant', async () => {
    await notes.insertOne({ _id: 'a', list: [1, 2], other: [3, 4] });
    const filter = { $or: [{ other: 4 }, { list: 1 }] };

    expect(await notes.findOne(filter, { projection: { 'list.$': 1 } })).toMatchObject({
      list: [2],
    });
  });

  it('13: a document that was joined keeps the order of its fields when it is projected', async () => {
    await notes.insertOne({ _id: 'a', list: [], other: 1 });

    const [found] = await notes
      .aggregate([
        { $lookup: { from: 'none', localField: 'other', foreignField: 'n', as: 'found' } },
        { $project: { 'list.0': 1, other: 1, _id: 0 } },
      ])
      .toArray();

    expect(Object.keys(found as object)).toEqual(['list', 'other']);
  });

  it('14: indexes are ascending or descending, and compare byte by byte', async () => {
    const refused = async (work: Promise<unknown>, code: number) =>
      expect(await work.catch((error: mongo.MongoServerError) => error.code)).toBe(code);
    await notes.insertOne({ _id: 'a' });

    await refused(notes.createIndexes([{ key: { name: 'text' } }]), 67);
    await refused(notes.createIndexes([{ key: { '$**': 1 } }]), 67);
    await refused(notes.createIndexes([{ key: { at: 1 }, expireAfterSeconds: 5 }]), 197);
    await refused(notes.find().collation({ locale: 'es' }).toArray(), 72);
  });

  it('15: there are no transactions and no change streams', async () => {
    const write = client.db('differences').command({
      insert: notes.collectionName,
      documents: [{ _id: 'a' }],
      txnNumber: mongo.Long.fromNumber(1),
      startTransaction: true,
      autocommit: false,
    });
    await expect(write).rejects.toMatchObject({ code: 20 });
    await expect(notes.aggregate([{ $changeStream: {} }]).toArray()).rejects.toMatchObject({
      code: 40_573,
    });
    expect(await notes.countDocuments()).toBe(0);
  });

  it('16: an upsert keeps to the _id of a filter that can never match', async () => {
    const filter = { _id: 'a', list: { $all: [] } };

    await expect(
      notes.replaceOne(filter, { _id: 'b' } as never, { upsert: true }),
    ).rejects.toMatchObject({ code: 66 });
    expect(await notes.countDocuments()).toBe(0);
  });

  it('17: what is left out and added again stands at the end', async () => {
    await notes.insertOne({ _id: 'a', first: 1, second: 2 });

    const stages = [{ $unset: 'first' }, { $addFields: { first: 3 } }];
    const [found] = await notes.aggregate(stages).toArray();

    expect(Object.keys(found as object)).toEqual(['_id', 'second', 'first']);
  });

  it('18: a $replaceWith of an absent field that changes nothing counts as no change', async () => {
    await notes.insertOne({ _id: 'a' });

    const { modifiedCount } = await notes.updateOne({ _id: 'a' }, [{ $replaceWith: { b: '$c' } }]);

    expect(modifiedCount).toBe(0);
  });

  it('19: a pipeline sorts by a place in an array as the array stands then', async () => {
    await notes.insertMany([
      { _id: 'a', places: [1, 2] },
      { _id: 'b', places: [2, 1] },
    ]);

    const sorted = await notes
      .aggregate([{ $sort: { 'places.1': 1 } }, { $project: { _id: 1 } }])
      .toArray();

    expect(sorted).toEqual([{ _id: 'b' }, { _id: 'a' }]);
  });
});
