import { Field, Int, InterfaceType } from 'type-graphql';
import { Attachment } from './attachment.js';
import { Challenge } from './challenge.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Hazard } from './hazard.js';
import {
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  Modality,
  Rights,
  Stage,
} from './knowledge-enums.js';
import {
  ActorLink,
  BorrowedText,
  Endorsement,
  ItemTranslation,
  ShownIn,
  Source,
} from './knowledge-parts.js';
import { Locale } from './locale.js';
import { Node } from './node.js';
import { DateTime, LocalDate, URLText } from './scalars.js';
import { SustainableDevelopmentGoal } from './sustainable-development-goal.js';
import { ThematicArea } from './thematic-area.js';

@InterfaceType({
  implements: Node,
  description: 'Whatever one institution can learn from another.',
})
export abstract class KnowledgeItem extends Node {
  @Field(() => String, { description: 'Stable and unique; part of the page address.' })
  readonly slug!: string;

  @Field(() => KnowledgeKind)
  readonly kind!: KnowledgeKind;

  @Field(() => ItemStatus)
  readonly status!: ItemStatus;

  @Field(() => Int, { description: 'Grows by one with every change.' })
  readonly version!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'Two to four sentences.' })
  readonly summary!: string;

  @Field(() => String, { description: 'Markdown; never raw HTML.' })
  readonly body!: string;

  @Field(() => ShownIn, {
    description: 'The language title, summary and body are shown in, and why.',
  })
  readonly shownIn!: ShownIn;

  @Field(() => ShownIn, {
    description: 'The language of the body, where a translation has no body of its own.',
  })
  readonly bodyShownIn!: ShownIn;

  @Field(() => [BorrowedText], {
    description: 'Texts shown in another language than "shownIn" says; mostly there are none.',
  })
  readonly borrowedTexts!: readonly BorrowedText[];

  @Field(() => Locale)
  readonly originalLocale!: Locale;

  @Field(() => [ItemTranslation], { description: 'Every language there is, the original first.' })
  readonly translations!: readonly ItemTranslation[];

  @Field(() => [Country], { description: 'Where it happened; empty when nowhere in particular.' })
  readonly countries!: readonly Country[];

  @Field(() => [ActorLink], { description: 'Who took part, and in which role.' })
  readonly actors!: readonly ActorLink[];

  @Field(() => [ThematicArea])
  readonly themes!: readonly ThematicArea[];

  @Field(() => [Challenge], { description: 'Challenges of the founding meeting that it answers.' })
  readonly challenges!: readonly Challenge[];

  @Field(() => [Stage], { description: 'Stages of an emergency that it is about.' })
  readonly stages!: readonly Stage[];

  @Field(() => [Hazard])
  readonly hazards!: readonly Hazard[];

  @Field(() => [SustainableDevelopmentGoal], {
    description: 'Goals and targets it contributes to.',
  })
  readonly sdgs!: readonly SustainableDevelopmentGoal[];

  @Field(() => Modality, { nullable: true })
  readonly modality!: Modality | null;

  @Field(() => EvidenceLevel)
  readonly evidence!: EvidenceLevel;

  @Field(() => Event, { nullable: true, description: 'Where it was presented.' })
  readonly event!: Event | null;

  @Field(() => [Source])
  readonly sources!: readonly Source[];

  @Field(() => [Attachment], { description: 'Files that belong to it, at most 20.' })
  readonly attachments!: readonly Attachment[];

  @Field(() => Rights)
  readonly rights!: Rights;

  @Field(() => DateTime, { nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => DateTime)
  readonly updatedAt!: Date;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When somebody last checked that this still holds.',
  })
  readonly verifiedAt!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When its institution means to look at it again.',
  })
  readonly reviewBy!: string | null;

  @Field(() => [Endorsement], { description: 'Focal points of countries that vouch for it.' })
  readonly endorsements!: readonly Endorsement[];

  @Field(() => [KnowledgeItem], {
    description: 'Records that share most with this one: themes, challenges, actors, countries.',
  })
  readonly related!: readonly KnowledgeItem[];

  @Field(() => URLText, { description: 'The page of the record in the language of the answer.' })
  readonly url!: string;

  @Field(() => String, {
    description: 'Its name in the world, by which it is harvested (OAI-PMH).',
  })
  readonly oaiIdentifier!: string;
}
