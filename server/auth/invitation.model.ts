import { type Connection, Schema } from 'mongoose';
import type { HubRole } from '../../schema/member-enums.js';
import type { Locale } from '../locale.js';
import { schemaOptions } from '../mongo/named-document.js';
import type { Membership } from './viewer.js';

export interface InvitationDocument {
  readonly _id: string;
  /** Digest of the secret in the link. */
  readonly hash: string;
  readonly email: string;
  readonly locale: Locale;
  readonly memberships: readonly Membership[];
  readonly hubRoles: readonly HubRole[];
  /** Id of a member; null: from the command line. */
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const invitationSchema = new Schema<InvitationDocument>(
  {
    _id: text,
    hash: text,
    email: text,
    locale: text,
    memberships: [{ _id: false, institution: text, role: text }],
    hubRoles: [String],
    invitedBy: { type: String, default: null },
    createdAt: moment,
    expiresAt: moment,
  },
  schemaOptions,
);
invitationSchema.index({ hash: 1 }, { unique: true });
invitationSchema.index({ email: 1 });
invitationSchema.index({ 'memberships.institution': 1, createdAt: -1, _id: 1 });
invitationSchema.index({ expiresAt: 1 });

export const createInvitationModel = (connection: Connection) =>
  connection.model<InvitationDocument>('Invitation', invitationSchema, 'invitations');

export type InvitationModel = ReturnType<typeof createInvitationModel>;
