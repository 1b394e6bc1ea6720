/** Stable codes of what can be wrong in a table; programs and translations rely on them. */
export enum TableProblemCode {
  UNKNOWN_FORMAT = 'UNKNOWN_FORMAT',
  BROKEN_FILE = 'BROKEN_FILE',
  EMPTY_FILE = 'EMPTY_FILE',
  FILE_TOO_LARGE = 'FILE_TOO_LARGE',
  UNKNOWN_ENCODING = 'UNKNOWN_ENCODING',
  TOO_MANY_ROWS = 'TOO_MANY_ROWS',
  TOO_MANY_COLUMNS = 'TOO_MANY_COLUMNS',
  ROW_TOO_LONG = 'ROW_TOO_LONG',
  UNCLOSED_QUOTE = 'UNCLOSED_QUOTE',
  UNKNOWN_HEADING = 'UNKNOWN_HEADING',
  AMBIGUOUS_HEADING = 'AMBIGUOUS_HEADING',
  MISSING_HEADING = 'MISSING_HEADING',
  EXTRA_CELL = 'EXTRA_CELL',
  BROKEN_QUOTES = 'BROKEN_QUOTES',
  CELL_TOO_LONG = 'CELL_TOO_LONG',
  CONTROL_CHARACTER = 'CONTROL_CHARACTER',
  FORMULA_WITHOUT_VALUE = 'FORMULA_WITHOUT_VALUE',
  NOT_JSON = 'NOT_JSON',
  NOT_A_VALUE = 'NOT_A_VALUE',
  MISSING_VALUE = 'MISSING_VALUE',
  UNKNOWN_VALUE = 'UNKNOWN_VALUE',
  AMBIGUOUS_VALUE = 'AMBIGUOUS_VALUE',
  WRONG_DATE = 'WRONG_DATE',
  WRONG_VALUE = 'WRONG_VALUE',
  NOT_OF_THIS_KIND = 'NOT_OF_THIS_KIND',
  DUPLICATE_EXTERNAL_ID = 'DUPLICATE_EXTERNAL_ID',
  REFUSED = 'REFUSED',
}

/** Something that is wrong, and where it stands as a spreadsheet shows it. */
export interface TableProblem {
  /** From 1, the row of the headings; a line of JSON Lines. Null when it is about the whole file. */
  readonly row: number | null;
  /** From 1; null when it is about the whole row. */
  readonly column: number | null;
  /** As it stands in the file. */
  readonly heading: string | null;
  readonly code: TableProblemCode;
  /** For people: what is wrong and what to do. */
  readonly message: string;
}

export const fileProblem = (
  code: TableProblemCode,
  message: string,
  row: number | null = null,
): TableProblem => ({ row, column: null, heading: null, code, message });

/** Raised for a file of which nothing can be taken. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused';

  constructor(readonly problems: readonly TableProblem[]) {
    super(problems[0]?.message ?? 'The file cannot be read.');
  }
}

export const refused = (code: TableProblemCode, message: string, row: number | null = null) =>
  new TableRefused([fileProblem(code, message, row)]);
