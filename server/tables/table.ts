import type { TableProblem } from './table-problem.js';

export type TableFormat = 'CSV' | 'XLSX' | 'JSONL';

/** The text of a cell; several texts only where the format has lists of its own. */
export type CellValue = string | readonly string[];

/** A cell that is not empty; in JSON Lines also one that is there and holds nothing. */
export interface SourceCell {
  /** From 1; null in JSON Lines, where order means nothing. */
  readonly column: number | null;
  readonly heading: string;
  readonly value: CellValue;
}

export interface SourceRow {
  readonly number: number;
  readonly cells: readonly SourceCell[];
  readonly problems: readonly TableProblem[];
}

/** A table in a file, read as often as needed and never held as a whole. */
export interface Table {
  readonly format: TableFormat;
  /** How it was read, for people: “CSV, separator ;, windows-1252”. */
  readonly description: string;
  /** Null in JSON Lines, where each row names its own. */
  readonly headings: readonly string[] | null;
  /** Rows that hold something. Rejects with `TableRefused` where the file as a whole cannot go on. */
  rows(): AsyncGenerator<SourceRow>;
}
