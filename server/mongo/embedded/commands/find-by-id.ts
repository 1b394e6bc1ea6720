import { RawReader } from '../storage/bson-walk.js';
import type { Collection } from '../storage/collection.js';
import { KeyWriter } from '../storage/key-encoding.js';
import type { RawProjection } from '../storage/raw-projection.js';
import type { Store } from '../storage/store.js';
import type { WireRequest } from '../wire/message.js';
import { RawCommand, type RawValue } from '../wire/raw-command.js';
import { CursorReply } from '../wire/reply.js';
import { DEFAULT_FIRST_BATCH, MAX_BATCH_BYTES } from './cursor.js';
import { keptProjection } from './kept-projection.js';

/** What a document has to hold beside its `_id`. */
interface Demand extends RawValue {
  readonly name: string;
}

interface Condition {
  readonly ids: readonly string[];
  readonly demands: readonly Demand[];
}

interface Lookup extends Condition {
  readonly db: string;
  readonly collection: string;
  readonly projection: RawProjection | null;
}

const ids = new KeyWriter();

/**
 * Answers a `find` of documents by text `_id`s from the bytes of the request and of the documents: the most
 * frequent question by far, and decoding, planning and a cursor cost more than the look-up. Null for anything
 * else, unusual, or wrong: that is the command's business.
 */
export function findById(store: Store, request: WireRequest): CursorReply | null {
  const lookup = readLookup(request);
  if (lookup === null) return null;
  const collection = store.catalog.find(lookup.db, lookup.collection);
  if (collection === undefined) return null;
  const documents = wantedDocuments(store, collection, lookup);
  return documents && new CursorReply('firstBatch', collection.namespace, 0n, documents);
}

function wantedDocuments(
  { records }: Store,
  collection: Collection,
  { ids: texts, demands, projection }: Lookup,
): readonly Buffer[] | null {
  const documents: Buffer[] = [];
  let bytes = 0;
  for (const key of keysOf(texts)) {
    const document = records.documentOf(collection, key);
    const isWanted = document !== undefined && meets(document, demands);
    if (isWanted === null) return null;
    if (!isWanted) continue;
    const kept = projection === null ? document : projection.of(document);
    documents.push(kept);
    bytes += kept.length;
    if (bytes > MAX_BATCH_BYTES) return null;
  }
  return documents;
}

/** In the order of the index, each once. */
function keysOf(texts: readonly string[]): readonly Buffer[] {
  const keys = texts.map((text) => ids.reset().field(text, false).takeBody());
  if (keys.length < 2) return keys;
  keys.sort((a, b) => Buffer.compare(a, b));
  return keys.filter((key, at) => at === 0 || !key.equals(keys[at - 1] as Buffer));
}

/** Null where bytes do not tell: a list may hold what is demanded. */
function meets(document: Buffer, demands: readonly Demand[]): boolean | null {
  for (const demand of demands) {
    const answer = meetsOne(document, demand);
    if (answer !== true) return answer;
  }
  return true;
}

function meetsOne(document: Buffer, { name, type, bytes }: Demand): boolean | null {
  const fields = new RawReader(document, 0);
  while (fields.next()) {
    if (fields.name !== name) continue;
    if (fields.type === type) return bytes.compare(document, fields.valueStart, fields.end) === 0;
    return fields.type === ARRAY || !COMPARABLE.has(fields.type) ? null : false;
  }
  return false;
}

const ARRAY = 4;
/** Numbers, text, documents, booleans, dates, null: values that equal no text or boolean. */
const COMPARABLE = new Set([1, 2, 3, 7, 8, 9, 10, 16, 18]);

function readLookup({ body, sequences }: WireRequest): Lookup | null {
  const command = new RawCommand(body);
  if (sequences.size > 0 || !command.next() || !command.is('find')) return null;
  const collection = command.text();
  let db: string | null = null;
  let condition: Condition | null = null;
  let projection: RawProjection | null = null;
  let most = DEFAULT_FIRST_BATCH;
  while (command.next()) {
    if (command.is('filter')) condition = readCondition(command.document());
    else if (command.is('$db')) db = command.text();
    else if (isBound(command)) most = Math.min(most, command.int() ?? 0);
    else if (command.is('projection')) {
      projection = keptProjection(command.document());
      if (projection === null) return null;
    } else if (!isHarmless(command)) return null;
  }
  if (collection === null || db === null || condition === null) return null;
  // More than fit into the first answer, or are wanted, are left to a cursor.
  return condition.ids.length <= most ? { db, collection, projection, ...condition } : null;
}

const isBound = (command: RawCommand) => command.is('limit') || command.is('batchSize');

/** `_id` and, beside it, fields that have to be a text or a boolean. */
function readCondition(filter: Buffer | null): Condition | null {
  if (filter === null) return null;
  const fields = new RawCommand(filter);
  let texts: readonly string[] | null = null;
  const demands: Demand[] = [];
  while (fields.next()) {
    const { name } = fields;
    if (name === '_id') {
      texts = fields.texts();
      continue;
    }
    const value = fields.plainValue();
    if (value === null || name.includes('.') || name.startsWith('$')) return null;
    demands.push({ name, ...value });
  }
  return texts === null ? null : { ids: texts, demands };
}

/** What may stand beside the filter without changing the answer to a look-up. */
const isHarmless = (command: RawCommand): boolean =>
  command.is('lsid') || (command.is('singleBatch') && command.isBoolean);
