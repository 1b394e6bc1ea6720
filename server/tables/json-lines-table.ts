import { decodedText, detectEncoding } from './encoding.js';
import { textProblem } from './source-row.js';
import type { CellValue, SourceCell, SourceRow, Table } from './table.js';
import { TABLE_LIMITS } from './table-limits.js';
import { type TableProblem, TableProblemCode } from './table-problem.js';
import { rowTooLong, tooManyRows } from './too-much.js';

/** Opens JSON Lines: an object a line, with the names of columns as its keys. */
export async function openJsonLines(file: string): Promise<Table> {
  const encoding = await detectEncoding(file);
  return {
    format: 'JSONL',
    description: `JSON Lines, ${encoding}`,
    headings: null,
    rows: async function* rows() {
      let number = 0;
      for await (const line of linesOf(decodedText(file, encoding))) {
        number += 1;
        if (number > TABLE_LIMITS.rows) throw tooManyRows(TABLE_LIMITS.rows, number);
        if (line.trim() !== '') yield toRow(number, line);
      }
    },
  };
}

/** Lines end with a line feed alone: other separators of Unicode may stand within texts. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    number += lines.length;
    if (rest.length > TABLE_LIMITS.rowCharacters) throw rowTooLong(number);
  }
  if (rest !== '') yield rest;
}

function toRow(number: number, line: string): SourceRow {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'The line is not a JSON object such as {"title": "…"}.';
    const place = { row: number, column: null, heading: null };
    return {
      number,
      cells: [],
      problems: [{ ...place, code: TableProblemCode.NOT_JSON, message }],
    };
  }
  const cells: SourceCell[] = [];
  const problems: TableProblem[] = [];
  const fields = Object.entries(value);
  if (fields.length > TABLE_LIMITS.columns) problems.push(tooManyFields(number, fields.length));
  for (const [heading, given] of fields.slice(0, TABLE_LIMITS.columns)) {
    const place = { row: number, column: null, heading };
    const text = toValue(given);
    const problem = text === undefined ? NO_VALUE : valueProblem(text);
    if (problem) problems.push({ ...place, ...problem });
    else if (text !== undefined) cells.push({ column: null, heading, value: text });
  }
  return { number, cells, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const NO_VALUE = {
  code: TableProblemCode.NOT_A_VALUE,
  message: 'The value has to be a text, a number, true, false, null or a list of texts.',
};

/** Undefined when it is nothing that a cell can hold. */
function toValue(given: unknown): CellValue | undefined {
  if (given === null) return '';
  if (Array.isArray(given)) {
    const texts = given.map(toText);
    return texts.includes(undefined) ? undefined : (texts as string[]);
  }
  return toText(given);
}

const toText = (given: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof given) ? String(given) : undefined;

function valueProblem(value: CellValue): Pick<TableProblem, 'code' | 'message'> | null {
  for (const text of typeof value === 'string' ? [value] : value) {
    const problem = textProblem(text);
    if (problem) return problem;
  }
  return null;
}

const tooManyFields = (row: number, fields: number): TableProblem => ({
  row,
  column: null,
  heading: null,
  code: TableProblemCode.TOO_MANY_COLUMNS,
  message: `The line has ${fields} fields; ${TABLE_LIMITS.columns} are allowed.`,
});
