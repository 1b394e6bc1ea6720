import type { Collection } from '../storage/collection.js';
import type { Records } from '../storage/records.js';
import { recordIdAtEnd, spaceRange } from '../storage/spaces.js';
import type { WriteQueue } from '../storage/write-queue.js';
import { compareAfter, KeyStream } from './key-stream.js';
import type { IndexPlan, Plan } from './plan.js';
import type { ScanStats } from './scan-stats.js';

const CHUNK = 256;

export interface ScanContext {
  readonly records: Records;
  readonly queue: Pick<WriteQueue, 'commits'>;
  readonly collection: Collection;
  readonly stats: ScanStats;
  /** How many documents will probably be read; 0 means all. */
  readonly expected: number;
}

/** The records that a plan leads to, each once, in the plan's order. */
export function recordIds(context: ScanContext, plan: Plan): Generator<number, void> {
  switch (plan.kind) {
    case 'id':
      return byId(context, plan.key);
    case 'collection':
      return allRecords(context, plan.reverse);
    case 'index':
      return plan.index.isId ? fromIdIndex(context, plan) : fromIndex(context, plan);
    case 'union':
      return fromUnion(context, plan.plans);
  }
}

function* byId({ records, collection, stats }: ScanContext, key: Buffer): Generator<number, void> {
  const recordId = records.recordIdOf(collection, key);
  if (recordId === undefined) return;
  stats.keys += 1;
  yield recordId;
}

function* allRecords(
  { records, collection }: ScanContext,
  reverse: boolean,
): Generator<number, void> {
  const range = { ...spaceRange(collection.space), sortOffset: 0 };
  const stream = new KeyStream(records.file, [range], reverse, CHUNK);
  for (let key = stream.peek(); key !== undefined; key = stream.peek()) {
    yield recordIdAtEnd(key);
    stream.skip();
  }
}

function* fromUnion(context: ScanContext, plans: readonly IndexPlan[]): Generator<number, void> {
  const seen = new Set<number>();
  for (const plan of plans) {
    for (const recordId of recordIds(context, plan)) {
      if (seen.has(recordId)) continue;
      seen.add(recordId);
      yield recordId;
    }
  }
}

function* fromIndex(context: ScanContext, plan: IndexPlan): Generator<number, void> {
  const keys = plan.streams.length > 1 ? merged(context, plan) : sequential(context, plan);
  const { stats } = context;
  if (!plan.index.isMultikey) {
    for (const key of keys) {
      stats.keys += 1;
      yield recordIdAtEnd(key);
    }
    return;
  }
  const seen = new Set<number>();
  for (const key of keys) {
    stats.keys += 1;
    const recordId = recordIdAtEnd(key);
    if (seen.has(recordId)) continue;
    seen.add(recordId);
    yield recordId;
  }
}

function* sequential({ records, expected }: ScanContext, plan: IndexPlan): Generator<Buffer, void> {
  const stream = new KeyStream(records.file, plan.streams[0] ?? [], plan.reverse, expected);
  for (let key = stream.peek(); key !== undefined; key = stream.peek()) {
    yield key;
    stream.skip();
  }
}

/** Several ordered streams as one, by what follows the beginning that each has in common. */
function* merged({ records, expected }: ScanContext, plan: IndexPlan): Generator<Buffer, void> {
  const { streams, reverse } = plan;
  let open = streams.map((ranges) => new KeyStream(records.file, ranges, reverse, expected));
  while (open.length > 0) {
    let best: KeyStream | undefined;
    let isOneEmpty = false;
    for (const stream of open) {
      if (stream.peek() === undefined) isOneEmpty = true;
      else if (best === undefined || comesBefore(stream, best, reverse)) best = stream;
    }
    if (isOneEmpty) open = open.filter((stream) => stream.peek() !== undefined);
    if (best === undefined) return;
    yield best.peek() as Buffer;
    best.skip();
  }
}

function comesBefore(a: KeyStream, b: KeyStream, reverse: boolean): boolean {
  const keyA = a.peek() as Buffer;
  const keyB = b.peek() as Buffer;
  const order = compareAfter(keyA, a.range?.sortOffset ?? 0, keyB, b.range?.sortOffset ?? 0);
  return reverse ? order > 0 : order < 0;
}

/** Entries of `_id_` hold the record in their value; whole keys are looked up one by one. */
function* fromIdIndex(context: ScanContext, plan: IndexPlan): Generator<number, void> {
  const { records, stats, expected } = context;
  const stream = plan.streams.flat();
  if (plan.wholeKeys) {
    for (const { start } of plan.reverse ? stream.reverse() : stream) {
      const value = records.file.peek(start);
      stats.keys += 1;
      if (value !== undefined) yield value.readUIntBE(0, 6);
    }
    return;
  }
  const keys = new KeyStream(records.file, stream, plan.reverse, expected);
  for (let key = keys.peek(); key !== undefined; key = keys.peek()) {
    const value = records.file.peek(key);
    stats.keys += 1;
    if (value !== undefined) yield value.readUIntBE(0, 6);
    keys.skip();
  }
}
