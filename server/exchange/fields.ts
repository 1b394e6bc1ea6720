import { ActorRole } from '../../schema/actor-enums.js';
import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { VocabularyName } from './vocabulary.js';

const { BEST_PRACTICE, CASE_STUDY, LESSON_LEARNED, PROTOCOL } = KnowledgeKind;

/** How the cells of a field are read and written. */
export type Shape =
  | 'text'
  | 'points'
  | 'code'
  | 'codes'
  | 'actors'
  | 'date'
  | 'boolean'
  | 'source'
  | 'sources'
  | 'results'
  | 'steps';

/** A field of a table of records. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** Empty: of all kinds. */
  readonly kinds: readonly KnowledgeKind[];
  /** A text of the record in some language, so that it may stand there in several. */
  readonly isLocalized: boolean;
  readonly vocabulary: VocabularyName | null;
  readonly role: ActorRole | null;
}

const field = (name: string, shape: Shape, more: Partial<Field> = {}): Field => ({
  name,
  shape,
  kinds: [],
  isLocalized: false,
  vocabulary: null,
  role: null,
  ...more,
});

const text = (name: string, ...kinds: KnowledgeKind[]) =>
  field(name, 'text', { kinds, isLocalized: true });
const points = (name: string, ...kinds: KnowledgeKind[]) =>
  field(name, 'points', { kinds, isLocalized: true });
const code = (name: string, vocabulary: VocabularyName, ...kinds: KnowledgeKind[]) =>
  field(name, 'code', { kinds, vocabulary });
const codes = (name: string, vocabulary: VocabularyName) => field(name, 'codes', { vocabulary });
const date = (name: string, ...kinds: KnowledgeKind[]) => field(name, 'date', { kinds });
const actors = (name: string, role: ActorRole) =>
  field(name, 'actors', { vocabulary: 'actor', role });

/** Every column that a table may have, in the order in which templates and exports show them. */
export const FIELDS: readonly Field[] = [
  field('externalId', 'text'),
  code('kind', 'kind'),
  code('language', 'language'),
  text('title'),
  text('summary'),
  text('body'),
  text('context', CASE_STUDY),
  text('problem', BEST_PRACTICE),
  text('approach', CASE_STUDY, BEST_PRACTICE),
  points('enablers', BEST_PRACTICE),
  points('obstacles', BEST_PRACTICE),
  text('replicability', BEST_PRACTICE),
  text('observation', LESSON_LEARNED),
  text('lesson', LESSON_LEARNED),
  text('recommendation', LESSON_LEARNED),
  text('purpose', PROTOCOL),
  text('scope', PROTOCOL),
  text('legalBasis', PROTOCOL),
  text('edition', PROTOCOL),
  text('changeNote', PROTOCOL),
  field('steps', 'steps', { kinds: [PROTOCOL] }),
  date('inForceFrom', PROTOCOL),
  codes('countries', 'country'),
  actors('author', ActorRole.AUTHOR),
  actors('implementer', ActorRole.IMPLEMENTER),
  actors('provider', ActorRole.PROVIDER),
  actors('secondProvider', ActorRole.SECOND_PROVIDER),
  actors('recipient', ActorRole.RECIPIENT),
  actors('funder', ActorRole.FUNDER),
  actors('partner', ActorRole.PARTNER),
  actors('publisher', ActorRole.PUBLISHER),
  codes('themes', 'theme'),
  codes('challenges', 'challenge'),
  codes('stages', 'stage'),
  codes('hazards', 'hazard'),
  codes('sdgs', 'sdg'),
  code('modality', 'modality'),
  code('evidence', 'evidence'),
  code('level', 'level', LESSON_LEARNED),
  code('nature', 'nature', LESSON_LEARNED),
  field('results', 'results', { kinds: [CASE_STUDY, BEST_PRACTICE] }),
  date('startDate', CASE_STUDY),
  date('endDate', CASE_STUDY),
  field('stillRunning', 'boolean', { kinds: [CASE_STUDY], vocabulary: 'yesOrNo' }),
  code('event', 'event'),
  field('sourceTitle', 'source'),
  field('sourceUrl', 'source'),
  field('sourceLocator', 'source'),
  field('sourceLanguage', 'source', { vocabulary: 'language' }),
  field('otherSources', 'sources'),
  code('rights', 'rights'),
  date('verifiedAt'),
  date('reviewBy'),
];

/** Without these a row is no record. */
export const REQUIRED_FIELDS = ['externalId', 'title'] as const;

export const isOfKind = ({ kinds }: Field, kind: KnowledgeKind): boolean =>
  kinds.length === 0 || kinds.includes(kind);
