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
    // On data that breaks it in two ways, either reason may be named.
    answers.push(answer.ok === 1 ? 'created' : 'refused');
  }
  return answers;
}

/** What a store says to an operation, in a form that can be compared. */
export async function answerOf(
  store: CommandStore,
  { command, unordered, writes }: Operation,
): Promise<unknown> {
  const reply = await store.command(command);
  const answer = comparable(reply, unordered, reorders(command));
  if (!writes) return answer;
  const after = await store.command({ find: 'docs', sort: { _id: 1 }, batchSize: 1000 });
  return { answer, after: comparable(after, false) };
}

/**
 * MongoDB reads no more of a joined document than is asked for, in an order of its own, and projects that. What one
 * stage leaves out and another adds again takes its old place there.
 */
function reorders({ pipeline }: Fields): boolean {
  const stages = isArray(pipeline) ? pipeline.map((stage) => Object.keys(stage as Fields)[0]) : [];
  const shaping = stages.filter((name) => SHAPING.has(name ?? ''));
  return shaping.length > 1 || stages.includes('$lookup');
}

const SHAPING = new Set(['$project', '$unset', '$addFields']);

/** Ids that repeat, none, or arrays, which sort by one element, leave open which of two documents comes first. */
function hasTies(docs: readonly Fields[]): boolean {
  if (docs.some(({ _id: id }) => Array.isArray(id))) return true;
  const ids = new Set(docs.map((doc) => JSON.stringify(plain(doc._id ?? null))));
  return ids.size < docs.length;
}

function comparable(reply: Fields, unordered: boolean, byName = false): unknown {
  if (reply.ok !== 1) return { code: reply.code };
  const { cursor, n, nModified, value, values, writeErrors, lastErrorObject } = reply;
  if (cursor !== undefined) {
    const { firstBatch } = cursor as { readonly firstBatch: readonly Fields[] };
    const docs = firstBatch.map((doc) => plain(byName ? namesInOrder(doc) : doc));
    return { docs: unordered || hasTies(firstBatch) ? texts(docs).sort() : docs };
  }
  const codes = (writeErrors as readonly { index: number; code: number }[] | undefined)?.map(
    ({ index, code }) => ({ index, code }),
  );
  return plain({
    n,
    nModified,
    value,
    codes,
    lastErrorObject,
    values: isArray(values) ? sortedTexts(values.filter(isPresent)) : values,
  });
}

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
      isArray(field) && isUnordered(name, field) ? sortedTexts(field) : plain(field),
    ]);
}

/** Members of sets; and the groups of a facet, sorted by their ids, when those leave the order open. */
const isUnordered = (name: string, members: readonly unknown[]) =>
  name === 'set' || (name === 'groups' && hasTies(members as readonly Fields[]));

/** From an index MongoDB lists null for absent fields, otherwise not. */
const isPresent = (value: unknown) => value !== null && value !== undefined;

const sortedTexts = (values: readonly unknown[]) => texts(values.map(plain)).sort();

const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));

/** The same value with the fields of its documents, at every level, in the order of their names. */
function namesInOrder(value: unknown): unknown {
  if (isArray(value)) return value.map(namesInOrder);
  if (value === null || typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(
    ([name, field]) => [name, namesInOrder(field)] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Runs a scenario on both stores and gives the first difference, if there is one. */
export async function compareStores(
  left: CommandStore,
  right: CommandStore,
  scenario: Scenario,
  indexedRight = true,
): Promise<Difference | null> {
  const [a, b] = await both(left, right, scenario, indexedRight);
  if (indexedRight && !isDeepStrictEqual(a, b))
    return { operation: scenario.indexes, left: a, right: b };
  for (const operation of scenario.operations) {
    if (await hasIndexLikeNames(left)) await both(left, right, scenario, indexedRight);
    const [x, y] = await Promise.all([answerOf(left, operation), answerOf(right, operation)]);
    if (!agree(operation, x, y)) return { operation: operation.command, left: x, right: y };
    // What was done before the fault may differ then.
    if (!isDeepStrictEqual(x, y)) await both(left, right, scenario, indexedRight);
  }
  return null;
}

/** JavaScript moves fields that are named by numbers to the front, in the driver as in the store. */
async function hasIndexLikeNames(store: CommandStore): Promise<boolean> {
  const { cursor } = await store.command({ find: 'docs', batchSize: 1000 });
  return /"\d+":/.test(JSON.stringify(cursor));
}

const both = (left: CommandStore, right: CommandStore, scenario: Scenario, indexedRight: boolean) =>
  Promise.all([prepare(left, scenario), prepare(right, scenario, indexedRight)]);

/**
 * Equal answers agree. Of an operation that is wrong in several ways the stores may name different ones, and of a
 * pipeline one may leave out or reorder steps, so that an expression that fails is never evaluated.
 */
export function agree({ command, strict }: Operation, x: unknown, y: unknown): boolean {
  if (isDeepStrictEqual(x, y)) return true;
  const [left, right] = [codeOf(x), codeOf(y)];
  if (strict === true) return left !== undefined && left === right;
  if (left !== undefined && right !== undefined) return true;
  const evaluated = left ?? right;
  const evaluates = ['aggregate', 'projection', 'fields'].some((it) => Object.hasOwn(command, it));
  return evaluates && evaluated !== undefined && !PARSING.has(evaluated);
}

/** Codes of pipelines that are refused before they run, in which there is no leeway. */
const PARSING = new Set([
  9, 168, 15952, 15983, 16020, 17276, 31249, 31250, 31253, 31254, 40234, 40323, 40324,
]);

function codeOf(answer: unknown): number | undefined {
  const outer = answer as { readonly code?: number; readonly answer?: unknown };
  if (outer.code !== undefined) return outer.code;
  const entries = isArray(outer.answer) ? outer.answer : [];
  const codes = entries.find((entry) => isArray(entry) && entry[0] === 'codes');
  if (isArray(codes)) return Number(JSON.stringify(codes).match(/"code",(\d+)/)?.[1]);
  return (outer.answer as { readonly code?: number } | undefined)?.code;
}

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

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
