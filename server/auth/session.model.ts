import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../mongo/named-document.js';

export interface SessionDocument {
  readonly _id: string;
  /** Digest of the secret in the cookie. */
  readonly hash: string;
  /** Id of a member. */
  readonly member: string;
  readonly createdAt: Date;
  /** At most five minutes old while the session is in use. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  /** The network that it began in, not the whole address. */
  readonly address: string;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: text,
    hash: text,
    member: text,
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: moment,
    userAgent: { type: String, default: '' },
    address: { type: String, default: '' },
  },
  schemaOptions,
);
sessionSchema.index({ hash: 1 }, { unique: true });
sessionSchema.index({ member: 1, createdAt: -1, _id: 1 });
sessionSchema.index({ expiresAt: 1 }); // those that are over

export const createSessionModel = (connection: Connection) =>
  connection.model<SessionDocument>('Session', sessionSchema, 'sessions');

export type SessionModel = ReturnType<typeof createSessionModel>;
