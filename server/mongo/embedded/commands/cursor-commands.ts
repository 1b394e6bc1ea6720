import { StoreError, typeMismatch } from '../semantics/errors.js';
import { isNumeric } from '../semantics/numbers.js';
import { CursorReply } from '../wire/reply.js';
import { checkNamespace, countArg, listArg, maxTime, stringArg } from './arguments.js';
import type { Call, Command } from './command.js';

export const getMoreCommand: Command = {
  names: ['getMore'],
  fields: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  run: getMore,
};

export const killCursorsCommand: Command = {
  names: ['killCursors'],
  fields: ['cursors'],
  run: killCursors,
};

async function getMore({ server, args, db }: Call): Promise<CursorReply> {
  const id = cursorId(args.getMore);
  const collection = stringArg(args, 'collection');
  checkNamespace(db, collection.replace(/^\$cmd\./, ''));
  const namespace = `${db}.${collection}`;
  const cursor = server.cursors.borrow(id);
  if (cursor.namespace !== namespace) {
    server.cursors.giveBack(id, cursor);
    const message = `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`;
    throw new StoreError(13, 'Unauthorized', message);
  }
  const count = countArg(args, 'batchSize') ?? Number.MAX_SAFE_INTEGER;
  const documents = await cursor.next(count === 0 ? Number.MAX_SAFE_INTEGER : count, maxTime(args));
  if (cursor.isDone) return new CursorReply('nextBatch', namespace, 0n, documents);
  server.cursors.giveBack(id, cursor);
  return new CursorReply('nextBatch', namespace, id, documents);
}

function killCursors({ server, args }: Call) {
  const asked = (listArg(args, 'cursors') ?? []).map((value) => ({ value, id: cursorId(value) }));
  const results = asked.map(({ value, id }) => ({ value, killed: server.cursors.kill(id) }));
  const named = (killed: boolean) =>
    results.filter((result) => result.killed === killed).map(({ value }) => value);
  return {
    cursorsKilled: named(true),
    cursorsNotFound: named(false),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  };
}

function cursorId(value: unknown): bigint {
  if (!isNumeric(value)) throw typeMismatch("BSON field 'getMore.getMore' is the wrong type");
  return BigInt(String(value));
}
