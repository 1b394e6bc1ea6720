import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from './problem.js';

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'What is in force now, or problems.',
})
export class FourEyesPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'Null when there are problems.' })
  readonly fourEyes!: boolean | null;
}
