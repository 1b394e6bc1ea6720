import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ActorKind } from './actor-enums.js';
import { EvidenceLevel, KnowledgeKind, Modality, Stage } from './knowledge-enums.js';
import { Locale } from './locale.js';
import { CountryCode, LocalDate } from './scalars.js';

@InputType({
  description:
    'Values of one field are alternatives; different fields all have to hold. A theme includes its narrower themes; a group its countries. An empty list is the same as none given.',
})
export class KnowledgeFilter {
  @Field(() => [KnowledgeKind], { nullable: true })
  readonly kinds?: KnowledgeKind[] | null;

  @Field(() => [CountryCode], { nullable: true })
  readonly countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of country groups.' })
  readonly groups?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of thematic areas.' })
  readonly themes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of actors, in any role.' })
  readonly actors?: string[] | null;

  @Field(() => [ActorKind], { nullable: true })
  readonly actorKinds?: ActorKind[] | null;

  @Field(() => [String], { nullable: true, description: 'H1 to H25.' })
  readonly challenges?: string[] | null;

  @Field(() => [Stage], { nullable: true })
  readonly stages?: Stage[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of hazards.' })
  readonly hazards?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'A goal includes its targets.' })
  readonly sdgs?: string[] | null;

  @Field(() => [Modality], { nullable: true })
  readonly modalities?: Modality[] | null;

  @Field(() => [Locale], { nullable: true, description: 'Languages that it can be read in.' })
  readonly languages?: Locale[] | null;

  @Field(() => EvidenceLevel, { nullable: true })
  readonly evidenceAtLeast?: EvidenceLevel | null;

  @Field(() => ID, { nullable: true, description: 'Id of an event.' })
  readonly event?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'This day belongs to the range.' })
  readonly publishedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'This day belongs to the range.' })
  readonly publishedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Protocols only: whether the edition is the one in force.',
  })
  readonly inForce?: boolean | null;
}

export enum KnowledgeSort {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  TITLE = 'TITLE',
  RECENTLY_VERIFIED = 'RECENTLY_VERIFIED',
}
registerEnumType(KnowledgeSort, {
  name: 'KnowledgeSort',
  description: 'The order of a list.',
  valuesConfig: {
    NEWEST: { description: 'By day of publication, latest first.' },
    TITLE: { description: 'By the title as shown in the language of the answer.' },
    RECENTLY_VERIFIED: { description: 'Latest check first, never checked last.' },
  },
});
