import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from './problem.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'A browser that a member is signed in with.' })
export class Session {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Boolean, { description: 'The one that asks.' })
  readonly isCurrent!: boolean;

  @Field(() => String, { description: 'What the browser says it is.' })
  readonly userAgent!: string;

  @Field(() => String, { description: 'The network that it signed in from; may be empty.' })
  readonly address!: string;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime, { description: 'To about five minutes.' })
  readonly lastSeenAt!: Date;

  @Field(() => DateTime, { description: 'When it ends if it is not used again.' })
  readonly endsAt!: Date;
}

@InputType({ description: 'Which session is to end.' })
export class RevokeSessionInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The session has ended.',
})
export class RevokeSessionPayload extends MutationPayload {}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'Only the session that asked is left.',
})
export class RevokeOtherSessionsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many sessions ended.' })
  readonly endedSessions!: number | null;
}
