import type { ActorRole } from '../schema/actor-enums.js';
import {
  type EvidenceLevel,
  ItemStatus,
  type KnowledgeKind,
  type LessonLevel,
  type LessonNature,
  type Modality,
  type Rights,
  type Stage,
  TranslationStatus,
} from '../schema/knowledge-enums.js';
import { keyedId } from '../server/ids.js';
import type {
  KnowledgeDocument,
  StoredResult,
  StoredSource,
  StoredStep,
  StoredTexts,
} from '../server/knowledge/knowledge.document.js';
import type { KnowledgeContent } from '../server/knowledge/knowledge-writer.js';
import { LOCALES, type Locale } from '../server/locale.js';
import { hashOf } from './reference-documents.js';
import type { ItemSeed } from './schema.js';

/** A shipped record as it is stored, without what the writer adds. */
export function toItemContent(seed: ItemSeed): KnowledgeContent {
  const texts = toTexts(seed);
  const content = {
    _id: keyedId('item', seed.slug),
    slug: seed.slug,
    kind: seed.kind as KnowledgeKind,
    status: isReplaced(seed) ? ItemStatus.SUPERSEDED : ItemStatus.PUBLISHED,
    originalLocale: seed.original as Locale,
    textVersion: 1,
    texts,
    countries: seed.countries,
    actors: seed.actors.map(({ role, actor }) => ({
      role: role as ActorRole,
      actor: keyedId('actor', actor),
    })),
    themes: seed.themes,
    challenges: seed.challenges,
    stages: seed.stages as Stage[],
    hazards: seed.hazards,
    sdgs: seed.sdgs,
    modality: (seed.modality ?? null) as Modality | null,
    evidence: seed.evidence as EvidenceLevel,
    event: seed.event ? keyedId('event', seed.event) : null,
    sources: seed.sources as StoredSource[],
    rights: seed.rights as Rights,
    publishedAt: new Date(seed.publishedAt),
    verifiedAt: seed.verifiedAt ?? '',
    ...kindFields(seed),
  };
  return { ...content, seedHash: hashOf(content) };
}

const isReplaced = (seed: ItemSeed): boolean => seed.kind === 'PROTOCOL' && !seed.inForce;

function toTexts(seed: ItemSeed): KnowledgeDocument['texts'] {
  const texts: Partial<Record<Locale, StoredTexts>> = {};
  for (const locale of LOCALES) {
    const given = seed.texts[locale];
    if (!given) continue;
    const isOriginal = locale === seed.original;
    const status = isOriginal ? TranslationStatus.ORIGINAL : TranslationStatus.HUMAN;
    texts[locale] = { status, madeFrom: 1, ...given };
  }
  return texts;
}

function kindFields(seed: ItemSeed) {
  switch (seed.kind) {
    case 'CASE_STUDY':
      return {
        results: seed.results as StoredResult[],
        ...present({
          startDate: seed.startDate,
          endDate: seed.endDate,
          stillRunning: seed.stillRunning,
        }),
      };
    case 'BEST_PRACTICE':
      return { results: seed.results as StoredResult[] };
    case 'LESSON_LEARNED':
      return {
        nature: seed.nature as LessonNature,
        ...present({ level: seed.level as LessonLevel | undefined }),
      };
    case 'PROTOCOL':
      return {
        family: seed.family,
        edition: seed.edition,
        inForce: seed.inForce,
        steps: seed.steps as StoredStep[],
        ...present({ inForceFrom: seed.inForceFrom }),
      };
  }
}

/** Without the fields that nothing is known about. */
const present = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
