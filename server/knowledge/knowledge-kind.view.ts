import { KnowledgeKind, LessonNature } from '../../schema/knowledge-enums.js';
import type { ProtocolStep, Result } from '../../schema/knowledge-parts.js';
import type { Locale } from '../locale.js';
import { localeOf, localized } from '../localized.js';
import type { StoredResult, StoredStep, StoredTexts } from './knowledge.document.js';
import type { ReadDocument } from './knowledge.view.js';

type Prose = Exclude<keyof StoredTexts, 'enablers' | 'obstacles' | 'status' | 'madeFrom'>;

/** The fields that only one kind has. A text that a translation lacks comes with the body's. */
export function kindFields(stored: ReadDocument, shown: Locale, withBody: Locale, locale: Locale) {
  const texts = stored.texts[shown];
  const fuller = stored.texts[withBody];
  const prose = (field: Prose) => texts?.[field] ?? fuller?.[field] ?? null;
  const points = (field: 'enablers' | 'obstacles') => texts?.[field] ?? fuller?.[field] ?? [];
  const results = () => (stored.results ?? []).map((result) => toResult(result, locale));

  switch (stored.kind) {
    case KnowledgeKind.CASE_STUDY:
      return {
        context: prose('context'),
        approach: prose('approach'),
        results: results(),
        startDate: stored.startDate ?? null,
        endDate: stored.endDate ?? null,
        stillRunning: stored.stillRunning ?? null,
      };
    case KnowledgeKind.BEST_PRACTICE:
      return {
        problem: prose('problem'),
        approach: prose('approach'),
        enablers: points('enablers'),
        obstacles: points('obstacles'),
        results: results(),
        replicability: prose('replicability'),
      };
    case KnowledgeKind.LESSON_LEARNED:
      return {
        observation: prose('observation'),
        lesson: prose('lesson'),
        recommendation: prose('recommendation'),
        level: stored.level ?? null,
        nature: stored.nature ?? LessonNature.LESSON,
      };
    case KnowledgeKind.PROTOCOL:
      return {
        purpose: prose('purpose'),
        scope: prose('scope'),
        legalBasis: prose('legalBasis'),
        changeNote: prose('changeNote'),
        edition: localized(stored.edition, locale),
        inForce: stored.inForce ?? false,
        inForceFrom: stored.inForceFrom ?? null,
        family: stored.family ?? stored.slug,
        steps: (stored.steps ?? []).map((step) => toStep(step, locale)),
      };
  }
}

const toResult = (stored: StoredResult, locale: Locale): Result => ({
  indicator: localized(stored.indicator, locale) ?? '',
  baseline: stored.baseline ?? null,
  value: stored.value,
  unit: localized(stored.unit, locale),
  source: stored.source ?? null,
  locale: localeOf(stored.indicator, locale) ?? locale,
});

const toStep = (stored: StoredStep, locale: Locale): ProtocolStep => ({
  number: stored.number,
  stage: stored.stage ?? null,
  text: localized(stored.text, locale) ?? '',
  responsible: localized(stored.responsible, locale),
  tool: localized(stored.tool, locale),
  timeLimit: localized(stored.timeLimit, locale),
  locale: localeOf(stored.text, locale) ?? locale,
});
