import { LOCALES, type Locale } from '../locale.js';
import { foldWord } from '../search/words/fold.js';
import { FIELDS, type Field } from './fields.js';
import { HEADINGS } from './headings.js';

/** A field as a column of a table. */
export interface Column {
  readonly field: Field;
  /** The language of its texts; null: that of the record. */
  readonly locale: Locale | null;
}

const LONGEST_HEADING = 200;
const MARKED = /^(.+?)(?:\s*[([](es|en|pt|fr)[)\]]|[._](es|en|pt|fr))$/i;

/** Letters and digits alone: `source_title`, “Source title” and “SOURCE TITLE *” are one. */
const fold = (heading: string): string => foldWord(heading).replace(/[^\p{L}\p{N}]+/gu, '');

const byHeading: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => headingsOf(field).map((heading) => [fold(heading), field] as const)),
);

/** Everything that a field may be called: its code and its names in all languages. */
export function headingsOf({ name }: Field): readonly string[] {
  return [name, ...LOCALES.flatMap((locale) => HEADINGS[name]?.[locale] ?? [])];
}

/** Each row of a table asks for the same headings. */
const known = new Map<string, Column | null>();
const MOST_KNOWN = 1_000;

/** The column that a heading names in any language; `Título (pt)` is the title in Portuguese. */
export function columnOf(heading: string): Column | null {
  const remembered = known.get(heading);
  if (remembered !== undefined) return remembered;
  const column = readHeading(heading);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(heading.slice(0, LONGEST_HEADING), column);
  return column;
}

function readHeading(heading: string): Column | null {
  const given = heading.slice(0, LONGEST_HEADING).trim();
  const field = byHeading.get(fold(given));
  if (field) return { field, locale: null };
  const [, base = '', inBrackets, afterDot] = MARKED.exec(given) ?? [];
  const marked = byHeading.get(fold(base));
  if (!marked?.isLocalized) return null;
  return { field: marked, locale: (inBrackets ?? afterDot ?? '').toLowerCase() as Locale };
}

/** Columns of one's own, such as notes: “# to be checked”. */
export const isOwnColumn = (heading: string): boolean =>
  heading.trim() === '' || heading.trim().startsWith('#');

/** The heading of a column for readers of a language. */
export function headingFor({ field, locale }: Column, shownIn: Locale): string {
  const name = HEADINGS[field.name]?.[shownIn][0] ?? field.name;
  return locale ? `${name} (${locale})` : name;
}

/** The name of a column for programs. */
export const keyFor = ({ field, locale }: Column): string =>
  locale ? `${field.name}.${locale}` : field.name;
