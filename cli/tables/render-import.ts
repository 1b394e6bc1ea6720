import type { ImportReport } from '../../server/exchange/import-report.js';
import { renderTable } from '../table.js';

const MOST_SHOWN = 20;

/** What an import did, for a terminal. */
export function renderImport(report: ImportReport, shownAs: string): string {
  const lines = [
    ...(report.source ? [`${shownAs}: ${report.source}`] : []),
    summaryOf(report),
    ...(report.problems.length > 0 ? ['', problemsTable(report)] : []),
    ...furtherOf(report),
    ...(report.isStopped ? ['', 'Stopped. The same command again does the rest.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function summaryOf(report: ImportReport): string {
  const { rows, created, changed, unchanged, refused, isDryRun, isRefused } = report;
  if (isRefused) return 'Nothing was imported.';
  const done = isDryRun ? 'would be ' : '';
  return `${rows} rows: ${created} ${done}new drafts, ${changed} ${done}changed, ${unchanged} the same, ${refused} refused.${isDryRun ? ' Nothing was written.' : ''}`;
}

const COLUMNS = [
  { title: 'ROW', align: 'right' },
  { title: 'COLUMN', align: 'right' },
  { title: 'HEADING', shrinks: true },
  { title: 'CODE' },
  { title: 'MESSAGE' },
] as const;

function problemsTable({ problems }: ImportReport): string {
  const rows = problems
    .slice(0, MOST_SHOWN)
    .map(({ row, column, heading, code, message }) =>
      [row ?? '', column ?? '', heading ?? '', code, message].map(printable),
    );
  return renderTable(COLUMNS, rows);
}

/** A file may hold what a terminal would obey. */
const printable = (value: string | number): string => String(value).replace(/\p{Cc}/gu, ' ');

function furtherOf({ problems, furtherProblems }: ImportReport): readonly string[] {
  const further = Math.max(0, problems.length - MOST_SHOWN) + furtherProblems;
  return further > 0 ? [`… and ${further} more; --report FILE writes them to a file.`] : [];
}
