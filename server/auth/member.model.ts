import { type Connection, Schema } from 'mongoose';
import type { HubRole } from '../../schema/member-enums.js';
import type { Locale } from '../locale.js';
import { schemaOptions } from '../mongo/named-document.js';
import type { Membership } from './viewer.js';

export interface MemberDocument {
  readonly _id: string;
  /** Grows with every change of rights. */
  readonly version: number;
  /** Normalised: the same person always writes the same. */
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** Null: no password was ever set; an identity provider or a link lets them in. */
  readonly passwordHash: string | null;
  readonly memberships: readonly Membership[];
  readonly hubRoles: readonly HubRole[];
  readonly isDisabled: boolean;
  /** Who they are at identity providers: issuer and subject, with a space between. */
  readonly identities: readonly string[];
  readonly createdAt: Date;
  /** A link that lets them choose a password; a newer one takes its place. */
  readonly reset?: { readonly hash: string; readonly expiresAt: Date };
}

const text = { type: String, required: true } as const;

const memberSchema = new Schema<MemberDocument>(
  {
    _id: text,
    version: { type: Number, required: true },
    email: text,
    name: text,
    locale: text,
    passwordHash: { type: String, default: null },
    memberships: [{ _id: false, institution: text, role: text }],
    hubRoles: [String],
    isDisabled: { type: Boolean, required: true },
    identities: [String],
    createdAt: { type: Date, required: true },
    reset: { type: { hash: text, expiresAt: { type: Date, required: true } }, _id: false },
  },
  schemaOptions,
);
memberSchema.index({ email: 1 }, { unique: true });
memberSchema.index({ 'memberships.institution': 1, name: 1, _id: 1 });
memberSchema.index({ hubRoles: 1 });
memberSchema.index({ identities: 1 });
memberSchema.index({ name: 1, _id: 1 });
memberSchema.index({ 'reset.hash': 1 }, { sparse: true });

export const createMemberModel = (connection: Connection) =>
  connection.model<MemberDocument>('Member', memberSchema, 'members');

export type MemberModel = ReturnType<typeof createMemberModel>;
