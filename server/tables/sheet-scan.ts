import { TABLE_LIMITS } from './table-limits.js';
import { tooManyColumns, tooManyRows } from './too-much.js';

const TAG = /<(?:[\w-]+:)?(row|c|f)(?=[\s/>])([^>]*)/g;
const PLACE = /\br\s*=\s*["']([A-Za-z]{0,7})(\d{1,9})["']/;

/**
 * Looks over the XML of a sheet before it becomes a table: a cell alone at XFD1048576 would ask for
 * seventeen thousand million empty ones. Gives the places of cells with formulas, as `row:column`.
 */
export function scanSheet(xml: string): ReadonlySet<string> {
  const formulas = new Set<string>();
  let row = 0;
  let column = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(TAG)) {
    const [, letters = '', digits] = PLACE.exec(attributes) ?? [];
    if (tag === 'f') {
      formulas.add(`${row}:${column}`);
      continue;
    }
    if (tag === 'row') {
      row = digits ? Number(digits) : row + 1;
      column = 0;
    } else {
      column = letters ? columnOf(letters) : column + 1;
      if (digits) row = Number(digits);
    }
    if (row > TABLE_LIMITS.sheetRows) throw tooManyRows(TABLE_LIMITS.sheetRows, row);
    if (column > TABLE_LIMITS.columns) throw tooManyColumns(column, row);
  }
  return formulas;
}

/** `A` is 1, `XFD` is 16,384. */
const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );

const SHEET = /<(?:[\w-]+:)?sheet\s[^>]*>/;
const SHEET_ID = /:id\s*=\s*["']([^"']+)["']/;
const ID = /\sId\s*=\s*["']([^"']*)["']/;
const TARGET = /\sTarget\s*=\s*["']([^"']*)["']/;

/** The path of the first sheet, of which the table is read; null when the workbook names none. */
export function firstSheet(workbook: string, relations: string): string | null {
  const id = SHEET_ID.exec(SHEET.exec(workbook)?.[0] ?? '')?.[1];
  if (!id) return null;
  for (const [relation] of relations.matchAll(/<(?:[\w-]+:)?Relationship\s[^>]*>/g)) {
    if (ID.exec(relation)?.[1] !== id) continue;
    const target = TARGET.exec(relation)?.[1] ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return null;
}
