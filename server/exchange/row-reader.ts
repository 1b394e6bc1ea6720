import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { RecordContent, RecordTexts } from '../../schema/record-content.js';
import type { RecordSource } from '../../schema/record-parts.js';
import { LOCALES, type Locale } from '../locale.js';
import type { CellValue, SourceRow } from '../tables/table.js';
import { TableProblemCode } from '../tables/table-problem.js';
import { fromLine, toLines } from './cell-lines.js';
import {
  CellFault,
  manyTexts,
  missingValue,
  oneText,
  toCode,
  toDay,
  toWebAddress,
} from './cell-values.js';
import { FIELDS, type Field, isOfKind } from './fields.js';
import { FilledCells } from './filled-cells.js';
import type { ReadRow } from './imported-record.js';
import { toResult, toSource, toStep } from './record-lines.js';
import type { Vocabulary } from './vocabulary.js';

/** What holds for rows that say nothing else. */
export interface RowDefaults {
  readonly language: Locale | null;
  readonly kind: KnowledgeKind | null;
}

type Content = { -readonly [Name in keyof RecordContent]: RecordContent[Name] };

const LONGEST_ID = 200;

/** Turns rows of a table into records; knows nothing of files and of the store. */
export class RowReader {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly defaults: RowDefaults,
  ) {}

  read(row: SourceRow, headings: readonly string[] | null): ReadRow {
    const cells = new FilledCells(row, headings);
    const externalId = readId(cells);
    const kind = this.code<KnowledgeKind>(cells, 'kind', this.defaults.kind);
    const language = this.code<Locale>(cells, 'language', this.defaults.language);
    if (!externalId || !kind || !language) return { problems: cells.problems };
    const content = this.content(cells, kind, language);
    if (cells.problems.length > 0) return { problems: cells.problems };
    return { record: { row: row.number, externalId, kind, language, content } };
  }

  private code<T extends string>(cells: FilledCells, name: string, otherwise: T | null): T | null {
    const before = cells.problems.length;
    const given = cells.read(name, (value, field) => this.toCode(value, field)) as T | null;
    const found = given ?? otherwise;
    if (found === null && cells.problems.length === before) cells.report(name, missingValue(name));
    return given === null && cells.problems.length > before ? null : found;
  }

  private content(cells: FilledCells, kind: KnowledgeKind, language: Locale): RecordContent {
    const content: Content = { originalLocale: language, texts: this.texts(cells, kind, language) };
    for (const field of FIELDS) {
      if (field.isLocalized || !cells.has(field.name)) continue;
      if (!isOfKind(field, kind)) refuseForeign(cells, field.name);
      else this.put(content, field, cells, language);
    }
    const actors = this.actors(cells);
    // Without any, the institution itself stays its publisher.
    if (actors.length > 0) content.actors = actors;
    const hasSources = ['sourceTitle', 'otherSources'].some((name) => cells.has(name));
    if (hasSources) content.sources = this.sources(cells);
    return content;
  }

  private put(content: Content, field: Field, cells: FilledCells, language: Locale): void {
    const { name } = field;
    const set = (value: unknown) => Object.assign(content, { [name]: value });
    switch (field.shape) {
      case 'code':
        if (name !== 'kind' && name !== 'language')
          set(cells.read(name, (value) => this.toCode(value, field)));
        return;
      case 'codes':
        set(cells.read(name, (value) => this.toCodes(value, field)) ?? []);
        return;
      case 'date':
        set(cells.read(name, (value) => toDay(oneText(value))));
        return;
      case 'boolean':
        set(cells.read(name, (value) => this.toBoolean(value, field)));
        return;
      case 'results':
        set(
          cells.read(name, (value) => toLines(value).map((line) => toResult(line, language))) ?? [],
        );
        return;
      case 'steps':
        set(
          cells.read(name, (value) =>
            toLines(value).map((line) => toStep(line, language, this.vocabulary)),
          ) ?? [],
        );
        return;
      case 'text':
      case 'points':
      case 'actors':
      case 'source':
      case 'sources':
        return;
    }
  }

  private toCode(value: CellValue, { vocabulary }: Field): string {
    const text = oneText(value);
    return vocabulary ? toCode(this.vocabulary, vocabulary, text) : text;
  }

  private toCodes(value: CellValue, { vocabulary }: Field): readonly string[] {
    if (!vocabulary) return manyTexts(value);
    return [...new Set(manyTexts(value).map((text) => toCode(this.vocabulary, vocabulary, text)))];
  }

  private toBoolean(value: CellValue, field: Field): boolean {
    const text = oneText(value);
    if (text === '1' || text.toLowerCase() === 'x') return true;
    return text !== '0' && this.toCode(text, field) === 'true';
  }

  /** By language; one that has no text at all in this row is left as it is. */
  private texts(cells: FilledCells, kind: KnowledgeKind, language: Locale): RecordTexts[] {
    return LOCALES.flatMap((locale) => {
      const texts: Record<string, unknown> = {};
      for (const field of FIELDS.filter(({ isLocalized }) => isLocalized)) {
        const names = [`${field.name}.${locale}`, ...(locale === language ? [field.name] : [])];
        for (const name of names.filter((one) => cells.has(one))) {
          if (isOfKind(field, kind)) texts[field.name] ??= readText(cells, name, field);
          else refuseForeign(cells, name);
        }
      }
      const isEmpty = Object.values(texts).every((text) => text === null);
      return isEmpty && locale !== language ? [] : [{ locale, ...texts } as RecordTexts];
    });
  }

  private actors(cells: FilledCells): NonNullable<RecordContent['actors']> {
    return FIELDS.flatMap((field) => {
      const { role, name } = field;
      if (!role) return [];
      const found = cells.read(name, (value) => this.toCodes(value, field)) ?? [];
      return found.map((actor) => ({ role, actor }));
    });
  }

  private sources(cells: FilledCells): RecordSource[] {
    const title = cells.read('sourceTitle', oneText);
    const url = cells.read('sourceUrl', (value) => toWebAddress(oneText(value)));
    const locator = cells.read('sourceLocator', oneText);
    const language = cells.read('sourceLanguage', (value, field) =>
      this.toCode(value, field),
    ) as Locale | null;
    if (!title && (url || locator || language)) {
      cells.report('sourceTitle', missingValue('title for its source'));
    }
    const others = cells.read('otherSources', (value) =>
      toLines(value).map((line) => toSource(line, this.vocabulary)),
    );
    return [...(title ? [{ title, url, locator, language }] : []), ...(others ?? [])];
  }
}

function readId(cells: FilledCells): string | null {
  const before = cells.problems.length;
  const id = cells.read('externalId', (value) => {
    const text = oneText(value);
    if (text.length > LONGEST_ID || text.includes('\n')) {
      const message = `An identifier is one line of at most ${LONGEST_ID} characters.`;
      throw new CellFault(TableProblemCode.WRONG_VALUE, message);
    }
    return text;
  });
  if (id === null && cells.problems.length === before) {
    cells.report('externalId', missingValue('identifier of its own, by which it is found again'));
  }
  return id;
}

const readText = (cells: FilledCells, name: string, { shape }: Field) =>
  cells.read(name, (value) =>
    shape === 'points' ? toLines(value).map(fromLine) : oneText(value) || null,
  );

function refuseForeign(cells: FilledCells, name: string): void {
  if (cells.value(name) === null) return;
  const message = 'Records of this kind have nothing in this column.';
  cells.report(name, new CellFault(TableProblemCode.NOT_OF_THIS_KIND, message));
}
