import { stat } from 'node:fs/promises';
import { openCsv } from './csv-table.js';
import { detectEncoding, readStart } from './encoding.js';
import { openJsonLines } from './json-lines-table.js';
import type { Table } from './table.js';
import { TABLE_LIMITS } from './table-limits.js';
import { refused, TableProblemCode } from './table-problem.js';
import { tooLargeFile } from './too-much.js';
import { openXlsx } from './xlsx-table.js';

/** What other kinds of files begin with, and what to do with them. */
const FOREIGN: readonly (readonly [start: string, advice: string])[] = [
  [
    'd0cf11e0',
    'This is an old XLS file, or one with a password. Save it as XLSX without a password.',
  ],
  ['25504446', 'This is a PDF document. Copy its table into a spreadsheet.'],
  ['89504e47', 'This is a picture.'],
  ['ffd8ff', 'This is a picture.'],
  ['1f8b', 'This is a gzip file. Unpack it first.'],
];
const ZIP = '504b0304';
const START_BYTES = 64;

/** Opens a table; what a file is decides its content, never its name. */
export async function openTable(file: string): Promise<Table> {
  const { size } = await stat(file);
  if (size > TABLE_LIMITS.fileBytes) throw tooLargeFile(size);
  const start = await readStart(file, START_BYTES);
  if (start.length === 0) throw refused(TableProblemCode.EMPTY_FILE, 'The file is empty.');
  const hex = start.toString('hex');
  if (hex.startsWith(ZIP)) return openXlsx(file);
  const foreign = FOREIGN.find(([bytes]) => hex.startsWith(bytes));
  if (foreign) throw refused(TableProblemCode.UNKNOWN_FORMAT, foreign[1]);
  return startsWithObject(start, await detectEncoding(file)) ? openJsonLines(file) : openCsv(file);
}

const startsWithObject = (start: Buffer, encoding: string): boolean =>
  new TextDecoder(encoding).decode(start).trimStart().startsWith('{');
