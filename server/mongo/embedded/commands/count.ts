import { countRows } from '../query/count-rows.js';
import { Pauses } from '../query/pauses.js';
import { Query } from '../query/query.js';
import { distinctValues } from '../semantics/distinct.js';
import type { Doc } from '../semantics/document.js';
import { compileFilter } from '../semantics/filter.js';
import {
  countArg,
  docArg,
  findCollection,
  hintArg,
  maxTime,
  refuseCollation,
  stringArg,
} from './arguments.js';
import type { Call, Command } from './command.js';

export const countCommand: Command = {
  names: ['count'],
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: count,
};

export const distinctCommand: Command = {
  names: ['distinct'],
  fields: ['key', 'query', 'collation', 'hint'],
  run: distinct,
};

export function countQuery(call: Call): Query | null {
  const { args, server } = call;
  refuseCollation(args);
  const filter = docArg(args, 'query') ?? {};
  const collection = findCollection(call);
  if (collection === undefined) {
    compileFilter(filter);
    return null;
  }
  const limit = Math.abs(Number(args.limit ?? 0));
  const skip = countArg(args, 'skip') ?? 0;
  return new Query(server.store, collection, { filter, limit, skip, hint: hintArg(args) });
}

async function count(call: Call): Promise<Doc> {
  const query = countQuery(call);
  return { n: query === null ? 0 : await countRows(query, maxTime(call.args)), ok: 1 };
}

async function distinct(call: Call): Promise<Doc> {
  const key = stringArg(call.args, 'key');
  const query = countQuery(call);
  if (query === null) return { values: [], ok: 1 };
  const docs: Doc[] = [];
  await query.each((row) => docs.push(query.docOf(row)), new Pauses(maxTime(call.args)));
  return { values: distinctValues(docs, key), ok: 1 };
}
