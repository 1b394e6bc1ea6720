import { guarded } from './formula-guard.js';
import { papa } from './papa.js';
import { sheetFile } from './sheet-writer.js';
import type { CellValue, TableFormat } from './table.js';

/** A table as it is written: the same columns in each row. */
export interface WrittenTable {
  /** What people read above the columns. */
  readonly headings: readonly string[];
  /** What programs read instead, in JSON Lines. */
  readonly keys: readonly string[];
  readonly rows: AsyncIterable<readonly CellValue[]>;
}

export const CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  JSONL: 'application/jsonl; charset=utf-8',
};

/** Writes a table as a stream; of its rows one at a time is held. */
export function writeTable(format: TableFormat, table: WrittenTable): AsyncIterable<Buffer> {
  switch (format) {
    case 'CSV':
      return csvFile(table);
    case 'JSONL':
      return jsonLines(table);
    case 'XLSX':
      return sheetFile(table.headings, textRows(table.rows));
  }
}

/** Excel takes a file without it for Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

async function* csvFile({ headings, rows }: WrittenTable): AsyncGenerator<Buffer> {
  const line = (cells: readonly string[]) => Buffer.from(`${papa().unparse([cells])}\r\n`);
  yield Buffer.concat([Buffer.from(BYTE_ORDER_MARK), line(headings)]);
  for await (const cells of textRows(rows)) yield line(cells);
}

async function* textRows(
  rows: AsyncIterable<readonly CellValue[]>,
): AsyncGenerator<readonly string[]> {
  for await (const cells of rows) yield cells.map((value) => guarded(toText(value)));
}

/** Values of a list go below each other: a label may hold any other mark. */
const toText = (value: CellValue): string => (typeof value === 'string' ? value : value.join('\n'));

async function* jsonLines({ keys, rows }: WrittenTable): AsyncGenerator<Buffer> {
  for await (const cells of rows) {
    const filled = keys.flatMap((key, index) => {
      const value = cells[index] ?? '';
      return value.length > 0 ? [[key, value] as const] : [];
    });
    yield Buffer.from(`${JSON.stringify(Object.fromEntries(filled))}\n`);
  }
}
