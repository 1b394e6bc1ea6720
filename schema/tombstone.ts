import { Field, ObjectType } from 'type-graphql';
import { Locale } from './locale.js';
import { DateTime } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What is left of a record that was public once and has been withdrawn.',
})
export class Tombstone {
  @Field(() => String)
  readonly slug!: string;

  @Field(() => DateTime)
  readonly withdrawnAt!: Date;

  @Field(() => String, { nullable: true, description: 'Null when nobody gave one.' })
  readonly reason!: string | null;

  @Field(() => Locale, { nullable: true, description: 'The language of the reason.' })
  readonly reasonLocale!: Locale | null;
}
