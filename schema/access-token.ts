import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TokenScope } from './member-enums.js';
import { MutationPayload } from './problem.js';
import { DateTime } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Lets a program act for a member, as "Authorization: Bearer sab_…".',
})
export class AccessToken {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'Its first letters; the rest is shown only once.' })
  readonly prefix!: string;

  @Field(() => [TokenScope])
  readonly scopes!: readonly TokenScope[];

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime)
  readonly expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'To about five minutes.' })
  readonly lastUsedAt!: Date | null;
}

@InputType({ description: 'What an access token is to be.' })
export class CreateAccessTokenInput {
  @Field(() => String, { description: 'What it is for, up to 100 characters.' })
  readonly name!: string;

  @Field(() => [TokenScope])
  readonly scopes!: TokenScope[];

  @Field(() => Int, { defaultValue: 90, description: 'How many days it lasts: 1 to 365.' })
  readonly days!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A new access token.',
})
export class CreateAccessTokenPayload extends MutationPayload {
  @Field(() => AccessToken, { nullable: true })
  readonly accessToken!: AccessToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token itself. It is shown this once: keep it as you keep a password.',
  })
  readonly secret!: string | null;
}

@InputType({ description: 'Which access token is to be revoked.' })
export class RevokeAccessTokenInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The token is of no use any more.',
})
export class RevokeAccessTokenPayload extends MutationPayload {}
