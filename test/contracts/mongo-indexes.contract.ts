import { describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { type ContractContext, codeOf, type Thing } from './mongo-reading.contract.js';

/** Uniqueness, partial indexes, and that an index saves reading without changing answers. */
export function describeIndexes(use: ContractContext): void {
  describe('indexes', () => {
    it('refuses a second document with the same unique key and names the key', async () => {
      await use.things().createIndexes([{ key: { title: 1 }, unique: true }]);
      const error = await use
        .things()
        .insertOne({ _id: 'x', title: 'Zebra' })
        .then(
          () => null,
          (caught: unknown) => caught,
        );
      expect(error).toMatchObject({
        code: 11000,
        keyPattern: { title: 1 },
        keyValue: { title: 'Zebra' },
      });
      expect(await codeOf(use.things().updateOne({ _id: 'a' }, { $set: { title: 'Arena' } }))).toBe(
        11000,
      );
    });

    it('lets a partial unique index see only its own documents', async () => {
      await use
        .things()
        .createIndexes([
          { key: { key: 1 }, unique: true, partialFilterExpression: { live: true } },
        ]);
      await use.things().insertMany([
        { _id: '1', key: 'k', live: true },
        { _id: '2', key: 'k', live: false },
        { _id: '3', key: 'k' },
      ]);
      expect(await codeOf(use.things().insertOne({ _id: '4', key: 'k', live: true }))).toBe(11000);
      expect(await codeOf(use.things().updateOne({ _id: '3' }, { $set: { live: true } }))).toBe(
        11000,
      );
    });

    it('does not build a unique index on what is not unique', async () => {
      await use.things().insertMany([
        { _id: '1', k: 1 },
        { _id: '2', k: 1 },
      ]);
      expect(await codeOf(use.things().createIndexes([{ key: { k: 1 }, unique: true }]))).toBe(
        11000,
      );
      const names = (await use.things().indexes()).map(({ name: index }) => index);
      expect(names).toEqual(['_id_']);
    });

    it('examines no more documents than it returns', async () => {
      await use.things().createIndexes([{ key: { 'place.country': 1, year: -1 } }]);
      await use.things().createIndexes([{ key: { tags: 1, _id: 1 } }]);
      const queries: readonly mongo.FindCursor<mongo.WithId<Thing>>[] = [
        use.things().find({ 'place.country': 'MX' }).sort({ year: -1 }),
        use.things().find({ 'place.country': 'MX', year: { $gte: 2000 } }),
        use.things().find({ tags: 'y' }).sort({ _id: 1 }).limit(1),
        use.things().find({ _id: { $in: ['a', 'c', 'nope'] } }),
      ];
      for (const query of queries) {
        const plan = await query.explain('executionStats');
        const stats = plan.executionStats as { nReturned: number; totalDocsExamined: number };
        expect(stats.totalDocsExamined).toBe(stats.nReturned);
        expect(stats.nReturned).toBeGreaterThan(0);
      }
    });

    it('refuses two arrays in one key, also when one was copied to the other', async () => {
      await use.things().createIndexes([{ key: { 'parts.n': 1, tags: 1 } }]);
      const copying = use.things().updateOne({ _id: 'a' }, [{ $set: { parts: '$tags' } }]);
      expect(await codeOf(copying)).toBe(171);
    });

    it('answers the same with and without an index', async () => {
      const filters: readonly mongo.Filter<Thing>[] = [
        { tags: null },
        { tags: [] },
        { tags: { $ne: 'y' } },
        { 'parts.n': { $gte: 1, $lt: 2 } },
        { year: { $lte: 2020.5 } },
      ];
      const plain = await Promise.all(filters.map(use.idsOf));
      for (const key of ['tags', 'parts.n', 'year'])
        await use.things().createIndexes([{ key: { [key]: 1 } }]);
      expect(await Promise.all(filters.map(use.idsOf))).toEqual(plain);
    });
  });
}
