export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is narrow. */
  readonly shrinks?: boolean;
}

const GAP = '  ';
const NARROWEST = 20;

/** Rows under their titles, aligned; as wide as the terminal, or as the texts elsewhere. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number = process.stdout.columns ?? Number.POSITIVE_INFINITY,
): string {
  const widths = shrinkTo(columns, naturalWidths(columns, rows), width);
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join('\n');
}

const naturalWidths = (columns: readonly Column[], rows: readonly (readonly string[])[]) =>
  columns.map(({ title }, index) =>
    Math.max(lengthOf(title), ...rows.map((row) => lengthOf(row[index] ?? ''))),
  );

function shrinkTo(columns: readonly Column[], widths: readonly number[], width: number): number[] {
  const all = widths.reduce((sum, one) => sum + one, GAP.length * (widths.length - 1));
  let excess = Math.max(0, all - width);
  return widths.map((one, index) => {
    if (!columns[index]?.shrinks) return one;
    const given = Math.max(0, Math.min(excess, one - NARROWEST));
    excess -= given;
    return one - given;
  });
}

function pad(text: string, width: number, align: Column['align']): string {
  const letters = lettersOf(text);
  const shown = letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : text;
  const space = ' '.repeat(Math.max(0, width - lengthOf(shown)));
  return align === 'right' ? space + shown : shown + space;
}

const lengthOf = (text: string): number => lettersOf(text).length;

const graphemes = new Intl.Segmenter();
const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);
