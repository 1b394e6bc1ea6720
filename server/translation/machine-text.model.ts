import { type Connection, Schema } from 'mongoose';
import type { Locale } from '../locale.js';
import { schemaOptions } from '../mongo/named-document.js';
import type { SearchTexts } from '../search/search-engine.js';

/** What a machine made of one record, to find it by; never shown. */
export interface MachineTextDocument {
  /** The record's. */
  readonly _id: string;
  /** Present while something is to be translated. */
  readonly waitingSince?: Date;
  /** With it: the record's version that was found to lack something. */
  readonly waitingFor?: number;
  /** Fingerprint of what was translated. */
  readonly hash?: string;
  /** The record's version that it was last compared with. */
  readonly version?: number;
  readonly texts?: Partial<Record<Locale, SearchTexts>>;
  /** The data version that it was translated at. */
  readonly dataVersion?: number;
}

const machineTextSchema = new Schema<MachineTextDocument>(
  {
    _id: { type: String, required: true },
    waitingSince: Date,
    waitingFor: Number,
    hash: String,
    version: Number,
    texts: Schema.Types.Mixed,
    dataVersion: Number,
  },
  schemaOptions,
);

machineTextSchema.index(
  { waitingSince: 1, _id: 1 },
  { partialFilterExpression: { waitingSince: { $exists: true } } },
);
machineTextSchema.index({ dataVersion: 1, _id: 1 }); // what an index of another process lacks

export const createMachineTextModel = (connection: Connection) =>
  connection.model<MachineTextDocument>('MachineText', machineTextSchema, 'machine_texts');

export type MachineTextModel = ReturnType<typeof createMachineTextModel>;
