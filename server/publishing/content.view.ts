import type { RecordContent, RecordTexts, TextState } from '../../schema/record-content.js';
import type { RecordResult, RecordStep } from '../../schema/record-parts.js';
import type { StoredContent, StoredResult, StoredStep } from '../knowledge/knowledge.document.js';
import { LOCALES, type Locale, type LocalizedText } from '../locale.js';
import { isStaleIn, PROSE_FIELDS } from './content-texts.js';

/** Stored content as its editors see it: the same shape that they send. */
export const toRecordContent = (content: StoredContent): RecordContent => ({
  originalLocale: content.originalLocale,
  texts: localesOf(content).map((locale) => toTexts(content, locale)),
  countries: [...content.countries],
  actors: content.actors.map(({ role, actor }) => ({ role, actor })),
  themes: [...content.themes],
  challenges: [...content.challenges],
  stages: [...content.stages],
  hazards: [...content.hazards],
  sdgs: [...content.sdgs],
  modality: content.modality,
  evidence: content.evidence,
  event: content.event,
  sources: content.sources.map((source) => ({
    url: null,
    locator: null,
    language: null,
    ...source,
  })),
  rights: content.rights,
  verifiedAt: content.verifiedAt || null,
  reviewBy: content.reviewBy ?? null,
  results: (content.results ?? []).map(toResult),
  startDate: content.startDate ?? null,
  endDate: content.endDate ?? null,
  stillRunning: content.stillRunning ?? null,
  level: content.level ?? null,
  nature: content.nature ?? null,
  inForceFrom: content.inForceFrom ?? null,
  steps: (content.steps ?? []).map(toStep),
});

/** Every language there is, the original first. */
export const toTextStates = (content: StoredContent): readonly TextState[] =>
  localesOf(content).flatMap((locale) => {
    const texts = content.texts[locale];
    return texts ? [{ locale, status: texts.status, isStale: isStaleIn(content, locale) }] : [];
  });

function localesOf({ originalLocale, texts, edition }: StoredContent): readonly Locale[] {
  const others = LOCALES.filter((locale) => locale !== originalLocale);
  return [originalLocale, ...others].filter((locale) => texts[locale] ?? edition?.[locale]);
}

function toTexts({ texts, edition }: StoredContent, locale: Locale): RecordTexts {
  const own = texts[locale];
  const prose = Object.fromEntries(PROSE_FIELDS.map((field) => [field, own?.[field] ?? null]));
  return { locale, ...prose, edition: edition?.[locale] ?? null };
}

const toResult = ({ indicator, unit, ...rest }: StoredResult): RecordResult => ({
  baseline: null,
  source: null,
  ...rest,
  texts: localesIn(indicator).map((locale) => ({
    locale,
    indicator: indicator[locale] ?? '',
    unit: unit?.[locale] ?? null,
  })),
});

const toStep = ({ stage, text, responsible, tool, timeLimit }: StoredStep): RecordStep => ({
  stage: stage ?? null,
  texts: localesIn(text).map((locale) => ({
    locale,
    text: text[locale] ?? '',
    responsible: responsible?.[locale] ?? null,
    tool: tool?.[locale] ?? null,
    timeLimit: timeLimit?.[locale] ?? null,
  })),
});

const localesIn = (text: LocalizedText): readonly Locale[] =>
  LOCALES.filter((locale) => text[locale]);
