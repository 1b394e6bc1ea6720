import { type Model, mongo } from 'mongoose';
import { z } from 'zod';
import type { Models } from '../../server/mongo/models.js';

const { EJSON } = mongo.BSON;

/** Raised when an older hub could not read what this one writes; older files are still read. */
export const FORMAT = 3;

/**
 * What moves from hub to hub, in the order in which records build on each other. Sessions, tokens and links end where
 * they were given.
 */
export const TRANSFERRED = [
  'country',
  'group',
  'concept',
  'actor',
  'event',
  'attachmentText',
  'knowledge',
  'revision',
  'institutionRules',
  'member',
  'audit',
  'partner',
  'storedQuery',
  'partnerUsage',
  'state',
] as const satisfies readonly (keyof Models)[];

export type TransferredModel = (typeof TRANSFERRED)[number];

export interface StoredRecord {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** Leases of processes that index or translate mean nothing to another hub. */
export const WITHOUT_LEASE = { _id: { $nin: ['indexing', 'translating'] } } as const;

export const header = z.object({
  saberes: z.string(),
  format: z.number().int().min(1).max(FORMAT, `this hub reads formats up to ${FORMAT}`),
  exportedAt: z.iso.datetime(),
  /** As they were when the export began; what counts is the closing line. */
  counts: z.record(z.string(), z.number().int().min(0)),
});

export const closing = z.object({
  end: z.literal(true),
  documents: z.number().int().min(0),
  /** Over all lines before this one, each with its line feed. */
  sha256: z.string(),
});

/** All models are read and written as plain documents here. */
export const modelOf = (models: Models, name: TransferredModel): Model<StoredRecord> =>
  models[name] as unknown as Model<StoredRecord>;

export const collectionOf = (models: Models, name: TransferredModel): string =>
  models[name].collection.collectionName;

/** What a record is worth keeping of: the mark of the indexer is a matter of its own hub. */
export function withoutMark({ unindexedSince: _mark, ...record }: StoredRecord): StoredRecord {
  return record as StoredRecord;
}

/** Dates stay dates: `{"$date": "2020-12-04T00:00:00Z"}`. */
export const toLine = (value: object): string => EJSON.stringify(value);

/** Undefined when it is not JSON. */
export function fromLine(line: string): unknown {
  try {
    return EJSON.parse(line);
  } catch {
    return undefined;
  }
}
