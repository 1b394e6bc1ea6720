import { type Connection, Schema } from 'mongoose';
import type { StoredQueryStatus } from '../../schema/partner-enums.js';
import { schemaOptions } from '../mongo/named-document.js';

/** What a variable of a stored query may be. */
export type VariableValue =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean)[];

export interface StoredVariable {
  readonly name: string;
  /** Fixed, or what it is when a visitor says nothing. */
  readonly value: VariableValue;
  /** Whether a visitor may give another value. */
  readonly isOpen: boolean;
}

/** An operation of a partner, checked when it was saved. */
export interface StoredQueryDocument {
  /** Readable: lower-case letters, digits and hyphens; unique in the hub. */
  readonly _id: string;
  /** Id of a partner. */
  readonly partner: string;
  readonly title: string;
  readonly document: string;
  /** SHA-256 of the document, in hexadecimal. */
  readonly documentId: string;
  readonly operationName: string | null;
  readonly variables: readonly StoredVariable[];
  readonly status: StoredQueryStatus;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastUsedAt: Date | null;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const storedQuerySchema = new Schema<StoredQueryDocument>(
  {
    _id: text,
    partner: text,
    title: text,
    document: text,
    documentId: text,
    operationName: { type: String, default: null },
    variables: [
      {
        _id: false,
        name: text,
        value: { type: Schema.Types.Mixed, default: null },
        isOpen: Boolean,
      },
    ],
    status: text,
    version: { type: Number, required: true },
    createdAt: moment,
    updatedAt: moment,
    lastUsedAt: { type: Date, default: null },
  },
  schemaOptions,
);
storedQuerySchema.index({ documentId: 1, partner: 1, _id: 1 });
storedQuerySchema.index({ partner: 1, _id: 1 });

export const createStoredQueryModel = (connection: Connection) =>
  connection.model<StoredQueryDocument>('StoredQuery', storedQuerySchema, 'stored_queries');

export type StoredQueryModel = ReturnType<typeof createStoredQueryModel>;
