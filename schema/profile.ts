import { Field, InputType, ObjectType } from 'type-graphql';
import { Locale } from './locale.js';
import { Member } from './member.js';
import { MutationPayload } from './problem.js';

@InputType({ description: 'What members say about themselves.' })
export class UpdateProfileInput {
  @Field(() => String, { description: 'How to be called, up to 200 characters.' })
  readonly name!: string;

  @Field(() => Locale, { description: 'The language of mail.' })
  readonly locale!: Locale;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The member as it is now.',
})
export class UpdateProfilePayload extends MutationPayload {
  @Field(() => Member, { nullable: true })
  readonly member!: Member | null;
}
