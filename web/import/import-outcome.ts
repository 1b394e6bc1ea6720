/** What became of a table that was sent; the hub hands it to the page. */
export interface ImportOutcome {
  readonly report?: ImportReport;
  /** A code, where the file was not even looked at. */
  readonly refusal?: string;
  readonly fields: ReadonlyMap<string, string>;
}

export interface ImportReport {
  readonly source: string;
  readonly isDryRun: boolean;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly isRefused: boolean;
  readonly problems: readonly ImportProblem[];
  readonly furtherProblems: number;
}

export interface ImportProblem {
  readonly row: number | null;
  readonly column: number | null;
  readonly heading: string | null;
  readonly code: string;
}
