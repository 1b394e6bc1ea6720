import type {
  ActorKind,
  ActorRole,
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  LessonLevel,
  LessonNature,
  Locale,
  Modality,
  Rights,
  Stage,
  TranslationStatus,
} from '../../schema/operations/operation-types.js';

/** Every value of an enum of the contract: one that is forgotten here does not compile. */
const all = <Value extends string>(values: Readonly<Record<Value, true>>): readonly Value[] =>
  Object.keys(values) as Value[];

export const KINDS = all<KnowledgeKind>({
  CASE_STUDY: true,
  BEST_PRACTICE: true,
  LESSON_LEARNED: true,
  PROTOCOL: true,
});

/** In the order of an emergency. */
export const STAGES = all<Stage>({
  PREVENTION: true,
  MITIGATION: true,
  PREPAREDNESS: true,
  RESPONSE: true,
  RECOVERY: true,
  RECONSTRUCTION: true,
});

export const ACTOR_KINDS = all<ActorKind>({
  GOVERNMENT: true,
  LOCAL_GOVERNMENT: true,
  SOCIAL_SECURITY: true,
  MULTILATERAL: true,
  REGIONAL_BODY: true,
  FUND: true,
  NETWORK: true,
  NGO: true,
  RED_CROSS: true,
  ACADEMIA: true,
  PRIVATE: true,
  PUBLIC_PRIVATE: true,
});

export const MODALITIES = all<Modality>({
  SOUTH_SOUTH_BILATERAL: true,
  SOUTH_SOUTH_REGIONAL: true,
  TRIANGULAR: true,
  NORTH_SOUTH: true,
  MULTILATERAL: true,
});

export const LOCALE_CODES = all<Locale>({ ES: true, EN: true, PT: true, FR: true });

/** Weakest first. */
export const EVIDENCE_LEVELS = all<EvidenceLevel>({
  STATED: true,
  DOCUMENTED: true,
  MONITORED: true,
  INTERNALLY_EVALUATED: true,
  INDEPENDENTLY_EVALUATED: true,
});

/** Freest first. */
export const RIGHTS = all<Rights>({
  OPEN: true,
  REPRODUCE_WITH_SOURCE: true,
  AUTHORISATION_NEEDED: true,
  LINK_ONLY: true,
});

export const TRANSLATION_STATUSES = all<TranslationStatus>({
  ORIGINAL: true,
  HUMAN: true,
  MACHINE_REVIEWED: true,
  MACHINE: true,
});

export const ACTOR_ROLES = all<ActorRole>({
  PUBLISHER: true,
  AUTHOR: true,
  IMPLEMENTER: true,
  PARTNER: true,
  PROVIDER: true,
  SECOND_PROVIDER: true,
  RECIPIENT: true,
  FUNDER: true,
});

/** From one person to the world. */
export const LESSON_LEVELS = all<LessonLevel>({
  PERSON_COMMUNITY: true,
  INSTITUTION: true,
  COUNTRY: true,
  REGION: true,
  GLOBAL: true,
});

export const LESSON_NATURES = all<LessonNature>({ LESSON: true, CHALLENGE: true });

/** In the order of a record's life. */
export const ITEM_STATUSES = all<ItemStatus>({
  DRAFT: true,
  IN_REVIEW: true,
  CHANGES_REQUESTED: true,
  PUBLISHED: true,
  SUPERSEDED: true,
  WITHDRAWN: true,
});
