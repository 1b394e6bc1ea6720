import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import {
  ChangeMemberRoleInput,
  MemberInput,
  MemberPayload,
  RemoveMemberInput,
  SetHubRolesInput,
} from '../../schema/member-changes.js';
import { MemberConnection } from '../../schema/member-connection.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Auth } from './auth.js';
import type { MemberDocument } from './member.model.js';
import { toMember } from './member.view.js';
import { authorize } from './permissions.js';

/** Who works with the hub, and what they may do. */
@Resolver()
export class MemberResolver {
  constructor(private readonly auth: Auth) {}

  @Query(() => MemberConnection, { description: 'Members by name.' })
  async members(
    @Arg('institution', () => ID, {
      nullable: true,
      description: 'The id of an actor. Without it the whole hub, for administrators.',
    })
    institution: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { viewer, reader }: HubContext,
  ) {
    authorize(viewer, 'members', institution ?? null);
    const page = await this.auth.members.page(institution ?? null, first ?? 20, after ?? null);
    const edges = page.edges.map(({ cursor, node }) => ({
      cursor,
      node: toMember(node, viewer, reader.reference.actors),
    }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => MemberPayload, { description: 'Makes an editor of a contributor, or back.' })
  @UseMiddleware(ReturnProblems)
  async changeMemberRole(
    @Arg('input', () => ChangeMemberRoleInput) input: ChangeMemberRoleInput,
    @Ctx() context: HubContext,
  ) {
    const { member, ...membership } = input;
    authorize(context.viewer, 'changeMemberRole', membership.institution);
    return this.answer(context, await this.auth.roles.setRole(context.caller, member, membership));
  }

  @Mutation(() => MemberPayload, {
    description: 'Takes a member out of an institution; what they wrote stays.',
  })
  @UseMiddleware(ReturnProblems)
  async removeMember(
    @Arg('input', () => RemoveMemberInput) { member, institution }: RemoveMemberInput,
    @Ctx() context: HubContext,
  ) {
    authorize(context.viewer, 'removeMember', institution);
    return this.answer(context, await this.auth.roles.remove(context.caller, member, institution));
  }

  @Mutation(() => MemberPayload, { description: 'Appoints curators and administrators.' })
  @UseMiddleware(ReturnProblems)
  async setHubRoles(
    @Arg('input', () => SetHubRolesInput) { member, hubRoles }: SetHubRolesInput,
    @Ctx() context: HubContext,
  ) {
    authorize(context.viewer, 'setHubRoles', null);
    return this.answer(
      context,
      await this.auth.roles.setHubRoles(context.caller, member, hubRoles),
    );
  }

  @Mutation(() => MemberPayload, {
    description: 'Keeps a member out, at once and with all tokens.',
  })
  @UseMiddleware(ReturnProblems)
  async disableMember(
    @Arg('input', () => MemberInput) { member }: MemberInput,
    @Ctx() context: HubContext,
  ) {
    authorize(context.viewer, 'disableMember', null);
    return this.answer(context, await this.auth.roles.disable(context.caller, member));
  }

  @Mutation(() => MemberPayload, { description: 'Lets a member in again.' })
  @UseMiddleware(ReturnProblems)
  async enableMember(
    @Arg('input', () => MemberInput) { member }: MemberInput,
    @Ctx() context: HubContext,
  ) {
    authorize(context.viewer, 'enableMember', null);
    return this.answer(context, await this.auth.roles.enable(context.caller, member));
  }

  /** Whoever changed their own rights goes on with a new session. */
  private async answer({ viewer, caller, reader }: HubContext, changed: MemberDocument) {
    const isOwn = viewer.memberId === changed._id && viewer.via === 'SESSION';
    if (isOwn && !changed.isDisabled) {
      const session = await this.auth.sessions.start(changed._id, caller);
      caller.session.start(session.secret, session.expiresAt);
    }
    return { member: toMember(changed, viewer, reader.reference.actors) };
  }
}
