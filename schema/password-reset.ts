import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Member } from './member.js';
import { MutationPayload } from './problem.js';

@InputType({ description: 'Who forgot the password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The e-mail address that the member signs in with.' })
  readonly email!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The same for every address, whether or not somebody has it.',
})
export class RequestPasswordResetPayload extends MutationPayload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this hub sends mail. If not, an administrator can make a link.',
  })
  readonly sendsMail!: boolean | null;
}

@InputType({ description: 'The password to have from now on.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the link.' })
  readonly token!: string;

  @Field(() => String, { description: '12 to 200 characters; none of the usual ones.' })
  readonly newPassword!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'All sessions have ended, all access tokens are revoked; a new session has begun.',
})
export class ResetPasswordPayload extends MutationPayload {
  @Field(() => Member, { nullable: true })
  readonly member!: Member | null;
}

@InputType({ description: 'Who needs a link to choose a password.' })
export class CreateResetLinkInput {
  @Field(() => ID, { description: 'The id of a member.' })
  readonly member!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A link that is valid for an hour, and once.',
})
export class CreateResetLinkPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'To be handed to the member.' })
  readonly link!: string | null;
}
