import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { LOCALES, Locale } from '../../locale.js';
import { fieldName, type MachineField, type TextField } from './indexed-document.js';

/** The engine's names for the languages; a search with an unknown one would fail. */
const ENGINE_LOCALES: Readonly<Record<Locale, string>> = {
  [Locale.ES]: 'spa',
  [Locale.EN]: 'eng',
  [Locale.PT]: 'por',
  [Locale.FR]: 'fra',
};

export const engineLocale = (locale: Locale): string => ENGINE_LOCALES[locale];

/** Pages end here: Meilisearch answers no further, and raising it makes every search slower. */
export const MOST_HITS = 1_000;

/** Best first: Meilisearch prefers a hit in a field to one in those behind it. */
export const SEARCHED_FIELDS = ['title', 'labels', 'summary', 'body'] as const;

/** The same with the fields for texts made by machine, which Meilisearch is told never to show. */
export const RANKED_FIELDS = [
  'title',
  'machineTitle',
  'labels',
  'summary',
  'machineSummary',
  'body',
  'machineBody',
] as const;

const inEachLanguage = (fields: readonly (TextField | MachineField | 'order')[]): string[] =>
  fields.flatMap((field) => LOCALES.map((locale) => fieldName(field, locale)));

const CODE_FIELDS = [
  'KIND',
  'COUNTRY',
  'GROUP',
  'THEME',
  'ACTOR',
  'ACTOR_KIND',
  'CHALLENGE',
  'STAGE',
  'HAZARD',
  'SDG',
  'MODALITY',
  'LANGUAGE',
  'EVIDENCE',
];

const SETTINGS: Settings = {
  searchableAttributes: inEachLanguage(RANKED_FIELDS),
  displayedAttributes: [
    ...['key', 'id', 'version', 'event', 'inForce', 'publishedAt', ...CODE_FIELDS],
    ...inEachLanguage([...SEARCHED_FIELDS, 'order']),
  ],
  filterableAttributes: [...CODE_FIELDS, 'key', 'event', 'inForce', 'publishedAt'],
  sortableAttributes: ['publishedAt', 'id', ...inEachLanguage(['order'])],
  localizedAttributes: LOCALES.map((locale) => ({
    attributePatterns: [`*_${locale}`],
    locales: [engineLocale(locale)],
  })),
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 },
    disableOnNumbers: true,
  },
  // Above the largest vocabulary, or busy values would be cut off without a word.
  faceting: { maxValuesPerFacet: 20_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: MOST_HITS },
};

/** Names these settings; it changes with each of them. */
const SETTINGS_MARK = `saberes-settings-${createHash('sha256')
  .update(JSON.stringify(SETTINGS))
  .digest('hex')
  .slice(0, 16)}`;

/**
 * The settings of an index. Meilisearch keeps no notes with an index, so the mark that tells which
 * settings it was built with is a word of its dictionary, which nobody types.
 */
export const indexSettings = (): Settings => ({ ...SETTINGS, dictionary: [SETTINGS_MARK] });

export const isBuiltWithThese = (settings: Settings): boolean =>
  settings.dictionary?.includes(SETTINGS_MARK) ?? false;
