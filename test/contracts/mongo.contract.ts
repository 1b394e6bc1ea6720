import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { mongo } from 'mongoose';
import { freshDatabase } from '../support/running-mongo.js';
import { describeIndexes } from './mongo-indexes.contract.js';
import {
  type ContractContext,
  codeOf,
  describeReading,
  type Thing,
} from './mongo-reading.contract.js';
import { describeRefusals } from './mongo-refusals.contract.js';

export interface ContractStore {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

/** What the hub relies on in a MongoDB, through the driver and through mongoose. */
export function describeMongoContract(name: string, start: () => Promise<ContractStore>): void {
  describe(`A MongoDB as the hub uses it: ${name}`, () => {
    let store: ContractStore;
    let client: mongo.MongoClient;
    let db: mongo.Db;
    let things: mongo.Collection<Thing>;

    beforeAll(async () => {
      store = await start();
      client = await mongo.MongoClient.connect(store.uri);
      db = client.db(freshDatabase('contract'));
    });
    beforeEach(async () => {
      things = db.collection<Thing>(freshDatabase('things'));
      await things.insertMany([
        { _id: 'a', title: 'Zebra', year: 2020, tags: ['x', 'y'], place: { country: 'MX' } },
        { _id: 'b', title: 'árbol', year: 2021, tags: [], place: { country: 'PE' } },
        { _id: 'c', title: 'Arena', year: null, tags: ['y'] },
        {
          _id: 'd',
          title: '😀',
          tags: null,
          parts: [
            { n: 1, s: 'p' },
            { n: 2, s: 'q' },
          ],
        },
        { _id: 'e', title: '\ufffd', year: 2020.5 },
      ]);
    });
    afterAll(async () => {
      await db.dropDatabase();
      await client.close();
      await store.stop();
    });

    const use: ContractContext = {
      db: () => db,
      things: () => things,
      idsOf: (filter) => idsOf(filter),
    };

    const idsOf = async (filter: mongo.Filter<Thing>) =>
      (await things.find(filter).sort({ _id: 1 }).toArray()).map(({ _id: id }) => id).join('');

    describeReading(use);

    describe('changing', () => {
      it('applies every update operator that the hub has', async () => {
        const { modifiedCount } = await things.updateOne(
          { _id: 'a' },
          {
            $set: { 'place.city': 'Puebla' },
            $unset: { title: '' },
            $inc: { year: 1 },
            $push: { tags: { $each: ['z', 'w'], $sort: -1, $slice: 3 } } as never,
            $setOnInsert: { never: true },
            $min: { least: 3 },
            $rename: { missing: 'other' },
          },
        );
        expect(modifiedCount).toBe(1);
        expect(await things.findOne({ _id: 'a' })).toEqual({
          _id: 'a',
          year: 2021,
          tags: ['z', 'y', 'x'],
          place: { country: 'MX', city: 'Puebla' },
          least: 3,
        });
      });

      it('sorts pushed elements by whole values and never renames the id', async () => {
        const list = ['a', { n: [] }, { n: 2 }, { n: { m: 1 } }, {}];
        await things.insertOne({ _id: 'sorted', list, other: 'sorted' });

        const $push = { list: { $each: [], $sort: { n: -1 } } } as never;
        await things.updateOne({ _id: 'sorted' }, { $push });
        const renaming = things.updateOne({ _id: 'sorted' }, { $rename: { other: '_id' } });

        expect(await codeOf(renaming)).toBe(66);
        const sorted = [{ n: [] }, { n: { m: 1 } }, { n: 2 }, 'a', {}];
        expect(await things.findOne({ _id: 'sorted' })).toMatchObject({ list: sorted });
      });

      it('tells a match from a modification', async () => {
        const same = await things.updateOne({ _id: 'a' }, { $set: { year: 2020 } });
        expect([same.matchedCount, same.modifiedCount]).toEqual([1, 0]);
        const added = await things.updateOne({ _id: 'a' }, { $addToSet: { tags: 'x' } as never });
        expect([added.matchedCount, added.modifiedCount]).toEqual([1, 0]);
      });

      it('changes chosen elements', async () => {
        await things.updateOne({ _id: 'd', 'parts.n': 2 }, { $set: { 'parts.$.s': 'new' } });
        await things.updateOne(
          { _id: 'd' },
          { $inc: { 'parts.$[p].n': 10 } },
          { arrayFilters: [{ 'p.s': 'p' }] },
        );
        await things.updateOne({ _id: 'd' }, { $pull: { parts: { n: { $gt: 20 } } } as never });
        expect((await things.findOne({ _id: 'd' }))?.parts).toEqual([
          { n: 11, s: 'p' },
          { n: 2, s: 'new' },
        ]);
      });

      it('inserts what an upsert does not find', async () => {
        const update = { $set: { year: 1 }, $setOnInsert: { made: true } };
        const first = await things.updateOne({ _id: 'new', kind: 'k' }, update, { upsert: true });
        expect([first.matchedCount, first.upsertedCount, first.upsertedId]).toEqual([0, 1, 'new']);
        expect(await things.findOne({ _id: 'new' })).toEqual({
          _id: 'new',
          kind: 'k',
          made: true,
          year: 1,
        });
        const second = await things.updateOne(
          { _id: 'new' },
          { $set: { year: 2 }, $setOnInsert: { made: false } },
          { upsert: true },
        );
        expect(second.upsertedCount).toBe(0);
        expect((await things.findOne({ _id: 'new' }))?.made).toBe(true);
        const onInsert = { $setOnInsert: { 'tags.$[].made': true } };
        const third = await things.updateOne({ _id: 'a' }, onInsert, { upsert: true });
        expect([third.matchedCount, third.modifiedCount]).toEqual([1, 0]);
      });

      it('finds and changes in one step', async () => {
        const before = await things.findOneAndUpdate({ year: 2020 }, { $set: { year: 1 } });
        expect(before?.year).toBe(2020);
        const after = await things.findOneAndUpdate(
          { year: { $gt: 0 } },
          { $inc: { year: 1 } },
          { sort: { year: 1 }, returnDocument: 'after', projection: { year: 1 } },
        );
        expect(after).toEqual({ _id: 'a', year: 2 });
        expect(
          await things.findOneAndReplace({ _id: 'b' }, { title: 't' } as never, {
            returnDocument: 'after',
          }),
        ).toEqual({ _id: 'b', title: 't' });
        expect((await things.findOneAndDelete({ _id: 'b' }))?.title).toBe('t');
        expect(await things.findOneAndUpdate({ _id: 'none' }, { $set: { a: 1 } })).toBeNull();
      });

      it('stops an ordered bulk at the first fault and goes on in an unordered one', async () => {
        const operations = [
          { insertOne: { document: { _id: 'f' } } },
          { insertOne: { document: { _id: 'a' } } },
          { insertOne: { document: { _id: 'g' } } },
        ];
        expect(await codeOf(things.bulkWrite([...operations]))).toBe(11000);
        expect(await idsOf({ _id: { $in: ['f', 'g'] } })).toBe('f');
        await things.deleteOne({ _id: 'f' });
        expect(await codeOf(things.bulkWrite(operations, { ordered: false }))).toBe(11000);
        expect(await idsOf({ _id: { $in: ['f', 'g'] } })).toBe('fg');
        const mixed = await things.bulkWrite([
          { updateMany: { filter: { year: null }, update: { $set: { year: 0 } } } },
          { deleteOne: { filter: { _id: 'a' } } },
          { replaceOne: { filter: { _id: 'z' }, replacement: { year: 9 }, upsert: true } },
        ]);
        expect([mixed.modifiedCount, mixed.deletedCount, mixed.upsertedCount]).toEqual([4, 1, 1]);
      });
    });

    describeIndexes(use);

    describe('aggregating', () => {
      it('groups, joins, unwinds and counts in facets', async () => {
        const names = db.collection<Thing>(`${things.collectionName}_names`);
        await names.insertMany([
          { _id: 'x', label: 'Equis' },
          { _id: 'y', label: 'Ye' },
        ]);
        const [facets] = await things
          .aggregate([
            { $match: { tags: { $type: 'array' } } },
            {
              $facet: {
                tags: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
                labels: [
                  {
                    $lookup: {
                      from: names.collectionName,
                      localField: 'tags',
                      foreignField: '_id',
                      as: 'names',
                    },
                  },
                  { $sort: { _id: 1 } },
                  { $project: { labels: '$names.label' } },
                ],
                total: [{ $count: 'n' }],
              },
            },
          ])
          .toArray();
        expect(facets).toEqual({
          tags: [
            { _id: 'y', count: 2 },
            { _id: 'x', count: 1 },
          ],
          labels: [
            { _id: 'a', labels: ['Equis', 'Ye'] },
            { _id: 'b', labels: [] },
            { _id: 'c', labels: ['Ye'] },
          ],
          total: [{ n: 3 }],
        });
      });

      it('adds and averages without rounding surprises', async () => {
        await things.insertMany(Array.from({ length: 10 }, (_, n) => ({ _id: `s${n}`, v: 0.1 })));
        const group = { _id: null, sum: { $sum: '$v' }, mean: { $avg: '$v' }, n: { $count: {} } };
        const [sums] = await things
          .aggregate([{ $match: { v: { $gt: 0 } } }, { $group: group }])
          .toArray();
        expect(sums).toEqual({ _id: null, sum: 1, mean: 0.1, n: 10 });
      });
    });

    describeRefusals(use);

    describe('through mongoose', () => {
      it('creates indexes, saves, populates and reports duplicates', async () => {
        const connection = await mongoose
          .createConnection(store.uri, { dbName: db.databaseName })
          .asPromise();
        try {
          const actor = new mongoose.Schema({ _id: String, name: { type: String, unique: true } });
          const item = new mongoose.Schema(
            {
              _id: String,
              title: String,
              actor: { type: String, ref: 'Actor' },
              notes: [{ text: String }],
            },
            { timestamps: true },
          );
          const Actor = connection.model('Actor', actor);
          const Item = connection.model('Item', item);
          await Promise.all([Actor.init(), Item.init()]);
          await Actor.create({ _id: 'act_1', name: 'CISS' });
          const saved = await Item.create({
            _id: 'itm_1',
            title: 'One',
            actor: 'act_1',
            notes: [{ text: 'n' }],
          });
          saved.title = 'Two';
          await saved.save();
          const found = await Item.findById('itm_1')
            .populate<{ actor: { name: string } }>('actor')
            .lean();
          expect([found?.title, found?.actor.name, found?.createdAt instanceof Date]).toEqual([
            'Two',
            'CISS',
            true,
          ]);
          expect(await codeOf(Actor.create({ _id: 'act_2', name: 'CISS' }))).toBe(11000);
          const upserted = await Item.findOneAndUpdate(
            { _id: 'itm_2' },
            { title: 'New' },
            { upsert: true, new: true },
          ).lean();
          expect(upserted).toMatchObject({ _id: 'itm_2', title: 'New' });
          expect(await Item.countDocuments({ title: { $in: ['Two', 'New'] } })).toBe(2);
        } finally {
          await connection.close();
        }
      });
    });
  });
}
