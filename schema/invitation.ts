import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Locale } from './locale.js';
import { Member, Membership } from './member.js';
import { HubRole, InstitutionRole } from './member-enums.js';
import { MutationPayload } from './problem.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'Asks somebody to work with the hub.' })
export class Invitation {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly email!: string;

  @Field(() => [Membership], { description: 'What they will be for which institution.' })
  readonly memberships!: readonly Membership[];

  @Field(() => [HubRole])
  readonly hubRoles!: readonly HubRole[];

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'What a link of an invitation leads to.' })
export class InvitationPreview {
  @Field(() => String)
  readonly email!: string;

  @Field(() => [Membership])
  readonly memberships!: readonly Membership[];

  @Field(() => [HubRole])
  readonly hubRoles!: readonly HubRole[];

  @Field(() => Boolean, {
    description: 'The person has an account: accepting takes its session or its password.',
  })
  readonly isMember!: boolean;
}

@InputType({ description: 'Whom to invite, to what.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The id of an actor.' })
  readonly institution!: string;

  @Field(() => String, { description: 'The e-mail address; the member signs in with it.' })
  readonly email!: string;

  @Field(() => InstitutionRole)
  readonly role!: InstitutionRole;

  @Field(() => Locale, {
    nullable: true,
    description: 'Of the letter; usually that of the request.',
  })
  readonly locale?: Locale | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'An invitation that is valid for seven days, and once.',
})
export class InviteMemberPayload extends MutationPayload {
  @Field(() => Invitation, { nullable: true })
  readonly invitation!: Invitation | null;

  @Field(() => String, {
    nullable: true,
    description: 'To be handed to the person. Null when it was sent by mail.',
  })
  readonly link!: string | null;
}

@InputType({ description: 'Who accepts an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'From the link.' })
  readonly token!: string;

  @Field(() => String, { defaultValue: '', description: 'For a new account: how to be called.' })
  readonly name!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'The one to have, for a new account; otherwise that of the account.',
  })
  readonly password!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The member, signed in by the cookie of the answer.',
})
export class AcceptInvitationPayload extends MutationPayload {
  @Field(() => Member, { nullable: true })
  readonly member!: Member | null;
}

@InputType({ description: 'Which invitation is to be withdrawn.' })
export class RevokeInvitationInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The link of the invitation holds no longer.',
})
export class RevokeInvitationPayload extends MutationPayload {}
