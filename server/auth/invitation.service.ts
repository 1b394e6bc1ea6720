import type { HubRole } from '../../schema/member-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { Clock } from '../clock.js';
import { HubError, invalid, notFound } from '../errors.js';
import { newId } from '../ids.js';
import type { Locale } from '../locale.js';
import type { AttemptLimits } from './attempt-limits.js';
import type { AuditTrail } from './audit-trail.js';
import type { Client } from './client-address.js';
import type { InvitationDocument, InvitationModel } from './invitation.model.js';
import { invitationLink } from './links.js';
import { letterOf } from './mail-texts.js';
import type { MemberDocument } from './member.model.js';
import { type MemberService, requireEmail, requireName } from './member.service.js';
import { checkPassword } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { Post } from './post.js';
import { digestOf, newSecret } from './secret.js';
import type { SessionService } from './session.service.js';
import type { SignedIn, SignInService } from './sign-in.service.js';
import type { Membership, Viewer } from './viewer.js';

const VALID_MS = 7 * 86_400_000;
/** Open ones of an institution. */
export const MAX_INVITATIONS = 200;

export interface InvitationParts {
  readonly model: InvitationModel;
  readonly members: MemberService;
  readonly sessions: SessionService;
  readonly signIn: SignInService;
  readonly passwords: Passwords;
  readonly limits: AttemptLimits;
  readonly audit: AuditTrail;
  readonly post: Post;
  readonly clock: Clock;
  readonly publicUrl: () => string;
}

export interface Invited {
  readonly email: string;
  readonly locale: Locale;
  readonly memberships: readonly Membership[];
  readonly hubRoles?: readonly HubRole[];
  /** Names of the institutions, for the letter. */
  readonly institutions?: readonly string[];
}

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Brings people in: by a link that is valid once. */
export class InvitationService {
  constructor(private readonly parts: InvitationParts) {}

  /** Sends the link; where that cannot be done it is in the answer, for the inviter to hand on. */
  async invite({ memberId }: Viewer, { institutions, ...invited }: Invited, address: string) {
    const { audit, post, publicUrl } = this.parts;
    const { invitation, secret } = await this.write(memberId, invited);
    const { _id: target, email, locale } = invitation;
    const note = rolesOf(invitation);
    await audit.record({ memberId, action: 'invitation.create', target, address, note });
    const link = invitationLink(publicUrl(), locale, secret);
    const isMailed = await post.send({
      to: email,
      ...letterOf('invitation', locale, link, institutions),
    });
    return { invitation, link: isMailed ? null : link };
  }

  /** Open ones, newest first. */
  async list(institution: string): Promise<readonly InvitationDocument[]> {
    const query = { 'memberships.institution': institution };
    const options = { sort: { createdAt: -1, _id: 1 }, limit: MAX_INVITATIONS } as const;
    const found = await this.parts.model.find(query, null, options).lean();
    const now = this.parts.clock.now();
    return found.filter(({ expiresAt }) => expiresAt > now);
  }

  findById(id: string): Promise<InvitationDocument | null> {
    return this.parts.model.findById(id).lean();
  }

  async revoke({ memberId }: Viewer, id: string, address: string): Promise<void> {
    const { deletedCount } = await this.parts.model.deleteOne({ _id: id });
    if (deletedCount === 0) throw notFound();
    await this.parts.audit.record({ memberId, action: 'invitation.revoke', target: id, address });
  }

  /** What a link invites to, for the page that it leads to; null for one that holds no longer. */
  async read(token: string): Promise<InvitationDocument | null> {
    const found = await this.parts.model.findOne({ hash: digestOf(token) }).lean();
    return found && found.expiresAt > this.parts.clock.now() ? found : null;
  }

  /**
   * Makes a member, or gives one that there is already more to do: then it takes that member's
   * session or password, so that nobody comes into an account by inviting its owner.
   */
  async accept(viewer: Viewer, given: Acceptance, client: Client): Promise<SignedIn> {
    const { limits, members, audit, signIn } = this.parts;
    await limits.take(digestOf(given.token), client.address);
    const invitation = await this.read(given.token);
    if (!invitation) throw expired();
    const known = await members.findByEmail(invitation.email);
    const admit = known
      ? await this.prepareKnown(known, viewer, given, client)
      : await this.prepareNew(invitation, given);
    await this.claim(invitation);
    const member = await admit(invitation);
    const { _id: memberId } = member;
    const { _id: target } = invitation;
    const { address } = client;
    const note = rolesOf(invitation);
    await audit.record({ memberId, action: 'invitation.accept', target, address, note });
    return signIn.admit(member, client, 'invitation');
  }

