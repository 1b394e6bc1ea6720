import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';
import { LargeZip, UnsafeZip, ZipFile } from '../zip/zip-file.js';
import { zipFile } from '../zip/zip-writer.js';
import { firstSheet, scanSheet } from './sheet-scan.js';
import { TABLE_LIMITS } from './table-limits.js';
import { refused, type TableProblem, TableProblemCode, TableRefused } from './table-problem.js';

/** Rows of a sheet as texts; the hub asks for them batch by batch. */
export interface SheetBatch {
  readonly rows: readonly (readonly string[])[];
  /** Per row, columns (from 1) whose formula carries no value. */
  readonly emptyFormulas: readonly (readonly number[])[];
  readonly isLast: boolean;
}

/** What the thread answers to each message. */
export type SheetAnswer =
  | { readonly batch: SheetBatch }
  | { readonly problems: readonly TableProblem[] };

const BATCH = 200;

/** Parts of a spreadsheet that hold no data, such as pictures, stay packed. */
const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);

const unpackXml = async (zip: Buffer) =>
  ZipFile.read(zip, TABLE_LIMITS.unpackedBytes, isXml).unpackAll();

function refuse(error: unknown): never {
  const most = TABLE_LIMITS.unpackedBytes / 1_048_576;
  if (error instanceof LargeZip) {
    const message = `The XLSX file unpacks to more than the ${most} MiB that are allowed. Split it, or save it as CSV.`;
    throw refused(TableProblemCode.FILE_TOO_LARGE, message);
  }
  if (!(error instanceof UnsafeZip)) throw error;
  const message = `The XLSX file cannot be opened. ${error.message} Save it again in the spreadsheet program.`;
  throw refused(TableProblemCode.BROKEN_FILE, message);
}

async function readRows(file: string) {
  const parts = await unpackXml(await readFile(file)).catch(refuse);
  const text = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const first = firstSheet(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  if (!first || !parts.has(first)) throw noSheet();
  const formulas = scanSheet(text(first));
  // Packed again from what was looked at: the library finds parts in a way of its own.
  const used = [...parts].filter(([name]) => name === first || !name.includes('worksheets/sheet'));
  const clean = zipFile(used.map(([name, content]) => ({ name, text: [content] })));
  const chunks: Buffer[] = [];
  for await (const chunk of clean) chunks.push(chunk);
  const rows = await readSheet(new Uint8Array(Buffer.concat(chunks)).buffer);
  return { rows, formulas };
}

const noSheet = () =>
  refused(TableProblemCode.BROKEN_FILE, 'The file is no spreadsheet in the XLSX format.');

const toText = (value: unknown): string => {
  if (value instanceof Date) return toDay(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : '';
};

/** Days have no time; a moment keeps it, so that it is noticed. */
const toDay = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$/, '');

type Read = Awaited<ReturnType<typeof readRows>>;

function batchFrom({ rows, formulas }: Read, start: number): SheetBatch {
  const batch = rows.slice(start, start + BATCH).map((row) => row.map(toText));
  const emptyFormulas = batch.map((row, index) =>
    row.flatMap((value, column) =>
      value === '' && formulas.has(`${start + index + 1}:${column + 1}`) ? [column + 1] : [],
    ),
  );
  return { rows: batch, emptyFormulas, isLast: start + BATCH >= rows.length };
}

const problemsOf = (error: unknown): readonly TableProblem[] =>
  error instanceof TableRefused ? error.problems : unreadable().problems;

const unreadable = () =>
  refused(
    TableProblemCode.BROKEN_FILE,
    'The XLSX file cannot be read. Open it in a spreadsheet program and save it again.',
  );

let reading: Promise<Read> | null = null;
let next = 0;

parentPort?.on('message', () => {
  reading ??= readRows(workerData as string);
  reading.then(
    (read) => {
      parentPort?.postMessage({ batch: batchFrom(read, next) } satisfies SheetAnswer);
      next += BATCH;
    },
    (error: unknown) => {
      parentPort?.postMessage({ problems: problemsOf(error) } satisfies SheetAnswer);
    },
  );
});
