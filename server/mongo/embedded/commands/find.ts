import { Query, readSort } from '../query/query.js';
import { PAUSE, type Row } from '../query/rows.js';
import { compileFilter } from '../semantics/filter.js';
import { compileProjection } from '../semantics/project.js';
import { encode } from '../storage/bson.js';
import { REVISION_BYTES } from '../storage/records.js';
import { documentField } from '../wire/raw-command.js';
import { CursorReply } from '../wire/reply.js';
import {
  collectionName,
  countArg,
  docArg,
  findCollection,
  flagArg,
  hintArg,
  maxTime,
  refuseCollation,
  refuseSet,
} from './arguments.js';
import type { Call, Command } from './command.js';
import { Cursor, DEFAULT_FIRST_BATCH, firstReply } from './cursor.js';
import { keptProjection } from './kept-projection.js';

const UNSUPPORTED = [
  'max',
  'min',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'let',
] as const;

const IGNORED = ['allowDiskUse', 'allowPartialResults', 'noCursorTimeout', 'oplogReplay'] as const;

export const findCommand: Command = {
  names: ['find'],
  fields: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'collation',
    ...UNSUPPORTED,
    ...IGNORED,
  ],
  run: find,
};

async function find(call: Call): Promise<CursorReply> {
  const { server, args, db } = call;
  const namespace = `${db}.${collectionName(call)}`;
  const query = findQuery(call);
  const project = projection(call);
  if (query === null) return new CursorReply('firstBatch', namespace, 0n, []);
  const cursor = new Cursor(namespace, documentBytes(query, project));
  return firstReply(server.cursors, cursor, {
    batchSize: countArg(args, 'batchSize') ?? DEFAULT_FIRST_BATCH,
    singleBatch: flagArg(args, 'singleBatch'),
    maxMilliseconds: maxTime(args),
  });
}

/** The planned query of a `find`; null when there is no such collection. */
export function findQuery(call: Call): Query | null {
  const { args, server } = call;
  refuseCollation(args);
  refuseSet(args, UNSUPPORTED);
  const spec = {
    filter: docArg(args, 'filter') ?? {},
    sort: docArg(args, 'sort') ?? {},
    skip: countArg(args, 'skip') ?? 0,
    limit: countArg(args, 'limit') ?? 0,
    hint: hintArg(args),
  };
  const collection = findCollection(call);
  if (collection !== undefined) return new Query(server.store, collection, spec);
  compileFilter(spec.filter);
  readSort(spec.sort);
  return null;
}

/** How a document is shown; null for one that is shown whole. */
type Show = (query: Query, row: Row) => Uint8Array;

function projection({ args, request }: Call): Show | null {
  const spec = docArg(args, 'projection');
  if (spec === undefined || Object.keys(spec).length === 0) return null;
  const kept = keptProjection(documentField(request.body, 'projection'));
  if (kept !== null) return (_query, { record }) => kept.of(record.subarray(REVISION_BYTES));
  const project = compileProjection(spec, { filter: docArg(args, 'filter') ?? {} });
  return (query, row) => encode(project(query.docOf(row)));
}

function* documentBytes(query: Query, show: Show | null): Generator<Uint8Array | null> {
  for (const row of query.rows()) {
    if (row === PAUSE) yield null;
    else yield show === null ? row.record.subarray(REVISION_BYTES) : show(query, row);
  }
}
