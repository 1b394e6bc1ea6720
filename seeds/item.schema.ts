import { z } from 'zod';
import {
  countryCode,
  date,
  label,
  listOf,
  locale,
  record,
  slug,
  text,
  webAddress,
} from './label.schema.js';

const HTML_TAG = /<\/?[a-z][a-z0-9-]*(\s[^<>]*)?\/?>/i;
const markdown = text.refine((value) => !HTML_TAG.test(value), 'holds HTML; write Markdown');

export const stage = z.enum([
  'PREVENTION',
  'MITIGATION',
  'PREPAREDNESS',
  'RESPONSE',
  'RECOVERY',
  'RECONSTRUCTION',
]);
const role = z.enum([
  'AUTHOR',
  'IMPLEMENTER',
  'PROVIDER',
  'SECOND_PROVIDER',
  'RECIPIENT',
  'FUNDER',
  'PARTNER',
  'PUBLISHER',
]);
const modality = z.enum([
  'SOUTH_SOUTH_BILATERAL',
  'SOUTH_SOUTH_REGIONAL',
  'TRIANGULAR',
  'NORTH_SOUTH',
  'MULTILATERAL',
]);
const evidence = z.enum([
  'STATED',
  'DOCUMENTED',
  'MONITORED',
  'INTERNALLY_EVALUATED',
  'INDEPENDENTLY_EVALUATED',
]);
const rights = z.enum(['OPEN', 'REPRODUCE_WITH_SOURCE', 'AUTHORISATION_NEEDED', 'LINK_ONLY']);

const source = record({
  title: text,
  url: webAddress.optional(),
  locator: text.optional(),
  language: locale.optional(),
});

const common = {
  slug,
  original: locale,
  publishedAt: date,
  verifiedAt: date.optional(),
  countries: listOf(countryCode),
  actors: z.array(record({ role, actor: slug })).min(1, 'names no institution'),
  themes: listOf(slug).min(1, 'names no theme').max(5, 'names more than five themes'),
  challenges: listOf(z.string()).default([]),
  stages: listOf(stage).default([]),
  hazards: listOf(slug).default([]),
  sdgs: listOf(z.string('has to be in quotes')).default([]),
  modality: modality.optional(),
  evidence,
  event: slug.optional(),
  rights,
  sources: z.array(source).min(1, 'names no source'),
};

const results = z
  .array(
    record({
      indicator: label,
      baseline: text.optional(),
      value: text,
      unit: label.optional(),
      source: text.optional(),
    }),
  )
  .default([]);

/** The texts of an item in those languages that it has; the original is checked with the rest. */
const textsWith = <S extends z.ZodRawShape>(fields: S) => {
  const one = record({ title: text.max(200), summary: text, body: markdown.optional(), ...fields });
  const maybe = one.optional();
  return record({ es: maybe, en: maybe, pt: maybe, fr: maybe });
};

const prose = markdown.optional();
const points = z.array(text).optional();

const step = record({
  number: z.int().min(1),
  stage: stage.optional(),
  text: label,
  responsible: label.optional(),
  tool: label.optional(),
  timeLimit: label.optional(),
});

const caseStudy = record({
  kind: z.literal('CASE_STUDY'),
  ...common,
  texts: textsWith({ context: prose, approach: prose }),
  results,
  startDate: date.optional(),
  endDate: date.optional(),
  stillRunning: z.boolean().optional(),
});

const bestPractice = record({
  kind: z.literal('BEST_PRACTICE'),
  ...common,
  texts: textsWith({
    problem: prose,
    approach: prose,
    enablers: points,
    obstacles: points,
    replicability: prose,
  }),
  results,
});

const lessonLearned = record({
  kind: z.literal('LESSON_LEARNED'),
  ...common,
  texts: textsWith({ observation: prose, lesson: prose, recommendation: prose }),
  level: z.enum(['PERSON_COMMUNITY', 'INSTITUTION', 'COUNTRY', 'REGION', 'GLOBAL']).optional(),
  nature: z.enum(['LESSON', 'CHALLENGE']),
});

const protocol = record({
  kind: z.literal('PROTOCOL'),
  ...common,
  texts: textsWith({ purpose: prose, scope: prose, legalBasis: prose }),
  family: slug,
  edition: label,
  inForce: z.boolean(),
  inForceFrom: date.optional(),
  steps: z.array(step).default([]),
});

/** A knowledge item: what all kinds share, and the fields of its own kind. */
export const itemSeed = z.discriminatedUnion('kind', [
  caseStudy,
  bestPractice,
  lessonLearned,
  protocol,
]);

export type ItemSeed = z.output<typeof itemSeed>;
export type CaseStudySeed = z.output<typeof caseStudy>;
export type BestPracticeSeed = z.output<typeof bestPractice>;
export type LessonLearnedSeed = z.output<typeof lessonLearned>;
export type ProtocolSeed = z.output<typeof protocol>;
