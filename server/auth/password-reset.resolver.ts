import { Arg, Ctx, Mutation, Resolver, UseMiddleware } from 'type-graphql';
import {
  CreateResetLinkInput,
  CreateResetLinkPayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
} from '../../schema/password-reset.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Auth } from './auth.js';
import { toMember } from './member.view.js';
import { authorize } from './permissions.js';

/** Choosing a password by a link. */
@Resolver()
export class PasswordResetResolver {
  constructor(private readonly auth: Auth) {}

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Sends a link to the member with this address, if there is one.',
  })
  @UseMiddleware(ReturnProblems)
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) { email }: RequestPasswordResetInput,
    @Ctx() { caller }: HubContext,
  ) {
    await this.auth.resets.request(email, caller);
    return { sendsMail: this.auth.post.isOpen };
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Takes a link and the password to have.' })
  @UseMiddleware(ReturnProblems)
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) { token, newPassword }: ResetPasswordInput,
    @Ctx() { viewer, caller, reader }: HubContext,
  ) {
    const { member, session } = await this.auth.resets.reset(token, newPassword, caller);
    caller.session.start(session.secret, session.expiresAt);
    const self = { ...viewer, memberId: member._id };
    return { member: toMember(member, self, reader.reference.actors) };
  }

  @Mutation(() => CreateResetLinkPayload, {
    description: 'A link with which a member chooses a password; for administrators.',
  })
  @UseMiddleware(ReturnProblems)
  async createResetLink(
    @Arg('input', () => CreateResetLinkInput) { member }: CreateResetLinkInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorize(viewer, 'createResetLink', null);
    return { link: await this.auth.resets.linkFor(viewer, member, caller.address) };
  }
}
