import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import type { Clock } from '../clock.js';
import { HubError, notFound } from '../errors.js';
import type { AccountService } from './account.service.js';
import type { AttemptLimits } from './attempt-limits.js';
import type { AuditTrail } from './audit-trail.js';
import type { Client } from './client-address.js';
import { normalizeEmail } from './email-address.js';
import { resetLink } from './links.js';
import { letterOf } from './mail-texts.js';
import type { MemberDocument, MemberModel } from './member.model.js';
import { checkPassword } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { Post } from './post.js';
import { digestOf, newSecret } from './secret.js';
import type { SignedIn, SignInService } from './sign-in.service.js';
import type { Viewer } from './viewer.js';

const VALID_MS = 3_600_000;

export interface PasswordResetParts {
  readonly members: MemberModel;
  readonly account: AccountService;
  readonly signIn: SignInService;
  readonly passwords: Passwords;
  readonly limits: AttemptLimits;
  readonly audit: AuditTrail;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: () => string;
}

/** Lets members choose a new password by a link that is valid once. */
export class PasswordResetService {
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly parts: PasswordResetParts) {}

  /**
   * Sends a link to the member with this address. Neither the answer nor its time tells whether
   * there is one: everything that depends on it happens afterwards.
   */
  async request(given: string, { address }: Client): Promise<void> {
    const email = normalizeEmail(given);
    await this.parts.limits.take(`reset ${email ?? digestOf(given)}`, address);
    if (email === null || !this.parts.post.isOpen) return;
    this.underWay = this.send(email, address).catch((error: unknown) => {
      this.parts.log.warn({ reason: (error as Error).message }, 'a reset link could not be made');
    });
  }

  /** A link for a member, for an administrator to hand on; throws `NOT_FOUND`. */
  async linkFor({ memberId }: Viewer, id: string, address: string): Promise<string> {
    const member = await this.parts.members.findById(id).lean();
    if (!member || member.isDisabled) throw notFound();
    const action = 'password.link';
    await this.parts.audit.record({ memberId, action, target: id, address });
    return this.newLink(member);
  }

  /** Chooses the password, ends all that was open and begins a session; throws `EXPIRED`. */
  async reset(token: string, password: string, client: Client): Promise<SignedIn> {
    const { members, passwords, limits, audit, account, signIn } = this.parts;
    const hash = digestOf(token);
    await limits.take(hash, client.address);
    const member = await members.findOne({ 'reset.hash': hash }).lean();
    if (!this.mayUse(member)) throw expired();
    checkPassword(password, member.email, 'newPassword');
    const passwordHash = await passwords.hash(password);
    const { modifiedCount } = await members.updateOne(
      { _id: member._id, 'reset.hash': hash },
      { $set: { passwordHash }, $unset: { reset: true } },
    );
    if (modifiedCount === 0) throw expired();
    const { _id: memberId } = member;
    await account.endEverything(memberId);
    await limits.forgive(member.email);
    await audit.record({ memberId, action: 'password.reset', address: client.address });
    return signIn.admit(member, client, 'reset link');
  }

  /** Resolves when what was asked for has been sent. */
  settle(): Promise<void> {
    return this.underWay;
  }

  private mayUse(member: MemberDocument | null): member is MemberDocument {
    if (!member?.reset || member.isDisabled) return false;
    return member.reset.expiresAt > this.parts.clock.now();
  }

  private async send(email: string, address: string): Promise<void> {
    const member = await this.parts.members.findOne({ email }).lean();
    if (!member || member.isDisabled) return;
    const { _id: target, locale } = member;
    const action = 'password.request';
    await this.parts.audit.record({ memberId: null, action, target, address });
    const link = await this.newLink(member);
    await this.parts.post.send({ to: email, ...letterOf('reset', locale, link) });
  }

  /** An older link of the member is no longer valid. */
  private async newLink({ _id, locale }: MemberDocument): Promise<string> {
    const secret = newSecret();
    const expiresAt = new Date(this.parts.clock.now().getTime() + VALID_MS);
    await this.parts.members.updateOne({ _id }, { reset: { hash: digestOf(secret), expiresAt } });
    return resetLink(this.parts.publicUrl(), locale, secret);
  }
}

const expired = () =>
  new HubError(
    ProblemCode.EXPIRED,
    'This link has been used, replaced by a newer one, or is older than an hour. Ask for a new one.',
  );
