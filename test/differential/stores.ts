import { isDeepStrictEqual } from 'node:util';
import { mongo } from 'mongoose';
import type { Fields } from './document.arbitrary.js';
import type { Operation, Scenario } from './operation.arbitrary.js';

/** Anything that takes commands as a MongoDB database does. */
export interface CommandStore {
  readonly name: string;
  readonly command: (command: Fields) => Promise<Fields>;
}

export interface Difference {
  readonly operation: unknown;
  readonly left: unknown;
  readonly right: unknown;
}

/** Brings a store to the scenario's beginning. Indexes may be refused: the answer tells whether both agree. */
export async function prepare(
  store: CommandStore,
  { docs, other, indexes }: Scenario,
  indexed = true,
): Promise<unknown> {
  for (const collection of ['docs', 'other']) {
    await store.command({ dropIndexes: collection, index: '*' });
    await store.command({ delete: collection, deletes: [{ q: {}, limit: 0 }] });
  }
  await store.command({ insert: 'docs', documents: docs });
  await store.command({ insert: 'other', documents: other });
  if (!indexed) return [];
  const answers: unknown[] = [];
  for (const [at, index] of indexes.entries()) {
    const answer = await store.command({
      createIndexes: 'docs',
      indexes: [{ name: `i${at}`, ...index }],
    });
    answers.push(answer.code ?? 'created');
  }
  return answers;
}

/** What a store says to an operation, in a form that can be compared. */
export async function answerOf(
  store: CommandStore,
  { command, unordered, writes }: Operation,
): Promise<unknown> {
  const reply = await store.command(command);
  const answer = comparable(reply, unordered);
  if (!writes) return answer;
  const after = await store.command({ find: 'docs', sort: { _id: 1 }, batchSize: 1000 });
  return { answer, after: comparable(after, false) };
}

function comparable(reply: Fields, unordered: boolean): unknown {
  if (reply.ok !== 1) return { code: reply.code };
  const { cursor, n, nModified, value, values, writeErrors, lastErrorObject } = reply;
  if (cursor !== undefined) {
    const { firstBatch } = cursor as { readonly firstBatch: readonly Fields[] };
    return { docs: plain(unordered ? [...firstBatch].sort(byId) : firstBatch) };
  }
  const codes = (writeErrors as readonly { index: number; code: number }[] | undefined)?.map(
    ({ index, code }) => ({ index, code }),
  );
  return plain({ n, nModified, value, values, codes, lastErrorObject });
}

const byId = (a: Fields, b: Fields) => String(a._id).localeCompare(String(b._id));

/** Generated ids are made alike, -0 becomes 0, members of sets are ordered, and key order is made visible. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ((value as Fields)._bsontype === 'ObjectId') return 'generated id';
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [
      name,
      name === 'set' && Array.isArray(field) ? sortedTexts(field) : plain(field),
    ]);
}

const sortedTexts = (values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(plain(value))).sort();

/** Runs a scenario on both stores and gives the first difference, if there is one. */
export async function compareStores(
  left: CommandStore,
  right: CommandStore,
  scenario: Scenario,
  indexedRight = true,
): Promise<Difference | null> {
  const [a, b] = await Promise.all([
    prepare(left, scenario),
    prepare(right, scenario, indexedRight),
  ]);
  if (indexedRight && !isDeepStrictEqual(a, b))
    return { operation: scenario.indexes, left: a, right: b };
  for (const operation of scenario.operations) {
    const [x, y] = await Promise.all([answerOf(left, operation), answerOf(right, operation)]);
    if (!isDeepStrictEqual(x, y)) return { operation: operation.command, left: x, right: y };
  }
  return null;
}

/** A database behind the driver. */
export function driverStore(name: string, db: mongo.Db): CommandStore {
  return {
    name,
    command: async (command) => {
      try {
        return await db.command(command, { ignoreUndefined: false });
      } catch (error) {
        if (error instanceof mongo.MongoServerError)
          return { ok: 0, code: error.code, errmsg: error.message };
        throw error;
      }
    },
  };
}
