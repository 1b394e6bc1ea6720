import type { ActorRole } from '../../schema/actor-enums.js';
import type {
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  LessonLevel,
  LessonNature,
  Modality,
  Rights,
  Stage,
  TranslationStatus,
} from '../../schema/knowledge-enums.js';
import type { RevisionAction } from '../../schema/revision.js';
import type { MediaType } from '../attachment/reading/media-types.js';
import type { Locale, LocalizedText } from '../locale.js';

/** All texts of a record in one language. Body and the kind's own texts may be missing. */
export interface StoredTexts {
  readonly status: TranslationStatus;
  /** The `textVersion` that it was translated from; behind it, the translation is stale. */
  readonly madeFrom: number;
  readonly title: string;
  readonly summary: string;
  readonly body?: string;
  readonly context?: string;
  readonly approach?: string;
  readonly problem?: string;
  readonly enablers?: readonly string[];
  readonly obstacles?: readonly string[];
  readonly replicability?: string;
  readonly observation?: string;
  readonly lesson?: string;
  readonly recommendation?: string;
  readonly purpose?: string;
  readonly scope?: string;
  readonly legalBasis?: string;
  /** What is new in this edition of a protocol. */
  readonly changeNote?: string;
}

export interface StoredSource {
  readonly title: string;
  readonly url?: string;
  readonly locator?: string;
  readonly language?: Locale;
}

export interface StoredResult {
  readonly indicator: LocalizedText;
  readonly baseline?: string;
  readonly value: string;
  readonly unit?: LocalizedText;
  readonly source?: string;
}

export interface StoredStep {
  readonly number: number;
  readonly stage?: Stage;
  readonly text: LocalizedText;
  readonly responsible?: LocalizedText;
  readonly tool?: LocalizedText;
  readonly timeLimit?: LocalizedText;
}

/** A file that belongs to a record; what is in it is stored by its hash. */
export interface StoredAttachment {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly type: MediaType;
  readonly bytes: number;
}

/** What editors work on: all that a publication makes public. */
export type StoredContent = Pick<
  KnowledgeDocument,
  | 'originalLocale'
  | 'textVersion'
  | 'texts'
  | 'countries'
  | 'actors'
  | 'themes'
  | 'challenges'
  | 'stages'
  | 'hazards'
  | 'sdgs'
  | 'modality'
  | 'evidence'
  | 'event'
  | 'sources'
  | 'rights'
  | 'verifiedAt'
  | 'results'
  | 'startDate'
  | 'endDate'
  | 'stillRunning'
  | 'level'
  | 'nature'
  | 'edition'
  | 'inForceFrom'
  | 'steps'
  | 'attachments'
  | 'reviewBy'
>;

/** A member at the time of writing: histories name people who may have left. */
export interface StoredMember {
  readonly id: string;
  readonly name: string;
}

export interface StoredDraft {
  readonly status: ItemStatus;
  readonly content: StoredContent;
  readonly authors: readonly StoredMember[];
  readonly assignee?: StoredMember;
  readonly reviewNote?: { readonly by: StoredMember; readonly at: Date; readonly text: string };
  readonly savedAt: Date;
  readonly savedBy: StoredMember;
}

/** One step of a record's life. */
export interface StoredRevision {
  readonly number: number;
  readonly action: RevisionAction;
  /** Absent for what the hub does by itself. */
  readonly by?: StoredMember;
  readonly at: Date;
  readonly note?: string;
  readonly status: ItemStatus;
  readonly content: StoredContent;
}

/** A country's focal point vouches for a record. */
export interface StoredEndorsement {
  readonly country: string;
  readonly by: StoredMember;
  readonly at: Date;
  readonly note?: string;
}

/** A knowledge item as it is stored; the four kinds share one collection. */
export interface KnowledgeDocument {
  readonly _id: string;
  readonly slug: string;
  readonly kind: KnowledgeKind;
  readonly status: ItemStatus;
  /** Whether the public sees it: written together with `status`, by `knowledge.policy`. */
  readonly public: boolean;
  readonly version: number;
  readonly originalLocale: Locale;
  /** Grows when the original's texts change. */
  readonly textVersion: number;
  readonly texts: Partial<Record<Locale, StoredTexts>>;
  /** Languages of `texts`, for filters. */
  readonly locales: readonly Locale[];
  /** What a list by title is sorted by, for readers of each language. */
  readonly titleKeys: Readonly<Record<Locale, string>>;
  readonly countries: readonly string[];
  readonly actors: readonly { readonly role: ActorRole; readonly actor: string }[];
  readonly themes: readonly string[];
  readonly challenges: readonly string[];
  readonly stages: readonly Stage[];
  readonly hazards: readonly string[];
  readonly sdgs: readonly string[];
  readonly modality: Modality | null;
  readonly evidence: EvidenceLevel;
  readonly event: string | null;
  readonly sources: readonly StoredSource[];
  readonly rights: Rights;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
  /** A day, or empty when it was never verified, so that it sorts last. */
  readonly verifiedAt: string;
  readonly results?: readonly StoredResult[];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly stillRunning?: boolean;
  readonly level?: LessonLevel;
  readonly nature?: LessonNature;
  readonly family?: string;
  readonly edition?: LocalizedText;
  readonly inForce?: boolean;
  readonly inForceFrom?: string;
  readonly steps?: readonly StoredStep[];
  readonly attachments?: readonly StoredAttachment[];
  /** A day on which it has to be looked at again. */
  readonly reviewBy?: string;
  readonly endorsements?: readonly StoredEndorsement[];
  /** The actor whose members keep it; shipped records have none. */
  readonly institution?: string;
  /** Its name in the system that it was imported from; unique within the institution. */
  readonly externalId?: string;
  /** How many steps its history has; a change names the one that it was made from. */
  readonly revision?: number;
  /** When the last of them was taken. */
  readonly touchedAt?: Date;
  /** The next version, which only its institution sees. */
  readonly draft?: StoredDraft;
  /** Steps that the history does not hold yet: written with the change itself, moved soon after. */
  readonly unfiled?: readonly StoredRevision[];
  /** Of a protocol: the step after which it has still to be seen which edition is in force. */
  readonly unsettled?: number;
  /** For a withdrawn record: when and why. The reason is for everybody to read. */
  readonly withdrawal?: { readonly at: Date; readonly reason?: LocalizedText };
  readonly seedHash?: string;
  /** The mark of the indexer: present while the search index does not know this version. */
  readonly unindexedSince?: Date;
}
