import { unguarded } from './formula-guard.js';
import { CUT_MARK } from './sheet-writer.js';
import type { SourceCell, SourceRow } from './table.js';
import { TABLE_LIMITS } from './table-limits.js';
import { refused, type TableProblem, TableProblemCode } from './table-problem.js';

/** But tab, line feed and carriage return. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** The headings of a table; rejects a first row that holds none. */
export function toHeadings(values: readonly string[]): readonly string[] {
  const headings = values.map((heading) => heading.trim());
  if (headings.some((heading) => heading !== '')) return headings;
  throw noHeadings();
}

export const noHeadings = () =>
  refused(TableProblemCode.EMPTY_FILE, 'The file has no headings in its first row.');

/** A row of a format in which cells stand under headings by their place. */
export function toSourceRow(
  number: number,
  headings: readonly string[],
  values: readonly string[],
  found: readonly TableProblem[] = [],
): SourceRow {
  const cells: SourceCell[] = [];
  const problems = [...found];
  values.forEach((value, index) => {
    if (value === '') return;
    const place = { row: number, column: index + 1, heading: headings[index] ?? null };
    const problem = cellProblem(value, Boolean(headings[index]));
    if (problem) problems.push({ ...place, ...problem });
    else cells.push({ ...place, heading: headings[index] ?? '', value: unguarded(value) });
  });
  return { number, cells, problems };
}

function cellProblem(
  value: string,
  hasHeading: boolean,
): Pick<TableProblem, 'code' | 'message'> | null {
  if (!hasHeading) {
    const message = 'There is no heading above this cell. Is a text with separators not in quotes?';
    return value.trim() === '' ? null : { code: TableProblemCode.EXTRA_CELL, message };
  }
  return textProblem(value);
}

/** What keeps a text from being stored. */
export function textProblem(value: string): Pick<TableProblem, 'code' | 'message'> | null {
  if (value.length > TABLE_LIMITS.cellCharacters) {
    const most = TABLE_LIMITS.cellCharacters.toLocaleString('en');
    const message = `The text is longer than ${most} characters.`;
    return { code: TableProblemCode.CELL_TOO_LONG, message };
  }
  if (value.endsWith(CUT_MARK)) {
    const message =
      'The text was cut when it was exported: XLSX has no room for it. Take it from CSV.';
    return { code: TableProblemCode.CELL_TOO_LONG, message };
  }
  const control = CONTROL.exec(value)?.[0];
  if (control === undefined) return null;
  const name = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `The text holds the control character ${name}. Remove it, or save the file again.`;
  return { code: TableProblemCode.CONTROL_CHARACTER, message };
}
