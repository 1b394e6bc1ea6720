import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';

export type Thing = mongo.BSON.Document & { _id: string };

/** What the parts of the contract share; the collection is a new one for each test. */
export interface ContractContext {
  readonly db: () => mongo.Db;
  readonly things: () => mongo.Collection<Thing>;
  readonly idsOf: (filter: mongo.Filter<Thing>) => Promise<string>;
}

/** The code of the error that work ends in, if it does. */
export const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
};

/** Filters, order, projections, counts and cursors. */
export function describeReading(use: ContractContext): void {
  describe('finding', () => {
    const cases: readonly (readonly [string, mongo.Filter<Thing>, string])[] = [
      ['null means null or absent', { year: null }, 'cd'],
      ['not null means present and not null', { year: { $ne: null } }, 'abe'],
      ['$gte null means null or absent', { year: { $gte: null } }, 'cd'],
      ['existence is not nullness', { year: { $exists: true } }, 'abce'],
      ['a value matches an element', { tags: 'y' }, 'ac'],
      ['an array matches as a whole', { tags: ['x', 'y'] }, 'a'],
      ['an empty array is found by size', { tags: { $size: 0 } }, 'b'],
      ['$in takes null', { tags: { $in: ['x', null] } }, 'ade'],
      ['$nin is its opposite', { tags: { $nin: ['x', null] } }, 'bc'],
      ['$all needs every element', { tags: { $all: ['x', 'y'] } }, 'a'],
      ['comparison stays within a type', { year: { $gt: 2020 } }, 'be'],
      ['a dotted path enters subdocuments', { 'place.country': 'PE' }, 'b'],
      ['a dotted path enters arrays', { 'parts.s': 'q' }, 'd'],
      ['conditions on an array may meet different elements', { 'parts.n': 1, 'parts.s': 'q' }, 'd'],
      ['$elemMatch wants one element', { parts: { $elemMatch: { n: 1, s: 'q' } } }, ''],
      ['an index in a path names an element', { 'parts.1.n': 2 }, 'd'],
      ['a subdocument matches with its keys in order', { 'parts.0': { n: 1, s: 'p' } }, 'd'],
      ['and not in another order', { 'parts.0': { s: 'p', n: 1 } }, ''],
      ['$or joins', { $or: [{ _id: 'a' }, { year: 2021 }] }, 'ab'],
      ['$nor excludes', { $nor: [{ _id: 'a' }, { year: 2021 }] }, 'cde'],
      ['$not keeps what lacks the field', { year: { $not: { $gt: 2020 } } }, 'acd'],
      ['a regular expression respects case unless told', { title: /^ar/i }, 'c'],
      ['$comment changes nothing', { $comment: 'why', _id: 'a' }, 'a'],
      ['$expr compares fields', { $expr: { $gt: ['$year', 2020] } }, 'be'],
      ['an operator written as a string is a string', { title: '$ne' }, ''],
    ];
    it.each(cases)('%s', async (_sentence, filter, ids) => {
      expect(await use.idsOf(filter)).toBe(ids);
    });

    it('finds one document by its id, however it is asked', async () => {
      const things = use.things();
      const ids = ['', 'with\0zero', 'replaced \ufffd', 'x'.repeat(3000)];
      for (const _id of ids) await things.insertOne({ _id });

      for (const _id of ids) {
        expect(await things.findOne({ _id })).toEqual({ _id });
        expect(await things.find({ _id }).batchSize(1).toArray()).toEqual([{ _id }]);
      }
      expect(await things.findOne({ _id: 'nobody' })).toBeNull();
      expect(await things.findOne({ _id: ids[0] as string }, { skip: 1 })).toBeNull();
    });

    it('finds several documents by their ids, each once, of those that hold what is demanded', async () => {
      const things = use.things();
      await things.insertMany([
        { _id: 'open', public: true, title: 'Árbol' },
        { _id: 'shut', public: false },
        { _id: 'one', public: 1 },
        { _id: 'list', public: [false, true] },
      ]);
      const _id = { $in: ['shut', 'open', 'one', 'list', 'open', 'nobody', 'a'] };
      const found = async (filter: mongo.Filter<Thing>) =>
        (await things.find(filter).toArray()).map((thing) => thing._id).sort();

      expect(await found({ _id })).toEqual(['a', 'list', 'one', 'open', 'shut']);
      expect(await found({ _id, public: true })).toEqual(['list', 'open']);
      expect(await found({ _id: 'open', public: true, title: 'Árbol' })).toEqual(['open']);
      expect(await found({ _id: 'open', title: 'Arbol' })).toEqual([]);
      expect(await found({ _id: { $in: [] } })).toEqual([]);
      expect(await things.find({ _id, public: false }).limit(1).toArray()).toHaveLength(1);
      expect(await things.find({ _id }).batchSize(2).toArray()).toHaveLength(5);
    });

    it('finds by id what was just written', async () => {
      const things = use.things();
      for (let times = 1; times <= 5; times += 1) {
        await things.updateOne({ _id: 'counted' }, { $inc: { times: 1 } }, { upsert: true });
        expect(await things.findOne({ _id: 'counted' })).toEqual({ _id: 'counted', times });
      }
      await things.deleteOne({ _id: 'counted' });
      expect(await things.findOne({ _id: 'counted' })).toBeNull();
    });

    it('refuses a look-up by id that is faulty beside its filter', async () => {
      const asked = { find: use.things().collectionName, filter: { _id: 'a' } };
      expect(await codeOf(use.db().command({ ...asked, limit: -1 }))).toBe(51_024);
      expect(await codeOf(use.db().command({ ...asked, nonsense: 1 }))).toBe(40_415);
    });

    it('sorts by type and then by code point', async () => {
      const byTitle = await use.things().find().sort({ title: 1 }).toArray();
      expect(byTitle.map(({ title }) => String(title))).toEqual([
        'Arena',
        'Zebra',
        'árbol',
        '\ufffd',
        '😀',
      ]);
      const byTags = await use.things().find().sort({ tags: 1, _id: 1 }).toArray();
      expect(byTags.map(({ _id: id }) => id).join('')).toBe('bdeac');
    });

    it('pages by skip and limit', async () => {
      const page = await use.things().find().sort({ _id: -1 }).skip(1).limit(2).toArray();
      expect(page.map(({ _id: id }) => id)).toEqual(['d', 'c']);
    });

    it('projects in the order of the document', async () => {
      const options = { projection: { year: 1, title: 1, _id: 0 } };
      const found = await use.things().findOne({ _id: 'a' }, options);
      expect(Object.entries(found ?? {})).toEqual([
        ['title', 'Zebra'],
        ['year', 2020],
      ]);
      await use
        .things()
        .insertOne({ _id: 'deep', a: [1, [{ b: 1, c: 2 }], { c: 3 }], b: { c: 4 } });
      const projection = { 'a.b': 1, 'b.d': 1, 'b.c.d': 1, titles: 1 };
      for (const filter of [{ _id: 'deep' }, { b: { c: 4 } }]) {
        const deep = await use.things().findOne(filter, { projection });
        expect(deep).toEqual({ _id: 'deep', a: [[{ b: 1 }], {}], b: {} });
      }
      const parts = await use.things().findOne({ _id: 'd' }, { projection: { 'parts.n': 1 } });
      expect(parts).toEqual({ _id: 'd', parts: [{ n: 1 }, { n: 2 }] });
      const sliced = await use
        .things()
        .findOne({ _id: 'a' }, { projection: { tags: { $slice: 1 }, title: 1 } });
      expect(sliced).toEqual({ _id: 'a', title: 'Zebra', tags: ['x'] });
    });

    it('counts and lists distinct values', async () => {
      expect(await use.things().countDocuments({ year: { $ne: null } })).toBe(3);
      expect(await use.things().estimatedDocumentCount()).toBe(5);
      expect((await use.things().distinct('tags')).map(String).sort()).toEqual(['null', 'x', 'y']);
    });
  });

  describe('cursors', () => {
    it('hands out batches until the end', async () => {
      await use
        .things()
        .insertMany(Array.from({ length: 250 }, (_, n) => ({ _id: `n${1000 + n}`, n })));
      const seen: unknown[] = [];
      for await (const { n } of use
        .things()
        .find({ n: { $gte: 0 } })
        .sort({ n: 1 })
        .batchSize(40))
        seen.push(n);
      expect(seen).toEqual(Array.from({ length: 250 }, (_, n) => n));
    });

    it('refuses a cursor that was closed', async () => {
      const opened = await use.db().command({ find: use.things().collectionName, batchSize: 1 });
      const { id } = opened.cursor as { id: mongo.Long };
      const killed = await use
        .db()
        .command({ killCursors: use.things().collectionName, cursors: [id] });
      expect(killed.cursorsKilled).toHaveLength(1);
      const more = use.db().command({
        getMore: mongo.Long.fromString(String(id)),
        collection: use.things().collectionName,
      });
      expect(await codeOf(more)).toBe(43);
    });
  });
}
