import type { GraphQLSchema } from 'graphql';
import type { PublicRecords } from '../knowledge/public-records.js';
import type { Locale } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import type { SearchFilter } from '../search/search-engine.js';
import type { CellValue, TableFormat } from '../tables/table.js';
import { writeTable } from '../tables/table-writers.js';
import { readFilter } from './asked-filter.js';
import { type Column, headingFor, keyFor } from './column.js';
import {
  COLUMNS,
  COLUMNS_WITH_TRANSLATIONS,
  cellOf,
  EXPORTED_PATHS,
  joinedCell,
} from './record-cells.js';
import { Vocabulary } from './vocabulary.js';

export interface ExportRequest {
  readonly format: TableFormat;
  /** A `KnowledgeFilter` as clients of the API write it. */
  readonly filter: object;
  /** Of the headings; texts are those of each record's own language. */
  readonly locale: Locale;
  readonly withTranslations: boolean;
}

/** Public records as tables that `saberes import` reads again. */
export class ExportService {
  constructor(
    private readonly records: PublicRecords,
    private readonly references: ReferenceCache,
    private readonly schema: () => GraphQLSchema,
  ) {}

  /** The file as a stream. Rejects with `BAD_USER_INPUT` for codes that the hub does not know. */
  async export(
    request: ExportRequest,
    progress: (done: number) => void = () => {},
  ): Promise<AsyncIterable<Buffer>> {
    const { format, locale, withTranslations } = request;
    const reference = await this.references.get();
    const filter = readFilter(request.filter, this.schema(), reference);
    const columns = withTranslations ? COLUMNS_WITH_TRANSLATIONS : COLUMNS;
    return writeTable(format, {
      headings: columns.map((column) => headingFor(column, locale)),
      keys: columns.map(keyFor),
      rows: this.rows({ format, filter, reference, columns, progress }),
    });
  }

  /** How many rows the export of a filter has. */
  async count(filter: object): Promise<number> {
    const reference = await this.references.get();
    return this.records.count(readFilter(filter, this.schema(), reference), reference);
  }

  private async *rows(asked: {
    readonly format: TableFormat;
    readonly filter: SearchFilter;
    readonly reference: Reference;
    readonly columns: readonly Column[];
    readonly progress: (done: number) => void;
  }): AsyncGenerator<readonly CellValue[]> {
    const { format, filter, reference, columns, progress } = asked;
    const vocabulary = new Vocabulary(reference);
    let done = 0;
    for await (const record of this.records.read(filter, reference, EXPORTED_PATHS)) {
      yield columns.map((column) => {
        const value = cellOf(record, column, vocabulary);
        return format === 'JSONL' ? value : joinedCell(value, column);
      });
      done += 1;
      progress(done);
    }
  }
}
