import { mongo } from 'mongoose';
import type { Hub } from '../../server/hub.js';
import { CommandError } from '../fail.js';
import { type CheckedFile, recordsOf } from './check-file.js';
import {
  modelOf,
  type StoredRecord,
  TRANSFERRED,
  type TransferredModel,
  toLine,
  WITHOUT_LEASE,
  withoutMark,
} from './transfer-format.js';

const BATCH = 200;
const DUPLICATE_KEY = 11000;

export interface ImportReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Whether a record went back to a version that search takes for outdated. */
  readonly wentBack: boolean;
}

interface Written {
  readonly count: number;
  readonly wentBack: boolean;
}

/**
 * Writes the records of a checked file by their ids; those that are the same stay. Marks every
 * knowledge record for the indexer, since a record shows names of what it links to.
 */
export async function importRecords(
  hub: Hub,
  file: CheckedFile,
  { replace, progress }: { replace: boolean; progress: (done: number, total: number) => void },
): Promise<ImportReport> {
  const removed = replace ? await removeOthers(hub, file) : 0;
  let written = 0;
  let done = 0;
  let wentBack = false;
  for await (const { name, records } of batchesOf(hub, file)) {
    const batch = await writeBatch(hub, name, records);
    written += batch.count;
    wentBack ||= batch.wentBack;
    done += records.length;
    progress(done, file.documents);
  }
  // In this order: who sees a mark must see the names that it was set for.
  await hub.dataVersion.bump({ reference: true, departure: true });
  await hub.writer.markAll();
  return { written, unchanged: done - written, removed, wentBack };
}

async function* batchesOf({ models }: Hub, { path }: CheckedFile) {
  let name: TransferredModel | undefined;
  let records: StoredRecord[] = [];
  for await (const placed of recordsOf(models, path)) {
    if (name && (placed.name !== name || records.length >= BATCH)) {
      yield { name, records };
      records = [];
    }
    name = placed.name;
    records.push(placed.record);
  }
  if (name) yield { name, records };
}

async function writeBatch(
  hub: Hub,
  name: TransferredModel,
  records: readonly StoredRecord[],
): Promise<Written> {
  const { collection } = modelOf(hub.models, name);
  const stored = collection.find<StoredRecord>({
    _id: { $in: records.map(({ _id }) => _id) },
  } as object);
  const present = new Map<string, StoredRecord>();
  for await (const record of stored) present.set(record._id, withoutMark(record));
  const changed = records.filter((record) => !isKnown(record, present.get(record._id)));
  if (changed.length === 0) return { count: 0, wentBack: false };
  const writes = changed.map((record) => toWrite(name, record));
  try {
    await collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[], {
      ordered: false,
    });
  } catch (error) {
    throw isDuplicate(error) ? duplicate(error) : error;
  }
  const isOlder = ({ _id, version }: StoredRecord) =>
    Number(version) < Number(present.get(_id)?.version);
  return { count: changed.length, wentBack: name === 'knowledge' && changed.some(isOlder) };
}

/** The data version of this hub only grows; one that is ahead of the file's stays. */
function isKnown(record: StoredRecord, present: StoredRecord | undefined): boolean {
  if (!present) return false;
  if (!isDataVersion(record)) return toLine(present) === toLine(record);
  const isAhead = (field: string) => Number(present[field] ?? 0) >= Number(record[field] ?? 0);
  return isAhead('version') && isAhead('reference');
}

const isDataVersion = ({ _id }: StoredRecord): boolean => _id === 'data';

function toWrite(name: TransferredModel, record: StoredRecord) {
  const filter = { _id: record._id };
  if (isDataVersion(record)) {
    const { version, reference } = record;
    return { updateOne: { filter, update: { $max: { version, reference } }, upsert: true } };
  }
  const mark = name === 'knowledge' ? { unindexedSince: new Date() } : {};
  return { replaceOne: { filter, replacement: { ...withoutMark(record), ...mark }, upsert: true } };
}

/** Removes what the file does not hold, before anything is written that could collide with it. */
async function removeOthers({ models }: Hub, { ids, models: told }: CheckedFile): Promise<number> {
  let removed = 0;
  for (const name of TRANSFERRED.filter((one) => one !== 'state' && told.has(one))) {
    const { collection } = modelOf(models, name);
    const kept = ids.get(name) ?? new Set();
    const others: string[] = [];
    for await (const { _id } of collection
      .find<StoredRecord>(WITHOUT_LEASE as object)
      .project({ _id: 1 })) {
      if (!kept.has(_id)) others.push(_id);
    }
    for (let start = 0; start < others.length; start += BATCH) {
      const batch = others.slice(start, start + BATCH);
      await collection.deleteMany({ _id: { $in: batch } } as object);
    }
    removed += others.length;
  }
  return removed;
}

const isDuplicate = (error: unknown): error is mongo.MongoBulkWriteError =>
  error instanceof mongo.MongoBulkWriteError && error.code === DUPLICATE_KEY;

function duplicate({ writeErrors }: mongo.MongoBulkWriteError): CommandError {
  const [first] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return new CommandError(
    `A record of the file has the slug or code of another that is stored here: ${first?.errmsg ?? ''}. Import into an empty hub, or with --replace.`,
  );
}
