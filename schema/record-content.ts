import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ActorRole } from './actor-enums.js';
import {
  EvidenceLevel,
  LessonLevel,
  LessonNature,
  Modality,
  Rights,
  Stage,
  TranslationStatus,
} from './knowledge-enums.js';
import { Locale } from './locale.js';
import { RecordResult, RecordSource, RecordStep } from './record-parts.js';
import { CountryCode, LocalDate } from './scalars.js';

@ObjectType('RecordTexts', {
  simpleResolvers: true,
  description: 'All texts of a record in one language, as its editors see them.',
})
@InputType('RecordTextsInput', {
  description: 'Texts in one language. What is left out stays as it is; null takes it away.',
})
export class RecordTexts {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,500 characters.' })
  readonly summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, at most 50,000 characters.' })
  readonly body?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a case study.' })
  readonly context?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a case study or a best practice.' })
  readonly approach?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a best practice.' })
  readonly problem?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of a best practice.' })
  readonly enablers?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of a best practice.' })
  readonly obstacles?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of a best practice.' })
  readonly replicability?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a lesson: what was seen.' })
  readonly observation?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a lesson: what follows from it.' })
  readonly lesson?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a lesson: what to do about it.' })
  readonly recommendation?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a protocol.' })
  readonly purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a protocol: whom it applies to.' })
  readonly scope?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a protocol: what it rests on.' })
  readonly legalBasis?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a protocol: the label of its edition.' })
  readonly edition?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a protocol: what is new in this edition.',
  })
  readonly changeNote?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Where the texts of a language stand.' })
export class TextState {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => TranslationStatus)
  readonly status!: TranslationStatus;

  @Field(() => Boolean, { description: 'True when the original has moved on since.' })
  readonly isStale!: boolean;
}

@ObjectType('RecordActor', { simpleResolvers: true, description: 'An actor and what it did.' })
@InputType('RecordActorInput', { description: 'An actor and what it did.' })
export class RecordActor {
  @Field(() => ActorRole)
  readonly role!: ActorRole;

  @Field(() => ID, { description: 'Id of an actor.' })
  readonly actor!: string;
}

@ObjectType('RecordContent', {
  simpleResolvers: true,
  description: 'The content of a record as its editors see it: codes and ids, every language.',
})
@InputType('RecordContentInput', {
  description: 'What is left out stays as it is; null takes it away; a list replaces the old one.',
})
export class RecordContent {
  @Field(() => Locale, { nullable: true, description: 'The language it is written in.' })
  readonly originalLocale?: Locale | null;

  @Field(() => [RecordTexts], { nullable: true, description: 'By language; others stay.' })
  readonly texts?: RecordTexts[] | null;

  @Field(() => [CountryCode], { nullable: true, description: 'At most 40.' })
  readonly countries?: string[] | null;

  @Field(() => [RecordActor], { nullable: true, description: 'At most 40.' })
  readonly actors?: RecordActor[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of thematic areas, at most 10.' })
  readonly themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'H1 to H25.' })
  readonly challenges?: string[] | null;

  @Field(() => [Stage], { nullable: true })
  readonly stages?: Stage[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of hazards.' })
  readonly hazards?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of goals and targets, as "3.8".' })
  readonly sdgs?: string[] | null;

  @Field(() => Modality, { nullable: true })
  readonly modality?: Modality | null;

  @Field(() => EvidenceLevel, { nullable: true })
  readonly evidence?: EvidenceLevel | null;

  @Field(() => ID, { nullable: true, description: 'Id of an event.' })
  readonly event?: string | null;

  @Field(() => [RecordSource], { nullable: true, description: 'At most 30.' })
  readonly sources?: RecordSource[] | null;

  @Field(() => Rights, { nullable: true })
  readonly rights?: Rights | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last checked that it still holds.' })
  readonly verifiedAt?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it has to be looked at again.' })
  readonly reviewBy?: string | null;

  @Field(() => [RecordResult], { nullable: true, description: 'At most 30.' })
  readonly results?: RecordResult[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a case study.' })
  readonly startDate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a case study.' })
  readonly endDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a case study.' })
  readonly stillRunning?: boolean | null;

  @Field(() => LessonLevel, { nullable: true, description: 'Of a lesson.' })
  readonly level?: LessonLevel | null;

  @Field(() => LessonNature, { nullable: true, description: 'Of a lesson.' })
  readonly nature?: LessonNature | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of a protocol; a day ahead keeps the present edition in force until then.',
  })
  readonly inForceFrom?: string | null;

  @Field(() => [RecordStep], { nullable: true, description: 'Of a protocol; at most 100.' })
  readonly steps?: RecordStep[] | null;
}
