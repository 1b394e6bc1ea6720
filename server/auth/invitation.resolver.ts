import { Arg, Ctx, ID, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  Invitation,
  InvitationPreview,
  InviteMemberInput,
  InviteMemberPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from '../../schema/invitation.js';
import { notFound } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Auth } from './auth.js';
import type { InvitationDocument } from './invitation.model.js';
import { toInvitation, toMember } from './member.view.js';
import { authorize, isAllowed } from './permissions.js';
import { isAdministrator, type Viewer } from './viewer.js';

/** Bringing people in. */
@Resolver()
export class InvitationResolver {
  constructor(private readonly auth: Auth) {}

  @Query(() => [Invitation], { description: 'Open invitations to an institution, newest first.' })
  async invitations(
    @Arg('institution', () => ID, { description: 'The id of an actor.' }) institution: string,
    @Ctx() { viewer, reader }: HubContext,
  ): Promise<readonly Invitation[]> {
    authorize(viewer, 'invitations', institution);
    const found = await this.auth.invitations.list(institution);
    return found.map((invitation) => toInvitation(invitation, reader.reference.actors));
  }

  @Query(() => InvitationPreview, {
    nullable: true,
    description: 'What a link of an invitation leads to; null when it holds no longer.',
  })
  async invitation(
    @Arg('token', () => String, { description: 'From the link.' }) token: string,
    @Ctx() { reader }: HubContext,
  ): Promise<InvitationPreview | null> {
    const found = await this.auth.invitations.read(token);
    if (!found) return null;
    const isMember = (await this.auth.members.findByEmail(found.email)) !== null;
    const { email, memberships, hubRoles } = toInvitation(found, reader.reference.actors);
    return { email, memberships, hubRoles, isMember };
  }

  @Mutation(() => InviteMemberPayload, {
    description: 'Invites a person to an institution, by mail where the hub sends mail.',
  })
  @UseMiddleware(ReturnProblems)
  async inviteMember(
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() { viewer, caller, reader }: HubContext,
  ) {
    const { institution, role, email } = input;
    authorize(viewer, 'inviteMember', institution);
    const { actors } = reader.reference;
    const actor = actors.get(institution);
    if (!actor) throw notFound();
    const locale = input.locale ?? reader.locale;
    const memberships = [{ institution, role }];
    const invited = { email, locale, memberships, institutions: [actor.name] };
    const { invitation, link } = await this.auth.invitations.invite(
      viewer,
      invited,
      caller.address,
    );
    return { invitation: toInvitation(invitation, actors), link };
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Makes the account of an invited person, or adds to the one that there is.',
  })
  @UseMiddleware(ReturnProblems)
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() { viewer, caller, reader }: HubContext,
  ) {
    const { member, session } = await this.auth.invitations.accept(viewer, input, caller);
    caller.session.start(session.secret, session.expiresAt);
    const self = { ...viewer, memberId: member._id };
    return { member: toMember(member, self, reader.reference.actors) };
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Makes the link of an invitation void.' })
  @UseMiddleware(ReturnProblems)
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput) { id }: RevokeInvitationInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorize(viewer, 'revokeInvitation', institutionOf(viewer));
    const invitation = await this.auth.invitations.findById(id);
    if (!invitation || !mayRevoke(viewer, invitation)) throw notFound();
    await this.auth.invitations.revoke(viewer, id, caller.address);
    return {};
  }
}

/** Any that the viewer edits for: whoever edits for none learns nothing of any invitation. */
const institutionOf = (viewer: Viewer): string | null =>
  viewer.memberships
    .map(({ institution }) => institution)
    .find((institution) => isAllowed(viewer, 'revokeInvitation', institution)) ?? null;

const mayRevoke = (viewer: Viewer, { memberships, hubRoles }: InvitationDocument): boolean =>
  isAdministrator(viewer) ||
  (hubRoles.length === 0 &&
    memberships.every(({ institution }) => isAllowed(viewer, 'revokeInvitation', institution)));
