import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import {
  CreateAccessTokenInput,
  CreateAccessTokenPayload,
  RevokeAccessTokenInput,
  RevokeAccessTokenPayload,
} from '../../schema/access-token.js';
import { Me } from '../../schema/me.js';
import { UpdateProfileInput, UpdateProfilePayload } from '../../schema/profile.js';
import {
  RevokeOtherSessionsPayload,
  RevokeSessionInput,
  RevokeSessionPayload,
} from '../../schema/session.js';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  SignInInput,
  SignInPayload,
  SignOutPayload,
} from '../../schema/sign-in.js';
import { notFound } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Auth } from './auth.js';
import { toAccessToken, toMember, toSession } from './member.view.js';
import { authorizeInPerson } from './own-account.js';

/** Signing in and out, and what members do with their own account. */
@Resolver(() => Me)
export class AccountResolver {
  constructor(private readonly auth: Auth) {}

  @Query(() => Me, { nullable: true, description: 'Null for whoever is not signed in.' })
  async me(@Ctx() { viewer, reader }: HubContext): Promise<Partial<Me> | null> {
    if (viewer.memberId === null) return null;
    const member = await this.auth.account.memberOf(viewer);
    return { member: toMember(member, viewer, reader.reference.actors), scopes: viewer.scopes };
  }

  @FieldResolver()
  async sessions(@Root() { member }: Me, @Ctx() { viewer }: HubContext) {
    const { sessions } = this.auth;
    const found = await sessions.list(member.id);
    return found.map((session) => toSession(session, viewer, sessions.endOf(session)));
  }

  @FieldResolver()
  async accessTokens(@Root() { member }: Me) {
    return (await this.auth.tokens.list(member.id)).map(toAccessToken);
  }

  @Mutation(() => SignInPayload, { description: 'Begins a session, which the cookie carries.' })
  @UseMiddleware(ReturnProblems)
  async signIn(
    @Arg('input', () => SignInInput) { email, password }: SignInInput,
    @Ctx() { caller, reader }: HubContext,
  ) {
    const { member, session } = await this.auth.signIn.signIn(email, password, caller);
    caller.session.start(session.secret, session.expiresAt);
    const viewer = { ...caller.viewer, memberId: member._id };
    return { member: toMember(member, viewer, reader.reference.actors) };
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session; without one nothing happens.' })
  @UseMiddleware(ReturnProblems)
  async signOut(@Ctx() { viewer, caller }: HubContext) {
    if (viewer.via === 'SESSION' && viewer.credentialId) {
      await this.auth.account.endSession(viewer, viewer.credentialId, caller.address);
    }
    caller.session.end();
    return {};
  }

  @Mutation(() => UpdateProfilePayload, { description: 'Name and language of mail.' })
  @UseMiddleware(ReturnProblems)
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() { viewer, reader }: HubContext,
  ) {
    authorizeInPerson(viewer, 'updateProfile');
    const member = await this.auth.account.updateProfile(viewer, input);
    return { member: toMember(member, viewer, reader.reference.actors) };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Ends all sessions, begins this one anew, and revokes all access tokens.',
  })
  @UseMiddleware(ReturnProblems)
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorizeInPerson(viewer, 'changePassword');
    const { currentPassword, newPassword } = input;
    const { session, revokedTokens } = await this.auth.account.changePassword(
      viewer,
      currentPassword,
      newPassword,
      caller,
    );
    caller.session.start(session.secret, session.expiresAt);
    return { revokedTokens };
  }

  @Mutation(() => RevokeSessionPayload, { description: 'Ends a session of the member who asks.' })
  @UseMiddleware(ReturnProblems)
  async revokeSession(
    @Arg('input', () => RevokeSessionInput) { id }: RevokeSessionInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorizeInPerson(viewer, 'revokeSession');
    if (!(await this.auth.account.endSession(viewer, id, caller.address))) throw notFound();
    if (id === viewer.credentialId) caller.session.end();
    return {};
  }

  @Mutation(() => RevokeOtherSessionsPayload, {
    description: 'Ends all sessions of the member who asks but this one.',
  })
  @UseMiddleware(ReturnProblems)
  async revokeOtherSessions(@Ctx() { viewer, caller }: HubContext) {
    authorizeInPerson(viewer, 'revokeOtherSessions');
    return { endedSessions: await this.auth.account.endOtherSessions(viewer, caller.address) };
  }

  @Mutation(() => CreateAccessTokenPayload, { description: 'Needs a session, not a token.' })
  @UseMiddleware(ReturnProblems)
  async createAccessToken(
    @Arg('input', () => CreateAccessTokenInput) input: CreateAccessTokenInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorizeInPerson(viewer, 'createAccessToken');
    const { secret, accessToken } = await this.auth.account.createToken(viewer, input, caller);
    return { secret, accessToken: toAccessToken(accessToken) };
  }

  @Mutation(() => RevokeAccessTokenPayload)
  @UseMiddleware(ReturnProblems)
  async revokeAccessToken(
    @Arg('input', () => RevokeAccessTokenInput) { id }: RevokeAccessTokenInput,
    @Ctx() { viewer, caller }: HubContext,
  ) {
    authorizeInPerson(viewer, 'revokeAccessToken');
    await this.auth.account.revokeToken(viewer, id, caller.address);
    return {};
  }
}
