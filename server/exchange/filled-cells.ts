import type { Locale } from '../locale.js';
import type { CellValue, SourceCell, SourceRow } from '../tables/table.js';
import { type TableProblem, TableProblemCode } from '../tables/table-problem.js';
import { CellFault } from './cell-values.js';
import { type Column, columnOf, isOwnColumn, keyFor } from './column.js';
import type { Field } from './fields.js';

interface FilledCell {
  readonly column: Column;
  readonly cell: Pick<SourceCell, 'column' | 'heading'>;
  /** Null where the column is there and its cell is empty. */
  readonly value: CellValue | null;
}

/** The cells of a row by what they mean; collects what is wrong with them. */
export class FilledCells {
  readonly problems: TableProblem[];
  private readonly cells = new Map<string, FilledCell>();

  /** The headings are those of the whole table; null where each row brings its own. */
  constructor(
    private readonly row: SourceRow,
    headings: readonly string[] | null,
  ) {
    this.problems = [...row.problems];
    headings?.forEach((heading, index) => {
      const column = isOwnColumn(heading) ? null : columnOf(heading);
      const cell = { column: index + 1, heading };
      if (column) this.cells.set(keyFor(column), { column, cell, value: null });
    });
    for (const cell of row.cells) this.take(cell, headings === null);
  }

  get all(): readonly FilledCell[] {
    return [...this.cells.values()];
  }

  has(name: string): boolean {
    return this.cells.has(name);
  }

  value(name: string): CellValue | null {
    return this.cells.get(name)?.value ?? null;
  }

  /** What a cell holds as something else; null when it is empty or holds something wrong. */
  read<T>(name: string, convert: (value: CellValue, field: Field) => T): T | null {
    const found = this.cells.get(name);
    if (!found || found.value === null) return null;
    try {
      return convert(found.value, found.column.field);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      this.report(name, error);
      return null;
    }
  }

  report(name: string, { code, message }: Pick<CellFault, 'code' | 'message'>): void {
    const { column = null, heading = null } = this.cells.get(name)?.cell ?? {};
    this.problems.push({ row: this.row.number, column, heading, code, message });
  }

  private take(cell: SourceCell, isOwnHeading: boolean): void {
    const { heading } = cell;
    if (isOwnColumn(heading)) return;
    const column = columnOf(heading);
    if (!column) {
      this.refuse(cell, unknownHeading(heading));
      return;
    }
    const key = keyFor(column);
    if (isOwnHeading && this.cells.has(key)) this.refuse(cell, ambiguousHeading(heading));
    else this.cells.set(key, { column, cell, value: isEmpty(cell.value) ? null : cell.value });
  }

  private refuse({ column, heading }: SourceCell, fault: CellFault): void {
    const { code, message } = fault;
    this.problems.push({ row: this.row.number, column, heading, code, message });
  }
}

const isEmpty = (value: CellValue): boolean =>
  typeof value === 'string' ? value.trim() === '' : value.length === 0;

const unknownHeading = (heading: string) =>
  new CellFault(
    TableProblemCode.UNKNOWN_HEADING,
    `The heading “${heading.slice(0, 60)}” is not known here. The template has all of them; a column for yourself begins with #.`,
  );

const ambiguousHeading = (heading: string) =>
  new CellFault(
    TableProblemCode.AMBIGUOUS_HEADING,
    `The heading “${heading.slice(0, 60)}” names the same column as another one.`,
  );

/** What is wrong with the headings of a table; all of it is told at once. */
export function headingProblems(
  headings: readonly string[],
  defaults: { readonly language: Locale | null; readonly hasKind: boolean },
): readonly TableProblem[] {
  const problems: TableProblem[] = [];
  const seen = new Set<string>();
  headings.forEach((heading, index) => {
    if (isOwnColumn(heading)) return;
    const column = columnOf(heading);
    const key = column ? keyFor(column) : heading;
    const fault = column ? ambiguousHeading(heading) : unknownHeading(heading);
    if (column && !seen.has(key)) seen.add(key);
    else
      problems.push({
        row: 1,
        column: index + 1,
        heading,
        code: fault.code,
        message: fault.message,
      });
  });
  const needed = [
    'externalId',
    ...(defaults.hasKind ? [] : ['kind']),
    ...(defaults.language ? [] : ['language']),
  ];
  for (const name of needed) if (!seen.has(name)) problems.push(missingHeading(name));
  return problems;
}

const missingHeading = (name: string): TableProblem => ({
  row: 1,
  column: null,
  heading: null,
  code: TableProblemCode.MISSING_HEADING,
  message: `The table has no column “${name}”.`,
});
