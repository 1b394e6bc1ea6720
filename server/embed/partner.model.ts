import { type Connection, Schema } from 'mongoose';
import type { PartnerKeyKind } from '../../schema/partner-enums.js';
import { schemaOptions } from '../mongo/named-document.js';

/** A key as it is stored: what it is known by again, and the digest of the rest. */
export interface PartnerKeyDocument {
  readonly _id: string;
  readonly kind: PartnerKeyKind;
  /** Digest of the whole key. */
  readonly hash: string;
  /** Its first letters. */
  readonly prefix: string;
  readonly lastFour: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Somebody who shows the hub's answers on sites of their own. */
export interface PartnerDocument {
  readonly _id: string;
  readonly name: string;
  /** Id of an actor, whose editors keep the partner; null: administrators alone. */
  readonly actor: string | null;
  /** An e-mail address. */
  readonly contact: string;
  readonly origins: readonly string[];
  readonly keys: readonly PartnerKeyDocument[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const partnerSchema = new Schema<PartnerDocument>(
  {
    _id: text,
    name: text,
    actor: { type: String, default: null },
    contact: text,
    origins: [String],
    keys: [
      {
        _id: text,
        kind: text,
        hash: text,
        prefix: text,
        lastFour: text,
        createdAt: moment,
        lastUsedAt: { type: Date, default: null },
      },
    ],
    version: { type: Number, required: true },
    createdAt: moment,
    updatedAt: moment,
  },
  schemaOptions,
);
partnerSchema.index({ 'keys.hash': 1 });
partnerSchema.index({ name: 1, _id: 1 });
partnerSchema.index({ actor: 1, name: 1, _id: 1 });

export const createPartnerModel = (connection: Connection) =>
  connection.model<PartnerDocument>('Partner', partnerSchema, 'partners');

export type PartnerModel = ReturnType<typeof createPartnerModel>;
