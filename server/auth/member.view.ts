import type { AccessToken } from '../../schema/access-token.js';
import type { Actor } from '../../schema/actor.js';
import type { Invitation } from '../../schema/invitation.js';
import type { Member } from '../../schema/member.js';
import type { Session } from '../../schema/session.js';
import type { AccessTokenDocument } from './access-token.model.js';
import type { InvitationDocument } from './invitation.model.js';
import type { MemberDocument } from './member.model.js';
import type { SessionDocument } from './session.model.js';
import {
  isAdministrator,
  isEditorOf,
  type Membership as StoredMembership,
  type Viewer,
} from './viewer.js';

/** What this viewer sees of a member; institutions are looked up among those that are known. */
export function toMember(
  stored: MemberDocument,
  viewer: Viewer,
  actors: ReadonlyMap<string, Actor>,
): Member {
  const { _id: id, name, email, locale, hubRoles, isDisabled, createdAt } = stored;
  const memberships = toMemberships(stored.memberships, actors);
  const shownEmail = maySeeEmail(viewer, stored) ? email : null;
  return { id, name, email: shownEmail, locale, memberships, hubRoles, isDisabled, createdAt };
}

const toMemberships = (stored: readonly StoredMembership[], actors: ReadonlyMap<string, Actor>) =>
  stored.map(({ institution, role }) => ({ institution: actors.get(institution) ?? null, role }));

const maySeeEmail = (viewer: Viewer, { _id, memberships }: MemberDocument): boolean =>
  viewer.memberId === _id ||
  isAdministrator(viewer) ||
  memberships.some(({ institution }) => isEditorOf(viewer, institution));

export function toSession(stored: SessionDocument, viewer: Viewer, endsAt: Date): Session {
  const { _id: id, userAgent, address, createdAt, lastSeenAt } = stored;
  const isCurrent = viewer.credentialId === id;
  return { id, isCurrent, userAgent, address, createdAt, lastSeenAt, endsAt };
}

export function toAccessToken({ _id: id, ...stored }: AccessTokenDocument): AccessToken {
  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = stored;
  return { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt };
}

export function toInvitation(
  { _id: id, ...stored }: InvitationDocument,
  actors: ReadonlyMap<string, Actor>,
): Invitation {
  const { email, hubRoles, createdAt, expiresAt } = stored;
  const memberships = toMemberships(stored.memberships, actors);
  return { id, email, memberships, hubRoles, createdAt, expiresAt };
}
