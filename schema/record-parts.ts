import { Field, InputType, ObjectType } from 'type-graphql';
import { Stage } from './knowledge-enums.js';
import { Locale } from './locale.js';

@ObjectType('RecordSource', { simpleResolvers: true, description: 'Where facts come from.' })
@InputType('RecordSourceInput', { description: 'Where facts come from.' })
export class RecordSource {
  @Field(() => String, { description: 'Of the document, the page or the person.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'An http or https address.' })
  readonly url?: string | null;

  @Field(() => String, { nullable: true, description: 'The place within the source.' })
  readonly locator?: string | null;

  @Field(() => Locale, { nullable: true })
  readonly language?: Locale | null;
}

@ObjectType('RecordResultTexts', { simpleResolvers: true, description: 'In one language.' })
@InputType('RecordResultTextsInput', { description: 'In one language.' })
export class RecordResultTexts {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => String, { description: 'What was measured.' })
  readonly indicator!: string;

  @Field(() => String, { nullable: true, description: 'Such as days or US dollars.' })
  readonly unit?: string | null;
}

@ObjectType('RecordResult', { simpleResolvers: true, description: 'A figure that came of it.' })
@InputType('RecordResultInput', { description: 'A figure that came of it.' })
export class RecordResult {
  @Field(() => [RecordResultTexts])
  readonly texts!: RecordResultTexts[];

  @Field(() => String, { nullable: true, description: 'The value before.' })
  readonly baseline?: string | null;

  @Field(() => String, { description: 'As it is to be shown.' })
  readonly value!: string;

  @Field(() => String, { nullable: true, description: 'Where the figure was published.' })
  readonly source?: string | null;
}

@ObjectType('RecordStepTexts', { simpleResolvers: true, description: 'In one language.' })
@InputType('RecordStepTextsInput', { description: 'In one language.' })
export class RecordStepTexts {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => String, { description: 'What has to be done.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'The role that answers for the step.' })
  readonly responsible?: string | null;

  @Field(() => String, { nullable: true, description: 'A form, a list, a system.' })
  readonly tool?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as “within two hours”.' })
  readonly timeLimit?: string | null;
}

@ObjectType('RecordStep', {
  simpleResolvers: true,
  description: 'A step of a protocol; its number is its place in the list.',
})
@InputType('RecordStepInput', {
  description: 'A step of a protocol; its number is its place in the list.',
})
export class RecordStep {
  @Field(() => Stage, { nullable: true })
  readonly stage?: Stage | null;

  @Field(() => [RecordStepTexts])
  readonly texts!: RecordStepTexts[];
}
