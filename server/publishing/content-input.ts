import {
  EvidenceLevel,
  KnowledgeKind,
  LessonNature,
  Rights,
} from '../../schema/knowledge-enums.js';
import type { RecordContent } from '../../schema/record-content.js';
import type { RecordResult, RecordStep } from '../../schema/record-parts.js';
import type {
  StoredContent,
  StoredResult,
  StoredSource,
  StoredStep,
} from '../knowledge/knowledge.document.js';
import type { Locale, LocalizedText } from '../locale.js';
import { withTexts } from './content-texts.js';

/** An empty record of an institution. */
export const emptyContent = (kind: KnowledgeKind, originalLocale: Locale): StoredContent => ({
  originalLocale,
  textVersion: 0,
  texts: {},
  countries: [],
  actors: [],
  themes: [],
  challenges: [],
  stages: [],
  hazards: [],
  sdgs: [],
  modality: null,
  evidence: EvidenceLevel.STATED,
  event: null,
  sources: [],
  rights: Rights.REPRODUCE_WITH_SOURCE,
  verifiedAt: '',
  ...(kind === KnowledgeKind.LESSON_LEARNED ? { nature: LessonNature.LESSON } : {}),
});

/** What is left out of the input stays as it is; null takes it away. */
export function withInput(content: StoredContent, input: RecordContent): StoredContent {
  const originalLocale = input.originalLocale ?? content.originalLocale;
  const isMoved = originalLocale !== content.originalLocale;
  const written =
    input.texts || isMoved ? withTexts(content, input.texts ?? [], originalLocale) : {};
  return withoutUndefined({
    ...content,
    originalLocale,
    ...written,
    ...plainFields(content, input),
    edition: withEdition(content.edition, input),
    sources: given(input.sources, content.sources, (all) => all.map(toSource)) ?? [],
    results: given(input.results, content.results, (all) => all.map(toResult)),
    steps: given(input.steps, content.steps, (all) => all.map(toStep)),
  });
}

function plainFields(content: StoredContent, input: RecordContent) {
  const list = <T>(value: readonly T[] | null | undefined, kept: readonly T[]) =>
    value === undefined ? kept : [...new Set(value ?? [])];
  return {
    countries: list(input.countries, content.countries),
    themes: list(input.themes, content.themes),
    challenges: list(input.challenges, content.challenges),
    stages: list(input.stages, content.stages),
    hazards: list(input.hazards, content.hazards),
    sdgs: list(input.sdgs, content.sdgs),
    actors:
      input.actors === undefined
        ? content.actors
        : (input.actors ?? []).map(({ role, actor }) => ({ role, actor })),
    modality: input.modality === undefined ? content.modality : input.modality,
    event: input.event === undefined ? content.event : input.event,
    evidence: input.evidence ?? content.evidence,
    rights: input.rights ?? content.rights,
    verifiedAt: input.verifiedAt === undefined ? content.verifiedAt : (input.verifiedAt ?? ''),
    nature: input.nature ?? content.nature,
    level: given(input.level, content.level),
    startDate: given(input.startDate, content.startDate),
    endDate: given(input.endDate, content.endDate),
    stillRunning: given(input.stillRunning, content.stillRunning),
    inForceFrom: given(input.inForceFrom, content.inForceFrom),
    reviewBy: given(input.reviewBy, content.reviewBy),
  };
}

/** Absent: what was there; null: nothing. */
function given<T, S = T>(
  value: T | null | undefined,
  kept: S | undefined,
  convert: (value: T) => S = (same) => same as unknown as S,
): S | undefined {
  if (value === undefined) return kept;
  return value === null ? undefined : convert(value);
}

function withEdition(
  kept: LocalizedText | undefined,
  { texts }: RecordContent,
): LocalizedText | undefined {
  const labels = { ...kept };
  for (const { locale, edition } of texts ?? []) {
    if (edition) labels[locale] = edition;
    else if (edition !== undefined) delete labels[locale];
  }
  return Object.keys(labels).length > 0 ? labels : undefined;
}

const toSource = ({ title, url, locator, language }: StoredSource | NullableSource): StoredSource =>
  withoutUndefined({
    title,
    url: url ?? undefined,
    locator: locator ?? undefined,
    language: language ?? undefined,
  });
type NullableSource = NonNullable<RecordContent['sources']>[number];

const toResult = ({ texts, baseline, value, source }: RecordResult): StoredResult =>
  withoutUndefined({
    indicator: inLanguages(texts, ({ indicator }) => indicator) ?? {},
    unit: inLanguages(texts, ({ unit }) => unit),
    value,
    baseline: baseline ?? undefined,
    source: source ?? undefined,
  });

const toStep = ({ stage, texts }: RecordStep, index: number): StoredStep =>
  withoutUndefined({
    number: index + 1,
    stage: stage ?? undefined,
    text: inLanguages(texts, ({ text }) => text) ?? {},
    responsible: inLanguages(texts, ({ responsible }) => responsible),
    tool: inLanguages(texts, ({ tool }) => tool),
    timeLimit: inLanguages(texts, ({ timeLimit }) => timeLimit),
  });

function inLanguages<T extends { readonly locale: Locale }>(
  texts: readonly T[],
  pick: (text: T) => string | null | undefined,
): LocalizedText | undefined {
  const entries = texts.flatMap((text) => {
    const value = pick(text);
    return value ? [[text.locale, value] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The store would keep them as nulls. */
const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
