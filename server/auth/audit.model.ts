import { type Connection, Schema } from 'mongoose';
import type { AuditOutcome } from '../../schema/audit-entry.js';
import { schemaOptions } from '../mongo/named-document.js';

export interface AuditDocument {
  /** Begins with its time: ids sort by age. */
  readonly _id: string;
  readonly at: Date;
  /** Who did it; null for somebody who is not signed in. */
  readonly memberId: string | null;
  /** A dotted name, as `session.start`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly target: string | null;
  readonly outcome: `${AuditOutcome}`;
  /** The network that it came from, not the whole address. */
  readonly address: string | null;
  readonly note: string | null;
}

const text = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;

const auditSchema = new Schema<AuditDocument>(
  {
    _id: text,
    at: { type: Date, required: true },
    memberId: optional,
    action: text,
    target: optional,
    outcome: text,
    address: optional,
    note: optional,
  },
  schemaOptions,
);
auditSchema.index({ memberId: 1, _id: -1 });
auditSchema.index({ action: 1, _id: -1 });
auditSchema.index({ target: 1, _id: -1 });
auditSchema.index({ outcome: 1, _id: -1 });

export const createAuditModel = (connection: Connection) =>
  connection.model<AuditDocument>('AuditEntry', auditSchema, 'audit');

export type AuditModel = ReturnType<typeof createAuditModel>;
