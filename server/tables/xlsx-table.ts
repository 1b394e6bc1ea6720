import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SheetAnswer, SheetBatch } from './sheet-worker.js';
import { noHeadings, toHeadings, toSourceRow } from './source-row.js';
import type { SourceRow, Table } from './table.js';
import { SHEET_MEMORY_MIB, SHEET_PATIENCE_MS } from './table-limits.js';
import { refused, type TableProblem, TableProblemCode, TableRefused } from './table-problem.js';

/** Opens an XLSX file: its first sheet, unpacked in a thread of its own with memory of its own. */
export async function openXlsx(file: string): Promise<Table> {
  const headings = await readHeadings(file);
  return {
    format: 'XLSX',
    description: 'XLSX, first sheet',
    headings,
    rows: () => rowsOf(file, headings),
  };
}

async function readHeadings(file: string): Promise<readonly string[]> {
  for await (const { rows } of batchesOf(file)) {
    const [headings] = rows;
    if (headings) return toHeadings(headings);
  }
  throw noHeadings();
}

async function* rowsOf(file: string, headings: readonly string[]): AsyncGenerator<SourceRow> {
  let number = 0;
  for await (const { rows, emptyFormulas } of batchesOf(file)) {
    for (const [index, values] of rows.entries()) {
      number += 1;
      const empty = emptyFormulas[index] ?? [];
      const isBlank = values.every((value) => value.trim() === '') && empty.length === 0;
      if (number === 1 || isBlank) continue;
      const problems = empty.map((column) => formulaProblem(number, column, headings));
      yield toSourceRow(number, headings, values, problems);
    }
  }
}

async function* batchesOf(file: string): AsyncGenerator<SheetBatch> {
  const worker = new Worker(new URL('./sheet-worker.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: SHEET_MEMORY_MIB },
  });
  try {
    for (;;) {
      const batch = await ask(worker);
      yield batch;
      if (batch.isLast) return;
    }
  } finally {
    await worker.terminate();
  }
}

async function ask(worker: Worker): Promise<SheetBatch> {
  worker.postMessage('next');
  const answer = await once(worker, 'message', {
    signal: AbortSignal.timeout(SHEET_PATIENCE_MS),
  }).then(
    ([message]) => message as SheetAnswer,
    (error: unknown) => {
      throw isTooMuch(error) ? tooMuch() : error;
    },
  );
  if ('batch' in answer) return answer.batch;
  throw new TableRefused(answer.problems);
}

const isTooMuch = (error: unknown): boolean =>
  ['ERR_WORKER_OUT_OF_MEMORY', 'ABORT_ERR'].includes(String((error as { code?: string }).code));

const tooMuch = () =>
  refused(
    TableProblemCode.FILE_TOO_LARGE,
    'The XLSX file needs too much memory or time. Split it, or save it as CSV.',
  );

const formulaProblem = (
  row: number,
  column: number,
  headings: readonly string[],
): TableProblem => ({
  row,
  column,
  heading: headings[column - 1] ?? null,
  code: TableProblemCode.FORMULA_WITHOUT_VALUE,
  message: 'The cell holds a formula without a value. Replace it by its value.',
});
