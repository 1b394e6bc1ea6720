import { forbidden } from '../../errors.js';
import type { AuditTrail } from '../audit-trail.js';
import type { Client } from '../client-address.js';
import { normalizeEmail } from '../email-address.js';
import type { InvitationDocument } from '../invitation.model.js';
import type { InvitationService } from '../invitation.service.js';
import type { MemberDocument } from '../member.model.js';
import type { MemberService } from '../member.service.js';
import type { SignedIn, SignInService } from '../sign-in.service.js';
import type { Identity, IdentityProvider } from './identity-provider.js';

export interface IdentitySignInParts {
  readonly members: MemberService;
  readonly invitations: InvitationService;
  readonly signIn: SignInService;
  readonly audit: AuditTrail;
}

/** Lets members in whom an identity provider vouches for. */
export class IdentitySignIn {
  constructor(private readonly parts: IdentitySignInParts) {}

  /** Throws `FORBIDDEN` for whoever is neither a member nor invited. */
  async signIn(provider: IdentityProvider, identity: Identity, client: Client): Promise<SignedIn> {
    const member = await this.find(provider, identity);
    if (member && !member.isDisabled)
      return this.parts.signIn.admit(member, client, provider.settings.id);
    const target = member?._id ?? null;
    const note = provider.settings.id;
    const { address } = client;
    const refusal = { memberId: null, action: 'session.start', outcome: 'REFUSED' } as const;
    await this.parts.audit.record({ ...refusal, target, address, note });
    throw notInvited();
  }

  /** By what never changes; only the first time by an address that the provider has verified. */
  private async find(provider: IdentityProvider, identity: Identity) {
    const { members } = this.parts;
    const known = await members.findByIdentity(identity.key);
    if (known) return known;
    const email = normalizeEmail(identity.email ?? '');
    if (email === null) return null;
    const member = await members.findByEmail(email);
    if (member) return this.link(provider, identity, member);
    const open = await this.parts.invitations.openFor(email);
    const invitation = open.find((one) => mayVouchFor(provider, one));
    return invitation ? this.accept(invitation, identity) : null;
  }

  private async link(provider: IdentityProvider, { key }: Identity, member: MemberDocument) {
    if (member.isDisabled || !mayVouchFor(provider, member)) return null;
    const { _id, email } = member;
    const linked = await this.parts.members.change(_id, ({ identities }) => ({
      identities: [...new Set([...identities, key])],
    }));
    const note = `${provider.settings.id} for ${email.split('@')[1] ?? ''}`;
    await this.parts.audit.record({ memberId: _id, action: 'identity.link', note });
    return linked;
  }

  private async accept(invitation: InvitationDocument, { key, name }: Identity) {
    const { invitations, members, audit } = this.parts;
    const { _id: target, email, locale, memberships, hubRoles } = invitation;
    await invitations.claim(invitation);
    const parts = { email, locale, memberships, hubRoles, identities: [key] };
    const member = await members.create({
      ...parts,
      name: name ?? email.split('@', 1)[0] ?? email,
    });
    await audit.record({ memberId: member._id, action: 'invitation.accept', target });
    return member;
  }
}

type Rights = Pick<MemberDocument, 'memberships' | 'hubRoles'>;

/** The provider of one institution opens no account that reaches beyond it. */
function mayVouchFor(
  { settings: { institution } }: IdentityProvider,
  { memberships, hubRoles }: Rights,
): boolean {
  if (institution === null) return true;
  if (hubRoles.length > 0 || memberships.length === 0) return false;
  return memberships.every((one) => one.institution === institution);
}

const notInvited = () => forbidden('Nobody with this identity is a member or was invited.');