  /** Everything that can be wrong is found before the link is used up. */
  private async prepareNew({ email }: InvitationDocument, { name, password }: Acceptance) {
    const ownName = requireName(name);
    checkPassword(password, email);
    const passwordHash = await this.parts.passwords.hash(password);
    return ({ locale, memberships, hubRoles }: InvitationDocument) =>
      this.parts.members.create({
        email,
        name: ownName,
        locale,
        memberships,
        hubRoles,
        passwordHash,
      });
  }

  private async prepareKnown(
    { _id, email }: MemberDocument,
    { memberId }: Viewer,
    { password }: Acceptance,
    client: Client,
  ) {
    if (memberId !== _id) await this.parts.signIn.verify(email, password, client);
    return (invitation: InvitationDocument) => this.grant(_id, invitation);
  }

  /** Gives a member what an invitation promises; sessions begin anew with the new rights. */
  async grant(memberId: string, invitation: InvitationDocument): Promise<MemberDocument> {
    const member = await this.parts.members.change(memberId, ({ memberships, hubRoles }) => ({
      memberships: merged(memberships, invitation.memberships),
      hubRoles: [...new Set([...hubRoles, ...invitation.hubRoles])],
    }));
    await this.parts.sessions.endAll(memberId);
    return member;
  }

  /** Of two who use a link at the same time one comes too late. */
  async claim({ _id, hash }: InvitationDocument): Promise<void> {
    const { deletedCount } = await this.parts.model.deleteOne({ _id, hash });
    if (deletedCount === 0) throw expired();
  }

  /** The open ones for an address, whoever sent them. */
  async openFor(email: string): Promise<readonly InvitationDocument[]> {
    const found = await this.parts.model.find({ email }).lean();
    const now = this.parts.clock.now();
    return found.filter(({ expiresAt }) => expiresAt > now);
  }

  private async write(invitedBy: string | null, { email: given, ...invited }: Invited) {
    const { model, clock } = this.parts;
    const email = requireEmail(given);
    const now = clock.now();
    await this.refuseNeedless(email, invited.memberships);
    await model.deleteMany({ expiresAt: { $lt: now } });
    await this.makeRoom(email, invited.memberships);
    const secret = newSecret();
    const invitation: InvitationDocument = {
      hubRoles: [],
      ...invited,
      _id: newId('invitation', now),
      hash: digestOf(secret),
      email,
      invitedBy,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    };
    await model.create(invitation);
    return { invitation, secret };
  }

  private async refuseNeedless(email: string, memberships: readonly Membership[]): Promise<void> {
    const member = memberships.length > 0 && (await this.parts.members.findByEmail(email));
    if (!member) return;
    const has = new Set(member.memberships.map(({ institution }) => institution));
    if (!memberships.every(({ institution }) => has.has(institution))) return;
    throw invalid('email', 'This person is a member of the institution already.');
  }

  /** A new invitation to the same institution takes the place of the old one. */
  private async makeRoom(email: string, memberships: readonly Membership[]): Promise<void> {
    const { model } = this.parts;
    for (const { institution } of memberships) {
      await model.deleteMany({ email, 'memberships.institution': institution });
      const open = await model.countDocuments({ 'memberships.institution': institution });
      if (open >= MAX_INVITATIONS) throw tooMany();
    }
  }
}

function merged(old: readonly Membership[], more: readonly Membership[]): readonly Membership[] {
  const renewed = new Set(more.map(({ institution }) => institution));
  return [...old.filter(({ institution }) => !renewed.has(institution)), ...more];
}

const rolesOf = ({ memberships, hubRoles }: InvitationDocument): string =>
  [...memberships.map(({ institution, role }) => `${role} ${institution}`), ...hubRoles].join(', ');

const expired = () =>
  new HubError(
    ProblemCode.EXPIRED,
    'This invitation has been used, withdrawn or is older than seven days. Ask for a new one.',
  );

const tooMany = () =>
  new HubError(
    ProblemCode.LIMIT_REACHED,
    `There are ${MAX_INVITATIONS} open invitations already. Revoke those that nobody needs.`,
  );
