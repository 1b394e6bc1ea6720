import { type Connection, Schema } from 'mongoose';
import type { StoredRevision } from '../knowledge/knowledge.document.js';
import { schemaOptions } from '../mongo/named-document.js';

export interface RevisionDocument extends StoredRevision {
  /** The record's id and the number. */
  readonly _id: string;
  readonly item: string;
}

const revisionSchema = new Schema<RevisionDocument>(
  {
    _id: { type: String, required: true },
    item: { type: String, required: true },
    number: { type: Number, required: true },
    action: { type: String, required: true },
    by: Schema.Types.Mixed,
    at: { type: Date, required: true },
    note: String,
    status: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
  },
  schemaOptions,
);

revisionSchema.index({ item: 1, number: -1 });

export const createRevisionModel = (connection: Connection) =>
  connection.model<RevisionDocument>('Revision', revisionSchema, 'revisions');

export type RevisionModel = ReturnType<typeof createRevisionModel>;
