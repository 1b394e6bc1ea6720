import { ROWS, type RowList, SAYS_NOTHING } from './record-fields.js';

/** One row of a form, by the names of its fields. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a list in their order, blank ones too. */
export function rowsIn(form: URLSearchParams, list: RowList): readonly Row[] {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, value] of form) {
    const [of, place = '', field = ''] = name.split('.');
    if (of !== list || !(ROWS[list] as readonly string[]).includes(field)) continue;
    const row = rows.get(place) ?? {};
    row[field] = value;
    rows.set(place, row);
  }
  return [...rows.values()];
}

/** Puts other rows in the place of those of a list; they are numbered anew. */
export function withRows(
  form: URLSearchParams,
  list: RowList,
  rows: readonly Row[],
): URLSearchParams {
  const others = [...form].filter(([name]) => !name.startsWith(`${list}.`));
  const own = rows.flatMap((row, place) =>
    ROWS[list].map((field) => [`${list}.${place}.${field}`, row[field] ?? '']),
  );
  return new URLSearchParams([...others, ...own]);
}

export const isBlank = (row: Row): boolean =>
  Object.entries(row).every(([field, value]) => SAYS_NOTHING.has(field) || value.trim() === '');

/** What the buttons of rows ask for. */
export interface RowChange {
  readonly list: RowList;
  /** The row to go on with afterwards. */
  readonly place: number;
  readonly form: URLSearchParams;
}

/** Adds, takes out or moves a row, as `add:steps` or `up:steps:2` say; null for anything else. */
export function changeRows(form: URLSearchParams, asked: string): RowChange | null {
  const [what, list = '', at = '0'] = asked.split(':');
  if (!isRowList(list)) return null;
  const rows = [...rowsIn(form, list)];
  const place = Number(at);
  const target = { add: rows.length, remove: place, up: place - 1, down: place + 1 }[what ?? ''];
  if (target === undefined || (what !== 'add' && !rows[place])) return null;
  if (what === 'add') rows.push({});
  else {
    const [row = {}] = rows.splice(place, 1);
    if (what !== 'remove') rows.splice(Math.max(target, 0), 0, row);
  }
  const next = Math.max(0, Math.min(target, rows.length - 1));
  return { list, place: next, form: withRows(form, list, rows) };
}

const isRowList = (name: string): name is RowList => Object.hasOwn(ROWS, name);
