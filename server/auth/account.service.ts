import { ProblemCode } from '../../schema/problem-code.js';
import { HubError, invalid, unauthenticated } from '../errors.js';
import type { AccessTokenService, NewToken } from './access-token.service.js';
import type { AuditTrail } from './audit-trail.js';
import type { Client } from './client-address.js';
import type { MemberDocument, MemberModel } from './member.model.js';
import { requireName } from './member.service.js';
import type { SignedInViewer } from './own-account.js';
import { checkPassword } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { SessionService } from './session.service.js';
import type { SignInService } from './sign-in.service.js';
import type { Viewer } from './viewer.js';
import type { ViewerCache } from './viewer-cache.js';

export interface AccountParts {
  readonly members: MemberModel;
  readonly sessions: SessionService;
  readonly tokens: AccessTokenService;
  readonly passwords: Passwords;
  readonly signIn: SignInService;
  readonly audit: AuditTrail;
  readonly cache: ViewerCache;
}

type Profile = Pick<MemberDocument, 'name' | 'locale'>;

/** What members do with their own account. */
export class AccountService {
  constructor(private readonly parts: AccountParts) {}

  /** The member behind a viewer; throws `UNAUTHENTICATED` when there is none. */
  async memberOf({ memberId }: Viewer): Promise<MemberDocument> {
    const found = memberId && (await this.parts.members.findById(memberId).lean());
    if (!found) throw unauthenticated();
    return found;
  }

  /** Changes the name and the language of mail; throws `INVALID`. */
  async updateProfile(viewer: SignedInViewer, { name: given, locale }: Profile) {
    const name = requireName(given);
    const _id = viewer.memberId;
    await this.parts.members.updateOne({ _id }, { $set: { name, locale } });
    this.parts.cache.clear();
    return this.memberOf(viewer);
  }

  /** Ends all that was opened with the old password, and begins one session anew. */
  async changePassword(viewer: SignedInViewer, current: string, chosen: string, client: Client) {
    const { passwords, signIn, audit, sessions } = this.parts;
    const { memberId } = viewer;
    const { email } = await this.memberOf(viewer);
    await signIn.verify(email, current, client).catch(aboutCurrentPassword);
    checkPassword(chosen, email, 'newPassword');
    const revokedTokens = await this.setPassword(memberId, await passwords.hash(chosen));
    await audit.record({ memberId, action: 'password.change', address: client.address });
    return { session: await sessions.start(memberId, client), revokedTokens };
  }

  /** Stores it and ends all sessions and tokens; says how many tokens there were. */
  async setPassword(memberId: string, passwordHash: string): Promise<number> {
    await this.parts.members.updateOne(
      { _id: memberId },
      { $set: { passwordHash }, $unset: { reset: true } },
    );
    return this.endEverything(memberId);
  }

  /** Sessions and tokens; says how many tokens there were. */
  async endEverything(memberId: string): Promise<number> {
    await this.parts.sessions.endAll(memberId);
    return this.parts.tokens.revokeAll(memberId);
  }

  /** False when the member has no such session. */
  async endSession({ memberId }: Viewer, id: string, address: string): Promise<boolean> {
    if (memberId === null) return false;
    const isEnded = await this.parts.sessions.end(id, memberId);
    if (isEnded) {
      await this.parts.audit.record({ memberId, action: 'session.end', target: id, address });
    }
    return isEnded;
  }

  /** All but the one that asks; says how many ended. */
  async endOtherSessions({ memberId, credentialId = '' }: SignedInViewer, address: string) {
    const ended = await this.parts.sessions.endOthers(credentialId, memberId);
    const note = `${ended} others`;
    await this.parts.audit.record({ memberId, action: 'session.end', address, note });
    return ended;
  }

  /** The token itself is told this once. */
  async createToken({ memberId }: SignedInViewer, wanted: NewToken, { address }: Client) {
    const made = await this.parts.tokens.create(memberId, wanted);
    const { _id: target, scopes } = made.accessToken;
    const note = scopes.join(' ');
    await this.parts.audit.record({ memberId, action: 'token.create', target, address, note });
    return made;
  }

  /** Throws `NOT_FOUND` when the member has no such token. */
  async revokeToken({ memberId }: SignedInViewer, id: string, address: string): Promise<void> {
    await this.parts.tokens.revoke(id, memberId);
    await this.parts.audit.record({ memberId, action: 'token.revoke', target: id, address });
  }
}

/** Whoever is signed in already is told which of the two passwords was wrong. */
function aboutCurrentPassword(error: unknown): never {
  const isWrong = error instanceof HubError && error.code === ProblemCode.UNAUTHENTICATED;
  if (!isWrong) throw error;
  throw invalid('currentPassword', 'This is not your present password.');
}
