import { decodedText, detectEncoding, type TextEncodingName } from './encoding.js';
import { papa } from './papa.js';
import { noHeadings, toHeadings, toSourceRow } from './source-row.js';
import type { SourceRow, Table } from './table.js';
import { TABLE_LIMITS } from './table-limits.js';
import { refused, TableProblemCode } from './table-problem.js';
import { rowTooLong, tooManyColumns, tooManyRows } from './too-much.js';

const SEPARATORS = [',', ';', '\t', '|'] as const;
type Separator = (typeof SEPARATORS)[number];
const SHOWN: Readonly<Record<Separator, string>> = { ',': ',', ';': ';', '\t': 'tab', '|': '|' };
/** Excel writes it above the headings, for itself. */
const EXCEL_HINT = /^sep=.\n/;

/** A record and what was wrong with its quotes. */
interface CsvRecord {
  readonly values: readonly string[];
  readonly isBroken: boolean;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

interface CsvFile {
  readonly file: string;
  readonly encoding: TextEncodingName;
  readonly separator: Separator;
}

/** Opens a CSV file: encoding and separator are found out. */
export async function openCsv(file: string): Promise<Table> {
  const encoding = await detectEncoding(file);
  const start = await startOf(file, encoding);
  const separator = separatorOf(start);
  const source = { file, encoding, separator };
  const headings = await readHeadings(source);
  return {
    format: 'CSV',
    description: `CSV, separator ${SHOWN[separator]}, ${encoding}`,
    headings,
    rows: () => rowsOf(source, headings),
  };
}

async function startOf(file: string, encoding: TextEncodingName): Promise<string> {
  for await (const text of decodedText(file, encoding)) if (text !== '') return text;
  throw noHeadings();
}

/** The one that parts the headings into most cells: these hardly ever hold one themselves. */
function separatorOf(start: string): Separator {
  const cells = (separator: Separator): number =>
    parserFor(separator)(start.replace(EXCEL_HINT, ''), false).data[0]?.length ?? 0;
  return SEPARATORS.reduce((best, one) => (cells(one) > cells(best) ? one : best));
}

async function readHeadings(source: CsvFile): Promise<readonly string[]> {
  for await (const { values } of recordsOf(source)) {
    if (values.length > TABLE_LIMITS.columns) throw tooManyColumns(values.length);
    return toHeadings(values);
  }
  throw noHeadings();
}

async function* rowsOf(source: CsvFile, headings: readonly string[]): AsyncGenerator<SourceRow> {
  let number = 0;
  for await (const { values, isBroken } of recordsOf(source)) {
    number += 1;
    if (number === 1 || values.every((value) => value.trim() === '')) continue;
    if (number - 1 > TABLE_LIMITS.rows) throw tooManyRows(TABLE_LIMITS.rows, number);
    if (values.length > TABLE_LIMITS.columns) throw tooManyColumns(values.length, number);
    yield toSourceRow(number, headings, values, isBroken ? [brokenQuotes(number)] : []);
  }
}

/** Records one after the other; of the text only what is not yet a whole record is held. */
async function* recordsOf({ file, encoding, separator }: CsvFile): AsyncGenerator<CsvRecord> {
  const parse = parserFor(separator);
  let rest = '';
  let isFirst = true;
  let row = 0;
  for await (const text of decodedText(file, encoding)) {
    rest += text;
    if (isFirst && rest.length > 0) {
      rest = rest.replace(EXCEL_HINT, '');
      isFirst = false;
    }
    const parsed = parse(rest, true);
    rest = rest.slice(parsed.meta.cursor);
    row += parsed.data.length;
    yield* toRecords(parsed);
    if (rest.length > TABLE_LIMITS.rowCharacters) throw rowTooLong(row + 1);
  }
  if (rest === '') return;
  const last = parse(rest, false);
  if (last.errors.some(({ code }) => code === 'MissingQuotes')) throw unclosedQuote(row + 1);
  yield* toRecords(last);
}

function* toRecords({ data, errors }: Parsed): Generator<CsvRecord> {
  const broken = new Set(errors.map(({ row }) => row));
  for (const [index, values] of data.entries()) yield { values, isBroken: broken.has(index) };
}

/** The parser below the streaming of papaparse, which would hold a cell without end. */
function parserFor(separator: Separator): (text: string, isCut: boolean) => Parsed {
  const parser = new (papa().Parser)({ delimiter: separator, newline: '\n' });
  return (text, isCut) => parser.parse(text, 0, isCut) as Parsed;
}

const brokenQuotes = (row: number) => ({
  row,
  column: null,
  heading: null,
  code: TableProblemCode.BROKEN_QUOTES,
  message: 'The quotes of this row do not match: within a text in quotes each quote is doubled.',
});

const unclosedQuote = (row: number) =>
  refused(
    TableProblemCode.UNCLOSED_QUOTE,
    'A quote that opens in this row is never closed; everything after it would be one cell.',
    row,
  );
