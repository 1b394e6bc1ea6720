import { TABLE_LIMITS } from './table-limits.js';
import { refused, TableProblemCode } from './table-problem.js';

export const tooManyRows = (most: number, row: number | null = null) =>
  refused(
    TableProblemCode.TOO_MANY_ROWS,
    `The file has more than ${most.toLocaleString('en')} rows. Split it.`,
    row,
  );

export const tooManyColumns = (columns: number, row = 1) =>
  refused(
    TableProblemCode.TOO_MANY_COLUMNS,
    `The row has ${columns.toLocaleString('en')} columns; ${TABLE_LIMITS.columns} are allowed. Delete what stands to the right of the table.`,
    row,
  );

export const rowTooLong = (row: number) =>
  refused(
    TableProblemCode.ROW_TOO_LONG,
    `The row that begins here is longer than ${TABLE_LIMITS.rowCharacters.toLocaleString('en')} characters. Is a quote not closed?`,
    row,
  );

export const tooLargeFile = (size: number) =>
  refused(
    TableProblemCode.FILE_TOO_LARGE,
    `The file has at least ${Math.ceil(size / 1_048_576).toLocaleString('en')} MiB; ${TABLE_LIMITS.fileBytes / 1_048_576} are allowed. Split it.`,
  );
