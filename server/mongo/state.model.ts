import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from './named-document.js';

/** Small facts that hub processes share: the data version, who indexes, what was loaded. */
export interface StateDocument {
  readonly _id: 'data' | 'indexing' | 'translating' | 'seeds' | 'harvesting';
  /** `data`: grows with every public change. */
  readonly version?: number;
  /** `data`: grows when countries, concepts, actors or events change. */
  readonly reference?: number;
  /** `data`: grows when something that was public is so no longer. */
  readonly departures?: number;
  /** `indexing`, `translating`: the process that does it, and until when it may. */
  readonly holder?: string;
  readonly until?: Date;
  /** `seeds`: fingerprint of all shipped content that was loaded last. */
  readonly hash?: string;
  /** `harvesting`: what resumption tokens are signed with. */
  readonly key?: string;
}

const stateSchema = new Schema<StateDocument>(
  {
    _id: { type: String, required: true },
    version: Number,
    reference: Number,
    departures: Number,
    holder: String,
    until: Date,
    hash: String,
    key: String,
  },
  schemaOptions,
);

export const createStateModel = (connection: Connection) =>
  connection.model<StateDocument>('State', stateSchema, 'hub_state');

export type StateModel = ReturnType<typeof createStateModel>;
