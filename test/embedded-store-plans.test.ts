import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';

interface Stored {
  readonly _id: string;
  readonly [field: string]: unknown;
}

type Fields = Record<string, unknown>;

let folder: string;
let store: EmbeddedStore;
let client: mongo.MongoClient;
let last = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-plans-'));
  store = await startEmbeddedStore({ dataDir: folder });
  client = await mongo.MongoClient.connect(store.uri);
});
afterAll(async () => {
  await client.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = () => client.db('plans').collection<Stored>(`c${last++}`);

/** Documents, or the code of the refusal: two arrays cannot be sorted by at once. */
const outcome = (cursor: mongo.FindCursor<Stored>) =>
  cursor.toArray().catch((error: mongo.MongoServerError) => error.code);

describe('an index', () => {
  const scalar = fc.oneof(
    fc.integer({ min: -2, max: 3 }),
    fc.constantFrom('', 'a', 'ab', 'b', 'ñ', 0.5, null, true, false, Number.NaN),
    fc.integer({ min: 0, max: 2 }).map((seconds) => new Date(seconds * 1000)),
  );
  const value = fc.oneof(
    { weight: 5, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
  );
  const inner = fc.record({ x: scalar, y: value }, { requiredKeys: [] });
  const doc = fc.record(
    { a: value, b: value, c: value, n: fc.oneof(inner, fc.array(inner, { maxLength: 3 })) },
    { requiredKeys: [] },
  );
  const field = fc.constantFrom('a', 'b', 'c', 'n.x', 'n.y', '_id');
  const direction = fc.constantFrom(1 as const, -1 as const);
  const key = fc.dictionary(field, direction, { minKeys: 1, maxKeys: 3 });
  const predicate = fc.oneof(
    value,
    fc.array(value, { minLength: 1, maxLength: 4 }).map(($in) => ({ $in })),
    fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), value)
      .map(([name, bound]) => ({ [name]: bound })),
    fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
    fc.constantFrom<Fields>(
      { $exists: true },
      { $elemMatch: { $gt: 0, $lt: 3 } },
      { $in: [1, 2], $gt: 1 },
    ),
  );
  const clauses = fc.dictionary(field, predicate, { maxKeys: 3 });
  const filter = fc
    .tuple(clauses, fc.option(fc.array(clauses, { minLength: 1, maxLength: 3 })))
    .map(([plain, $or]): Fields => ($or === null ? plain : { ...plain, $or }));
  const options = fc.constantFrom<Fields>(
    {},
    { sparse: true },
    { partialFilterExpression: { a: { $exists: true } } },
    { partialFilterExpression: { a: { $gt: 0 } } },
    { partialFilterExpression: { b: 'a', c: { $lte: 2 } } },
  );

  it('never changes an answer, whatever is stored, indexed and asked', async () => {
    const queries = fc.array(fc.tuple(filter, key, fc.integer({ min: 0, max: 5 })), {
      minLength: 25,
      maxLength: 25,
    });
    const indexes = fc.array(fc.tuple(key, options), { minLength: 1, maxLength: 4 });
    const docs = fc.array(doc, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        docs,
        indexes,
        queries,
        fc.array(fc.tuple(filter, value)),
        async (given, specs, asked, changes) => {
          const collection = fresh();
          const refusals = new Set([171, 85, 86]);
          const quietly = (error: mongo.MongoServerError) => {
            if (!refusals.has(Number(error.code))) throw error;
          };
          const half = Math.floor(given.length / 2);
          const insert = (from: number, to: number) =>
            collection
              .insertMany(
                given.slice(from, to).map((fields, at) => ({ ...fields, _id: `d${from + at}` })),
                { ordered: false },
              )
              .catch(quietly);
          await insert(0, half);
          for (const [at, [spec, extra]] of specs.entries()) {
            if (Object.keys(spec).join() === '_id') continue;
            await collection
              .createIndexes([{ key: spec, name: `i${at}`, ...extra }])
              .catch(quietly);
          }
          await insert(half, given.length);
          for (const [chosen, b] of changes)
            await collection.updateMany(chosen, { $set: { b } }).catch(quietly);
          for (const [wanted, order, limit] of asked) {
            const sort = { ...order, _id: order._id ?? 1 } as const;
            const find = () => collection.find(wanted).sort(sort).limit(limit);
            expect(await outcome(find())).toEqual(await outcome(find().hint({ $natural: 1 })));
            const all = await collection.find(wanted).hint({ $natural: 1 }).toArray();
            expect(await collection.countDocuments(wanted)).toBe(all.length);
          }
          await collection.drop();
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
