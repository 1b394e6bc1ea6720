import type { KnowledgeDocument, StoredTexts } from '../knowledge/knowledge.document.js';
import { LOCALES, type Locale, type LocalizedText } from '../locale.js';
import type { CellValue } from '../tables/table.js';
import { asLine, fromParts } from './cell-lines.js';
import type { Column } from './column.js';
import { FIELDS, type Field } from './fields.js';
import type { Vocabulary } from './vocabulary.js';

/** Paths of the store behind a row: drafts and histories are not among them. */
export const EXPORTED_PATHS = [
  'slug',
  'kind',
  'originalLocale',
  'texts',
  'countries',
  'actors',
  'themes',
  'challenges',
  'stages',
  'hazards',
  'sdgs',
  'modality',
  'evidence',
  'event',
  'sources',
  'rights',
  'verifiedAt',
  'externalId',
  'results',
  'startDate',
  'endDate',
  'stillRunning',
  'level',
  'nature',
  'edition',
  'inForceFrom',
  'steps',
  'reviewBy',
] as const satisfies readonly (keyof KnowledgeDocument)[];

/** What a record has to bring to become a row. */
export type ExportedRecord = Pick<KnowledgeDocument, (typeof EXPORTED_PATHS)[number]>;

/** Each field once, its texts in the language of the record. */
export const COLUMNS: readonly Column[] = FIELDS.map((field) => ({ field, locale: null }));

/** And behind them the texts of translations. */
export const COLUMNS_WITH_TRANSLATIONS: readonly Column[] = [
  ...COLUMNS,
  ...LOCALES.flatMap((locale) =>
    FIELDS.filter(({ isLocalized }) => isLocalized).map((field) => ({ field, locale })),
  ),
];

/** A cell where lists are written as one text. */
export function joinedCell(value: CellValue, { field }: Column): string {
  if (typeof value === 'string') return value;
  return value.join(field.shape === 'codes' || field.shape === 'actors' ? '; ' : '\n');
}

/** What a record has in a column; what `RowReader` reads again. */
export function cellOf(
  record: ExportedRecord,
  { field, locale }: Column,
  vocabulary: Vocabulary,
): CellValue {
  if (!field.isLocalized) return plainCell(record, field, vocabulary);
  if (locale === record.originalLocale) return '';
  return textCell(record, field, locale ?? record.originalLocale);
}

function textCell({ texts, edition }: ExportedRecord, { name }: Field, locale: Locale): CellValue {
  if (name === 'edition') return edition?.[locale] ?? '';
  const value = texts[locale]?.[name as keyof StoredTexts] ?? '';
  return Array.isArray(value) ? value.map(asLine) : String(value);
}

function plainCell(record: ExportedRecord, field: Field, vocabulary: Vocabulary): CellValue {
  const { name, vocabulary: of, role, shape } = field;
  const key = (code: string) => (of ? vocabulary.keyOf(of, code) : code);
  switch (shape) {
    case 'actors':
      return record.actors.filter((link) => link.role === role).map(({ actor }) => key(actor));
    case 'source':
      return sourceCell(record, name);
    case 'sources':
      return (record.sources ?? [])
        .slice(1)
        .map(({ title, url, locator, language }) => fromParts([title, url, locator, language]));
    case 'results':
      return resultLines(record);
    case 'steps':
      return stepLines(record);
    case 'text':
    case 'points':
    case 'code':
    case 'codes':
    case 'date':
    case 'boolean':
      return storedCell(record, name, key);
  }
}

const storedAs: Readonly<Record<string, keyof ExportedRecord>> = { language: 'originalLocale' };

function storedCell(
  record: ExportedRecord,
  name: string,
  key: (code: string) => string,
): CellValue {
  if (name === 'externalId') return record.externalId ?? record.slug;
  const value = record[storedAs[name] ?? (name as keyof ExportedRecord)] ?? '';
  if (Array.isArray(value)) return value.map((code) => key(String(code)));
  return typeof value === 'string' || typeof value === 'boolean' ? key(String(value)) : '';
}

function sourceCell({ sources }: ExportedRecord, name: string): string {
  const [first] = sources ?? [];
  const parts: Readonly<Record<string, string | undefined>> = {
    sourceTitle: first?.title,
    sourceUrl: first?.url,
    sourceLocator: first?.locator,
    sourceLanguage: first?.language,
  };
  return parts[name] ?? '';
}

function resultLines({ results = [], originalLocale }: ExportedRecord): readonly string[] {
  const own = (text: LocalizedText | undefined) => text?.[originalLocale];
  return results.map(({ indicator, value, unit, baseline, source }) =>
    fromParts([own(indicator), value, own(unit), baseline, source]),
  );
}

function stepLines({ steps = [], originalLocale: locale }: ExportedRecord): readonly string[] {
  return steps.map(({ text, responsible, tool, timeLimit, stage }) =>
    fromParts([text[locale], responsible?.[locale], tool?.[locale], timeLimit?.[locale], stage]),
  );
}
