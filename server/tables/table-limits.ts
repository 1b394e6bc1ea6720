const MIB = 1_048_576;

/** What a table may have at most: a file that asks for more is refused before it fills memory. */
export const TABLE_LIMITS = {
  /** Of a file as it is uploaded or named on the command line. */
  fileBytes: 64 * MIB,
  /** Of all parts of an XLSX file, unpacked. */
  unpackedBytes: 48 * MIB,
  /** Rows of CSV and JSON Lines, which are read as they come. */
  rows: 100_000,
  /** Rows of XLSX, which has to be unpacked as a whole. */
  sheetRows: 20_000,
  columns: 200,
  /** A spreadsheet program keeps 32,767 in a cell. */
  cellCharacters: 50_000,
  rowCharacters: MIB,
} as const;

/** Memory that the thread which unpacks an XLSX file may take. */
export const SHEET_MEMORY_MIB = 512;
/** How long it may take from one batch of rows to the next. */
export const SHEET_PATIENCE_MS = 60_000;
