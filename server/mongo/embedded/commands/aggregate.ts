import { countRows } from '../query/count-rows.js';
import { Pauses } from '../query/pauses.js';
import { Query } from '../query/query.js';
import { PAUSE } from '../query/rows.js';
import { type Doc, isDoc } from '../semantics/document.js';
import { failedToParse, located, StoreError } from '../semantics/errors.js';
import { compilePipeline, runPipeline } from '../semantics/pipeline.js';
import { encode } from '../storage/bson.js';
import type { Collection } from '../storage/collection.js';
import { REVISION_BYTES } from '../storage/records.js';
import type { Store } from '../storage/store.js';
import {
  collectionName,
  countArg,
  docArg,
  findCollection,
  hintArg,
  listArg,
  maxTime,
  refuseCollation,
  refuseSet,
} from './arguments.js';
import type { Call, Command } from './command.js';
import { type ByteSource, Cursor, DEFAULT_FIRST_BATCH, firstReply } from './cursor.js';
import { countField, splitPipeline } from './pipeline-query.js';

export const aggregateCommand: Command = {
  names: ['aggregate'],
  fields: [
    'pipeline',
    'cursor',
    'explain',
    'allowDiskUse',
    'hint',
    'collation',
    'let',
    'bypassDocumentValidation',
  ],
  run: aggregate,
};

/** What the memory for one pipeline's documents is bounded by. */
const MAX_PIPELINE_BYTES = 512 * 1024 * 1024;

async function aggregate(call: Call) {
  const { args, server, db } = call;
  if (args.explain === true) {
    throw failedToParse('Use the explain command to have a pipeline explained');
  }
  const stages = readPipeline(call);
  const cursorSpec = docArg(args, 'cursor');
  if (cursorSpec === undefined) {
    throw failedToParse(
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const source = await results(call, stages);
  return firstReply(server.cursors, new Cursor(`${db}.${collectionName(call)}`, source), {
    batchSize: countArg(cursorSpec, 'batchSize') ?? DEFAULT_FIRST_BATCH,
    singleBatch: false,
    maxMilliseconds: maxTime(args),
  });
}

/** Checks the whole pipeline before anything is read. */
export function readPipeline(call: Call): readonly Doc[] {
  const { args } = call;
  refuseCollation(args);
  refuseSet(args, ['let']);
  if (typeof args.aggregate !== 'string') {
    throw new StoreError(73, 'InvalidNamespace', 'Pipelines on a whole database are not supported');
  }
  const stages = listArg(args, 'pipeline') ?? [];
  if (isDoc(stages[0]) && '$changeStream' in stages[0]) {
    throw located(40573, 'The $changeStream stage is only supported on replica sets');
  }
  compilePipeline(stages);
  return stages as readonly Doc[];
}

async function results(call: Call, stages: readonly Doc[]): Promise<ByteSource> {
  const { server, args, db } = call;
  const { spec, rest } = splitPipeline(stages, hintArg(args));
  const collection = findCollection(call);
  const find = (name: string, filter: Doc) =>
    findDocs(server.store, server.store.catalog.find(db, name), filter);
  if (collection === undefined) return encoded(await runPipeline([], stages, { find }));
  const query = new Query(server.store, collection, spec);
  const counted = countField(rest);
  if (counted !== null) return countResult(query, counted, maxTime(args));
  if (rest.length === 0) return rowBytes(query);
  const docs = await collect(query, maxTime(args));
  return encoded(await runPipeline(docs, rest, { find }));
}

async function countResult(
  query: Query,
  { name, id }: { readonly name: string; readonly id?: unknown },
  maxMilliseconds: number,
): Promise<ByteSource> {
  const count = await countRows(query, maxMilliseconds);
  if (count === 0) return encoded([]);
  return encoded([id === undefined ? { [name]: count } : { _id: id, [name]: count }]);
}

function* rowBytes(query: Query): Generator<Uint8Array | null> {
  for (const row of query.rows()) yield row === PAUSE ? null : row.record.subarray(REVISION_BYTES);
}

function* encoded(docs: readonly Doc[]): Generator<Uint8Array> {
  for (const doc of docs) yield encode(doc);
}

async function collect(query: Query, maxMilliseconds: number): Promise<Doc[]> {
  const docs: Doc[] = [];
  let bytes = 0;
  await query.each((row) => {
    bytes += row.record.length;
    if (bytes > MAX_PIPELINE_BYTES) {
      throw new StoreError(
        292,
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'The pipeline reads too many documents',
      );
    }
    docs.push(query.docOf(row));
  }, new Pauses(maxMilliseconds));
  return docs;
}

/** What `$lookup` reads of another collection. */
async function findDocs(
  store: Store,
  collection: Collection | undefined,
  filter: Doc,
): Promise<Doc[]> {
  if (collection === undefined) return [];
  return collect(new Query(store, collection, { filter }), 0);
}
