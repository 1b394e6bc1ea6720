import { Field, Int, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { ActorRole } from './actor-enums.js';
import { Country } from './country.js';
import { Stage, TranslationStatus } from './knowledge-enums.js';
import { Locale } from './locale.js';
import { DateTime, URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'The language that a record is shown in, and why.',
})
export class ShownIn {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => TranslationStatus)
  readonly status!: TranslationStatus;

  @Field(() => Boolean, { description: 'True when the asked language is missing.' })
  readonly isFallback!: boolean;

  @Field(() => Boolean, {
    description: 'True when the original has changed since the translation.',
  })
  readonly isStale!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A text that the shown translation lacks and another language lends.',
})
export class BorrowedText {
  @Field(() => String, { description: 'The field of the record that shows it.' })
  readonly field!: string;

  @Field(() => Locale)
  readonly locale!: Locale;
}

@ObjectType({ simpleResolvers: true, description: 'A language that a record can be read in.' })
export class ItemTranslation {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => TranslationStatus)
  readonly status!: TranslationStatus;

  @Field(() => Boolean, {
    description: 'True when the original has changed since the translation.',
  })
  readonly isStale!: boolean;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly summary!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What came of an experience, as a figure that a source carries.',
})
export class Result {
  @Field(() => String)
  readonly indicator!: string;

  @Field(() => String, { nullable: true, description: 'The value before.' })
  readonly baseline!: string | null;

  @Field(() => String)
  readonly value!: string;

  @Field(() => String, { nullable: true })
  readonly unit!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figure was published.' })
  readonly source!: string | null;

  @Field(() => Locale, { description: 'The language of its indicator.' })
  readonly locale!: Locale;
}

@ObjectType({ simpleResolvers: true, description: 'Where a record takes its facts from.' })
export class Source {
  @Field(() => String)
  readonly title!: string;

  @Field(() => URLText, { nullable: true })
  readonly url!: string | null;

  @Field(() => String, { nullable: true, description: 'The place within the source.' })
  readonly locator!: string | null;

  @Field(() => Locale, { nullable: true })
  readonly language!: Locale | null;
}

@ObjectType({ simpleResolvers: true, description: 'An actor and what it did.' })
export class ActorLink {
  @Field(() => ActorRole)
  readonly role!: ActorRole;

  @Field(() => Actor)
  readonly actor!: Actor;
}

@ObjectType({ simpleResolvers: true, description: 'A step of a protocol.' })
export class ProtocolStep {
  @Field(() => Int)
  readonly number!: number;

  @Field(() => Stage, { nullable: true })
  readonly stage!: Stage | null;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'The role that answers for the step.' })
  readonly responsible!: string | null;

  @Field(() => String, { nullable: true, description: 'The form, list or system that it uses.' })
  readonly tool!: string | null;

  @Field(() => String, { nullable: true })
  readonly timeLimit!: string | null;

  @Field(() => Locale, { description: 'The language of its text.' })
  readonly locale!: Locale;
}

@ObjectType({ simpleResolvers: true, description: 'A country’s focal point vouches for a record.' })
export class Endorsement {
  @Field(() => Country)
  readonly country!: Country;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}
