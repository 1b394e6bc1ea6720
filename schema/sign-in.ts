import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Member } from './member.js';
import { MutationPayload } from './problem.js';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The e-mail address; capitals do not matter.' })
  readonly email!: string;

  @Field(() => String, { description: 'As it was chosen.' })
  readonly password!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The session itself is in the cookie of the answer.',
})
export class SignInPayload extends MutationPayload {
  @Field(() => Member, { nullable: true })
  readonly member!: Member | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The session has ended; the browser forgets its cookie.',
})
export class SignOutPayload extends MutationPayload {}

@InputType({ description: 'The password as it is, and as it is to be.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The one that is valid now.' })
  readonly currentPassword!: string;

  @Field(() => String, { description: '12 to 200 characters; none of the usual ones.' })
  readonly newPassword!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'All other sessions have ended and all access tokens are revoked.',
})
export class ChangePasswordPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many access tokens were revoked.' })
  readonly revokedTokens!: number | null;
}
