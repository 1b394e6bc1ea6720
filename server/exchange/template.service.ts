import { Readable } from 'node:stream';
import type { Row, Sheet } from 'write-excel-file/node';
import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { Locale } from '../locale.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import type { CellValue } from '../tables/table.js';
import { writeTable } from '../tables/table-writers.js';
import { headingFor } from './column.js';
import { FIELDS, type Field, isOfKind, REQUIRED_FIELDS } from './fields.js';
import { joinedCell } from './record-cells.js';
import { EXAMPLE_CODES, EXAMPLE_TEXTS, TEMPLATE_WORDS } from './template-examples.js';
import { Vocabulary, type VocabularyName } from './vocabulary.js';

export interface TemplateRequest {
  readonly kind: KnowledgeKind;
  readonly locale: Locale;
  readonly format: 'XLSX' | 'CSV';
}

const COLUMN_WIDTH = 28;
const BOLD = { fontWeight: 'bold', backgroundColor: '#E8EEF4' } as const;

/** Empty tables to fill in, with one example row; importing that row does nothing. */
export class TemplateService {
  constructor(private readonly references: ReferenceCache) {}

  async template({ kind, locale, format }: TemplateRequest): Promise<AsyncIterable<Buffer>> {
    const vocabulary = new Vocabulary(await this.references.get());
    const fields = FIELDS.filter((field) => isOfKind(field, kind));
    const headings = fields.map((field) => headingOf(field, locale));
    const example = fields.map((field) => exampleOf(field, kind, locale, vocabulary));
    if (format === 'XLSX')
      return workbook(headings, example, valuesSheet(fields, locale, vocabulary), locale);
    const rows = Readable.from([example]) as AsyncIterable<readonly CellValue[]>;
    return writeTable('CSV', { headings, keys: headings, rows });
  }
}

const isRequired = ({ name }: Field): boolean =>
  (REQUIRED_FIELDS as readonly string[]).includes(name);

const headingOf = (field: Field, locale: Locale): string =>
  `${headingFor({ field, locale: null }, locale)}${isRequired(field) ? ' *' : ''}`;

function exampleOf(
  field: Field,
  kind: KnowledgeKind,
  locale: Locale,
  vocabulary: Vocabulary,
): string {
  const own: Readonly<Record<string, readonly string[]>> = { kind: [kind], language: [locale] };
  const codes = own[field.name] ?? EXAMPLE_CODES[field.name];
  if (!codes || !field.vocabulary) return EXAMPLE_TEXTS[field.name]?.[locale] ?? '';
  const terms = vocabulary.of(field.vocabulary).filter(({ code }) => codes.includes(code));
  const labels = terms.map(({ key, labels: names }) => readable(names[locale], key));
  return joinedCell(labels, { field, locale: null });
}

/** A label that holds what parts values from each other would be read as two. */
const readable = (label: string | undefined, key: string): string =>
  label && !/[;|\n]/.test(label) ? label : key;

/** Under each other what each vocabulary permits, as code and as name. */
function valuesSheet(
  fields: readonly Field[],
  locale: Locale,
  vocabulary: Vocabulary,
): readonly (readonly string[])[] {
  const byName = new Map<VocabularyName, string>();
  for (const field of fields) {
    if (!field.vocabulary || byName.has(field.vocabulary)) continue;
    byName.set(field.vocabulary, headingFor({ field, locale: null }, locale));
  }
  const blocks = [...byName].map(([name, heading]) => [
    [`${heading}: ${TEMPLATE_WORDS.code[locale]}`, `${heading}: ${TEMPLATE_WORDS.label[locale]}`],
    ...vocabulary.of(name).map(({ key, labels }) => [key, labels[locale] ?? key]),
  ]);
  const height = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block) => block[row] ?? ['', '']),
  );
}

async function* workbook(
  headings: readonly string[],
  example: readonly string[],
  values: readonly (readonly string[])[],
  locale: Locale,
): AsyncGenerator<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const [valueHeadings = [], ...terms] = values;
  const sheets: Sheet<never>[] = [
    sheetOf(TEMPLATE_WORDS.rows[locale], headings, [example]),
    sheetOf(TEMPLATE_WORDS.values[locale], valueHeadings, terms),
  ];
  yield await writeXlsxFile(sheets).toBuffer();
}

function sheetOf(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Sheet<never> {
  const text = (value: string) => (value === '' ? null : { value, type: String, wrap: true });
  const data: Row[] = [
    headings.map((value) => ({ value, type: String, ...BOLD })),
    ...rows.map((row) => row.map(text)),
  ];
  const columns = headings.map(() => ({ width: COLUMN_WIDTH }));
  return { sheet: name, data, columns, stickyRowsCount: 1 };
}
