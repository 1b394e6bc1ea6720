import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../mongo/named-document.js';

/** What one partner asked for on one day, with one query, from one origin. */
export interface PartnerUsageDocument {
  /** All of these, so that hub processes add to the same document. */
  readonly _id: string;
  readonly partner: string;
  /** As 2026-03-02, in UTC. */
  readonly day: string;
  /** Id of a stored or a ready-made query; empty: an operation of the caller's own. */
  readonly query: string;
  /** Empty: a server, which has none. */
  readonly origin: string;
  readonly requests: number;
  readonly cost: number;
}

const text = { type: String, required: true } as const;
/** May be empty, which mongoose does not take for a required text. */
const anyText = { type: String, default: '' } as const;
const count = { type: Number, default: 0 } as const;

const partnerUsageSchema = new Schema<PartnerUsageDocument>(
  {
    _id: text,
    partner: text,
    day: text,
    query: anyText,
    origin: anyText,
    requests: count,
    cost: count,
  },
  schemaOptions,
);
partnerUsageSchema.index({ partner: 1, day: 1 });
partnerUsageSchema.index({ day: 1 });

export const createPartnerUsageModel = (connection: Connection) =>
  connection.model<PartnerUsageDocument>('PartnerUsage', partnerUsageSchema, 'partner_usage');

export type PartnerUsageModel = ReturnType<typeof createPartnerUsageModel>;
