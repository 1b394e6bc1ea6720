import { Field, Int, ObjectType } from 'type-graphql';
import { Locale } from './locale.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'How much the hub holds for the public.' })
export class HubCounts {
  @Field(() => Int)
  readonly items!: number;

  @Field(() => Int)
  readonly actors!: number;

  @Field(() => Int)
  readonly countries!: number;

  @Field(() => Int)
  readonly thematicAreas!: number;

  @Field(() => Int)
  readonly events!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The hub itself.' })
export class Hub {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly version!: string;

  @Field(() => [Locale])
  readonly locales!: readonly Locale[];

  @Field(() => String, { description: 'What keeps the records: embedded or mongodb.' })
  readonly store!: string;

  @Field(() => String, { description: 'What answers searches: embedded or meilisearch.' })
  readonly search!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a record that is public now changed last; null while there is none.',
  })
  readonly changedAt!: Date | null;

  @Field(() => HubCounts)
  readonly counts!: HubCounts;
}
