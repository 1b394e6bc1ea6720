import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { ProblemCode } from './problem-code.js';

@ObjectType({ simpleResolvers: true, description: 'Why a mutation did not do what it was asked.' })
export class Problem {
  @Field(() => ProblemCode)
  readonly code!: ProblemCode;

  @Field(() => String, { description: 'What happened and what to do, for people.' })
  readonly message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The part of the input that it is about, such as "texts.es.title".',
  })
  readonly field!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'With CONFLICT: the version that the record has now.',
  })
  readonly currentVersion!: number | null;

  @Field(() => Int, { nullable: true, description: 'With RATE_LIMITED: the seconds to wait.' })
  readonly retryAfter!: number | null;
}

@InterfaceType({ description: 'What every mutation answers: its result, or problems.' })
export abstract class MutationPayload {
  @Field(() => [Problem], {
    description: 'Empty when it was done. With problems, nothing changed.',
  })
  readonly problems!: readonly Problem[];
}
