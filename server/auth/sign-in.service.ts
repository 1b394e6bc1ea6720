import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';
import type { AttemptLimits } from './attempt-limits.js';
import type { AuditTrail } from './audit-trail.js';
import type { Client } from './client-address.js';
import { normalizeEmail } from './email-address.js';
import type { MemberDocument, MemberModel } from './member.model.js';
import type { Passwords } from './passwords.js';
import { digestOf } from './secret.js';
import type { SessionService, StartedSession } from './session.service.js';

export interface SignInParts {
  readonly members: MemberModel;
  readonly sessions: SessionService;
  readonly passwords: Passwords;
  readonly limits: AttemptLimits;
  readonly audit: AuditTrail;
}

export interface SignedIn {
  readonly member: MemberDocument;
  readonly session: StartedSession;
}

/** Lets members in who know their password. */
export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /** Throws `UNAUTHENTICATED`, the same whatever was wrong, or `RATE_LIMITED`. */
  async signIn(email: string, password: string, client: Client): Promise<SignedIn> {
    const member = await this.verify(email, password, client);
    return this.admit(member, client, 'password');
  }

  /** Begins a session for a member whose identity is certain. */
  async admit(member: MemberDocument, client: Client, note: string): Promise<SignedIn> {
    const session = await this.parts.sessions.start(member._id, client);
    const { _id: memberId } = member;
    const { address } = client;
    const action = 'session.start';
    await this.parts.audit.record({ memberId, action, target: session.id, address, note });
    return { member, session };
  }

  /** The member with this address and this password; throws as `signIn` does. */
  async verify(given: string, password: string, { address }: Client): Promise<MemberDocument> {
    const { limits, members, passwords } = this.parts;
    const email = normalizeEmail(given);
    const account = email ?? digestOf(given);
    await limits.take(account, address);
    const found = await members.findOne({ email: email ?? '' }).lean();
    const isRight = await passwords.matches(found?.passwordHash ?? null, password);
    if (!found || !isRight || found.isDisabled) {
      await this.refuse(found, address);
      throw wrongCredentials();
    }
    await limits.forgive(account);
    await this.renew(found, password);
    return found;
  }

  /** Of strangers the trail keeps no address that they typed: it may be a password. */
  private async refuse(found: MemberDocument | null, address: string): Promise<void> {
    const target = found?._id ?? null;
    const outcome = 'REFUSED';
    const action = 'session.start';
    await this.parts.audit.record({ memberId: null, action, target, outcome, address });
  }

  private async renew({ _id, passwordHash }: MemberDocument, password: string): Promise<void> {
    if (passwordHash === null) return;
    const renewed = await this.parts.passwords.renewed(passwordHash, password);
    if (!renewed) return;
    await this.parts.members.updateOne({ _id, passwordHash }, { passwordHash: renewed });
  }
}

const wrongCredentials = () =>
  new HubError(
    ProblemCode.UNAUTHENTICATED,
    'The e-mail address or the password is wrong. If you forgot the password, ask for a link to choose a new one.',
  );
