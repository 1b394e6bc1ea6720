import type { KnowledgeKind } from '../../schema/operations/operation-types.js';

/** Texts of a record, in the order in which a form asks for them. */
export type TextField =
  | 'title'
  | 'summary'
  | 'observation'
  | 'lesson'
  | 'recommendation'
  | 'context'
  | 'problem'
  | 'approach'
  | 'enablers'
  | 'obstacles'
  | 'replicability'
  | 'purpose'
  | 'scope'
  | 'legalBasis'
  | 'edition'
  | 'changeNote'
  | 'body';

/** What is asked first, and what stands behind “More details”. */
export const TEXTS: Readonly<
  Record<
    KnowledgeKind,
    { readonly main: readonly TextField[]; readonly more: readonly TextField[] }
  >
> = {
  LESSON_LEARNED: {
    main: ['title', 'summary', 'observation', 'lesson', 'recommendation'],
    more: ['body'],
  },
  CASE_STUDY: { main: ['title', 'summary', 'context', 'approach'], more: ['body'] },
  BEST_PRACTICE: {
    main: ['title', 'summary', 'problem', 'approach'],
    more: ['enablers', 'obstacles', 'replicability', 'body'],
  },
  PROTOCOL: {
    main: ['title', 'summary', 'purpose'],
    more: ['scope', 'legalBasis', 'edition', 'changeNote', 'body'],
  },
};

export const textsOf = (kind: KnowledgeKind): readonly TextField[] => [
  ...TEXTS[kind].main,
  ...TEXTS[kind].more,
];

/** Lists of points: a line each. */
export const POINTS: ReadonlySet<string> = new Set(['enablers', 'obstacles']);

/** One line is enough. */
export const LINES: ReadonlySet<string> = new Set(['title', 'edition']);

const PROSE = 10_000;
const OTHER_LIMITS: Readonly<Record<string, number>> = {
  title: 200,
  summary: 1_500,
  body: 50_000,
  edition: 500,
  note: 5_000,
};
const LINE = 500;
const STEP = 2_000;

/** How many characters the hub takes. */
export function mostCharacters(field: string): number {
  if (field.endsWith('.text')) return STEP;
  return field.includes('.') ? LINE : (OTHER_LIMITS[field] ?? PROSE);
}

/** How many the hub takes of what can be had several times. */
export const MOST_PARTS: Readonly<Record<string, number>> = {
  themes: 10,
  countries: 40,
  challenges: 25,
  hazards: 25,
  sdgs: 30,
  sources: 30,
  actors: 40,
  results: 30,
  steps: 100,
};

/** Codes of vocabularies, several of each. */
export const CODE_LISTS = [
  'themes',
  'countries',
  'challenges',
  'stages',
  'hazards',
  'sdgs',
] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/** Rows that can be added and taken out, with the fields of each. */
export const ROWS = {
  sources: ['title', 'url', 'locator', 'language'],
  actors: ['role', 'actor'],
  results: ['indicator', 'unit', 'baseline', 'value', 'source', 'others'],
  steps: ['text', 'stage', 'responsible', 'tool', 'timeLimit', 'others'],
} as const;
export type RowList = keyof typeof ROWS;

/** What a row is worth keeping for; the others say nothing alone. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(['role', 'language', 'stage', 'others']);

export const hasResults = (kind: KnowledgeKind): boolean =>
  kind === 'CASE_STUDY' || kind === 'BEST_PRACTICE';

export const rowListsOf = (kind: KnowledgeKind): readonly RowList[] => [
  'sources',
  'actors',
  ...(hasResults(kind) ? (['results'] as const) : []),
  ...(kind === 'PROTOCOL' ? (['steps'] as const) : []),
];

export const DATES: Readonly<Record<KnowledgeKind, readonly string[]>> = {
  LESSON_LEARNED: ['verifiedAt', 'reviewBy'],
  CASE_STUDY: ['startDate', 'endDate', 'verifiedAt', 'reviewBy'],
  BEST_PRACTICE: ['verifiedAt', 'reviewBy'],
  PROTOCOL: ['inForceFrom', 'verifiedAt', 'reviewBy'],
};
