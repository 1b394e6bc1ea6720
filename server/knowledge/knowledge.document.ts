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
  /** For a withdrawn record: when and why. The reason is for everybody to read. */
  readonly withdrawal?: { readonly at: Date; readonly reason?: LocalizedText };
  readonly seedHash?: string;
  /** The mark of the indexer: present while the search index does not know this version. */
  readonly unindexedSince?: Date;
}
