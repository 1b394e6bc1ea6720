import { registerEnumType } from 'type-graphql';

export enum KnowledgeKind {
  BEST_PRACTICE = 'BEST_PRACTICE',
  CASE_STUDY = 'CASE_STUDY',
  LESSON_LEARNED = 'LESSON_LEARNED',
  PROTOCOL = 'PROTOCOL',
}
registerEnumType(KnowledgeKind, {
  name: 'KnowledgeKind',
  description: 'What kind of knowledge a record holds.',
  valuesConfig: {
    BEST_PRACTICE: {
      description: 'A way of doing something that worked and that others can take up.',
    },
    CASE_STUDY: { description: 'What one institution or country did, in its context.' },
    LESSON_LEARNED: { description: 'A conclusion drawn from experience, or a challenge stated.' },
    PROTOCOL: { description: 'A plan, regulation or procedure that tells who does what and when.' },
  },
});

export enum ItemStatus {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  CHANGES_REQUESTED = 'CHANGES_REQUESTED',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ItemStatus, {
  name: 'ItemStatus',
  description: 'Where a record stands in its life. The public sees PUBLISHED and SUPERSEDED.',
  valuesConfig: {
    SUPERSEDED: { description: 'Still readable; a later edition has taken its place.' },
    WITHDRAWN: { description: 'No longer shown; its id is never used again.' },
  },
});

export enum TranslationStatus {
  ORIGINAL = 'ORIGINAL',
  HUMAN = 'HUMAN',
  MACHINE = 'MACHINE',
  MACHINE_REVIEWED = 'MACHINE_REVIEWED',
}
registerEnumType(TranslationStatus, {
  name: 'TranslationStatus',
  description: 'How a text came into its language.',
  valuesConfig: {
    ORIGINAL: { description: 'Written in this language.' },
    HUMAN: { description: 'Translated by a person.' },
    MACHINE: { description: 'Translated by a machine, read by nobody yet.' },
    MACHINE_REVIEWED: { description: 'Translated by a machine, then corrected by a person.' },
  },
});

export enum Modality {
  SOUTH_SOUTH_BILATERAL = 'SOUTH_SOUTH_BILATERAL',
  SOUTH_SOUTH_REGIONAL = 'SOUTH_SOUTH_REGIONAL',
  TRIANGULAR = 'TRIANGULAR',
  NORTH_SOUTH = 'NORTH_SOUTH',
  MULTILATERAL = 'MULTILATERAL',
}
registerEnumType(Modality, {
  name: 'Modality',
  description: 'The form of cooperation.',
  valuesConfig: {
    TRIANGULAR: { description: 'Also called trilateral, above all in Brazil.' },
  },
});

export enum Stage {
  PREVENTION = 'PREVENTION',
  MITIGATION = 'MITIGATION',
  PREPAREDNESS = 'PREPAREDNESS',
  RESPONSE = 'RESPONSE',
  RECOVERY = 'RECOVERY',
  RECONSTRUCTION = 'RECONSTRUCTION',
}
registerEnumType(Stage, {
  name: 'Stage',
  description: 'A stage of an emergency; the first three lie before it.',
});

export enum EvidenceLevel {
  STATED = 'STATED',
  DOCUMENTED = 'DOCUMENTED',
  MONITORED = 'MONITORED',
  INTERNALLY_EVALUATED = 'INTERNALLY_EVALUATED',
  INDEPENDENTLY_EVALUATED = 'INDEPENDENTLY_EVALUATED',
}
registerEnumType(EvidenceLevel, {
  name: 'EvidenceLevel',
  description: 'How well a record is backed, weakest first.',
  valuesConfig: {
    STATED: { description: 'Its institution said so.' },
    DOCUMENTED: { description: 'A published document says so.' },
    MONITORED: { description: 'Indicators are followed.' },
    INTERNALLY_EVALUATED: { description: 'Its institution evaluated it.' },
    INDEPENDENTLY_EVALUATED: { description: 'Somebody else evaluated it.' },
  },
});

export enum Rights {
  OPEN = 'OPEN',
  REPRODUCE_WITH_SOURCE = 'REPRODUCE_WITH_SOURCE',
  AUTHORISATION_NEEDED = 'AUTHORISATION_NEEDED',
  LINK_ONLY = 'LINK_ONLY',
}
registerEnumType(Rights, {
  name: 'Rights',
  description: 'What may be done with the source that a record summarises.',
  valuesConfig: {
    OPEN: { description: 'An open licence.' },
    REPRODUCE_WITH_SOURCE: { description: 'It may be reproduced when the source is named.' },
    AUTHORISATION_NEEDED: { description: 'Its owner has to authorise a reproduction.' },
    LINK_ONLY: { description: 'Nothing is known to allow more than a link.' },
  },
});

export enum LessonLevel {
  PERSON_COMMUNITY = 'PERSON_COMMUNITY',
  INSTITUTION = 'INSTITUTION',
  COUNTRY = 'COUNTRY',
  REGION = 'REGION',
  GLOBAL = 'GLOBAL',
}
registerEnumType(LessonLevel, { name: 'LessonLevel', description: 'Whom a lesson concerns.' });

export enum LessonNature {
  LESSON = 'LESSON',
  CHALLENGE = 'CHALLENGE',
}
registerEnumType(LessonNature, {
  name: 'LessonNature',
  description: 'Something learned, or a problem that still waits for an answer.',
});
