/** A line feed within one line of a cell. */
const LINE_FEED = '↵';

/** The lines of a cell, one thing each: points, steps, results, sources. */
export const toLines = (value: string | readonly string[]): readonly string[] =>
  (typeof value === 'string' ? value.split('\n') : value)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text that fits into one line of a cell. */
export const asLine = (text: string): string => text.trim().replace(/\s*\r?\n\s*/g, LINE_FEED);

export const fromLine = (line: string): string => line.trim().replaceAll(LINE_FEED, '\n');

/** The parts of a line, `a | b | c`; a bar that belongs to a text has a backslash before it. */
export const toParts = (line: string): readonly string[] =>
  line.split(/(?<!\\)\|/).map((part) => fromLine(part.replaceAll('\\|', '|')));

/** Parts at the end that are empty are left out. */
export function fromParts(parts: readonly (string | null | undefined)[]): string {
  const texts = parts.map((part) => asLine(part ?? '').replaceAll('|', '\\|'));
  while (texts.at(-1) === '') texts.pop();
  return texts.join(' | ');
}
