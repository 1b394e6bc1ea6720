import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Partner, PartnerKey } from './partner.js';
import { PartnerKeyKind } from './partner-enums.js';
import { MutationPayload } from './problem.js';

const VERSION = 'The version that you read; CONFLICT when it has moved on.';

@InputType({ description: 'Who is to show the hub’s answers on sites of their own.' })
export class RegisterPartnerInput {
  @Field(() => String, { description: 'Up to 200 characters.' })
  readonly name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of an actor, whose editors keep the partner; without it administrators do.',
  })
  readonly actor?: string | null;

  @Field(() => String, { description: 'An e-mail address.' })
  readonly contact!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'At most 20, as https://www.example.org or https://*.example.org.',
  })
  readonly origins?: string[] | null;
}

@InputType({ description: 'What is to change; what is left out stays.' })
export class ChangePartnerInput {
  @Field(() => ID, { description: 'Of the partner.' })
  readonly id!: string;

  @Field(() => Int, { description: VERSION })
  readonly expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Up to 200 characters.' })
  readonly name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of an actor; null leaves the partner to administrators.',
  })
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: 'An e-mail address.' })
  readonly contact?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All of them: at most 20, as https://www.example.org or https://*.example.org.',
  })
  readonly origins?: string[] | null;
}

@InputType({ description: 'Which partner is to go.' })
export class RemovePartnerInput {
  @Field(() => ID, { description: 'Of the partner.' })
  readonly id!: string;

  @Field(() => Int, { description: VERSION })
  readonly expectedVersion!: number;
}

@InputType({ description: 'What key is to be made.' })
export class CreatePartnerKeyInput {
  @Field(() => ID, { description: 'Of the partner.' })
  readonly id!: string;

  @Field(() => PartnerKeyKind)
  readonly kind!: PartnerKeyKind;
}

@InputType({ description: 'Which key is to hold no longer.' })
export class RevokePartnerKeyInput {
  @Field(() => ID, { description: 'Of the partner.' })
  readonly id!: string;

  @Field(() => ID, { description: 'Of the key.' })
  readonly key!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A partner after a change.',
})
export class PartnerPayload extends MutationPayload {
  @Field(() => Partner, { nullable: true })
  readonly partner!: Partner | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The partner has gone, with its keys, stored queries and usage.',
})
export class RemovePartnerPayload extends MutationPayload {}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A new key of a partner.',
})
export class CreatePartnerKeyPayload extends MutationPayload {
  @Field(() => Partner, { nullable: true })
  readonly partner!: Partner | null;

  @Field(() => PartnerKey, { nullable: true })
  readonly key!: PartnerKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself. It is shown this once.',
  })
  readonly secret!: string | null;
}
