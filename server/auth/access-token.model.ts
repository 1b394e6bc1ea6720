import { type Connection, Schema } from 'mongoose';
import type { TokenScope } from '../../schema/member-enums.js';
import { schemaOptions } from '../mongo/named-document.js';

export interface AccessTokenDocument {
  readonly _id: string;
  /** Digest of the whole token. */
  readonly hash: string;
  /** Its first letters, by which people know it again. */
  readonly prefix: string;
  readonly name: string;
  /** Id of a member. */
  readonly member: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const accessTokenSchema = new Schema<AccessTokenDocument>(
  {
    _id: text,
    hash: text,
    prefix: text,
    name: text,
    member: text,
    scopes: [String],
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: { type: Date, default: null },
  },
  schemaOptions,
);
accessTokenSchema.index({ hash: 1 }, { unique: true });
accessTokenSchema.index({ member: 1, createdAt: -1, _id: 1 });
accessTokenSchema.index({ expiresAt: 1 });

export const createAccessTokenModel = (connection: Connection) =>
  connection.model<AccessTokenDocument>('AccessToken', accessTokenSchema, 'access_tokens');

export type AccessTokenModel = ReturnType<typeof createAccessTokenModel>;
