import type { PutOutcome } from '../publishing/external-drafts.js';
import { guarded } from '../tables/formula-guard.js';
import { papa } from '../tables/papa.js';
import type { TableProblem } from '../tables/table-problem.js';

/** What an import did, or would do. */
export interface ImportReport {
  /** How the file was read: “CSV, separator ;, windows-1252”. Empty when it could not be opened. */
  readonly source: string;
  readonly isDryRun: boolean;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows with problems: nothing of them was taken over. */
  readonly refused: number;
  /** True when the file as a whole was refused, so that nothing was taken over. */
  readonly isRefused: boolean;
  /** True when somebody stopped it; the same import again does the rest. */
  readonly isStopped: boolean;
  /** In the order of the rows. */
  readonly problems: readonly TableProblem[];
  /** How many more there are than are kept. */
  readonly furtherProblems: number;
}

/** A report holds so many: who has more has made the same mistake in each row. */
export const MOST_PROBLEMS = 1_000;

/** Counts while an import goes on. */
export class ImportCounts {
  rows = 0;
  isStopped = false;
  isRefused = false;
  private readonly outcomes: Record<PutOutcome, number> = { CREATED: 0, CHANGED: 0, UNCHANGED: 0 };
  private readonly problems: TableProblem[] = [];
  private readonly refusedRows = new Set<number>();
  private further = 0;

  done(outcome: PutOutcome): void {
    this.outcomes[outcome] += 1;
  }

  /** How many rows are finished, in whichever way. */
  get finished(): number {
    const { CREATED, CHANGED, UNCHANGED } = this.outcomes;
    return CREATED + CHANGED + UNCHANGED + this.refusedRows.size;
  }

  isRefusedRow(row: number): boolean {
    return this.refusedRows.has(row);
  }

  report(problems: readonly TableProblem[]): void {
    for (const problem of problems) {
      if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
      else this.further += 1;
      if (problem.row !== null) this.refusedRows.add(problem.row);
    }
  }

  toReport(source: string, isDryRun: boolean): ImportReport {
    const { CREATED: created, CHANGED: changed, UNCHANGED: unchanged } = this.outcomes;
    return {
      source,
      isDryRun,
      rows: this.rows,
      created,
      changed,
      unchanged,
      refused: this.isRefused ? this.rows : this.refusedRows.size,
      isRefused: this.isRefused,
      isStopped: this.isStopped,
      problems: [...this.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
      furtherProblems: this.further,
    };
  }
}

/** The problems of a report as CSV, a line each; opened in a spreadsheet program, nothing of it runs. */
export function problemsAsCsv({ problems }: Pick<ImportReport, 'problems'>): string {
  const lines = problems.map(({ row, column, heading, code, message }) =>
    [row ?? '', column ?? '', heading ?? '', code, message].map((cell) => guarded(String(cell))),
  );
  const headings = ['row', 'column', 'heading', 'code', 'message'];
  return `\ufeff${papa().unparse([headings, ...lines])}\r\n`;
}
