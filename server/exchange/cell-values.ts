import type { CellValue } from '../tables/table.js';
import { TableProblemCode } from '../tables/table-problem.js';
import type { Vocabulary, VocabularyName } from './vocabulary.js';

/** A cell that does not hold what its column is for. */
export class CellFault extends Error {
  override readonly name = 'CellFault';

  constructor(
    readonly code: TableProblemCode,
    message: string,
  ) {
    super(message);
  }
}

const MOST_SHOWN = 60;
const shown = (text: string): string =>
  `“${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}”`;

/** One text; a list of JSON Lines is none. */
export function oneText(value: CellValue): string {
  if (typeof value === 'string') return value.trim();
  if (value.length === 1) return (value[0] ?? '').trim();
  throw new CellFault(TableProblemCode.WRONG_VALUE, 'This column takes one value, not a list.');
}

/** Values apart from each other by a semicolon, a bar or a line. */
export const manyTexts = (value: CellValue): readonly string[] =>
  (typeof value === 'string' ? value.split(/[;|\n]/) : value)
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** The code of a value that is given as code or by a name in any language. */
export function toCode(vocabulary: Vocabulary, name: VocabularyName, text: string): string {
  const meaning = vocabulary.find(name, text);
  if ('code' in meaning) return meaning.code;
  const { candidates } = meaning;
  if (candidates.length === 0) {
    const message = `${shown(text)} is not known here. The sheet of values in the template lists what there is.`;
    throw new CellFault(TableProblemCode.UNKNOWN_VALUE, message);
  }
  const codes = candidates.slice(0, 5).map((code) => vocabulary.keyOf(name, code));
  throw new CellFault(
    TableProblemCode.AMBIGUOUS_VALUE,
    `${shown(text)} may mean several things. Write one of these instead: ${codes.join(', ')}.`,
  );
}

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const LOCAL_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day as `2024-03-31`, or with the day first where it can be nothing else. */
export function toDay(text: string): string {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  if (year) return realDay(text, Number(year), Number(month), Number(day));
  const [, first, second, localYear] = LOCAL_DAY.exec(text) ?? [];
  const isPlain = Number(first) > 12 || Number(first) === Number(second);
  if (localYear && isPlain) {
    return realDay(text, Number(localYear), Number(second), Number(first));
  }
  throw wrongDay(text);
}

function realDay(text: string, year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1000;
  if (!isReal) throw wrongDay(text);
  return date.toISOString().slice(0, 10);
}

const wrongDay = (text: string) =>
  new CellFault(
    TableProblemCode.WRONG_DATE,
    `${shown(text)} is no date that can be told for certain. Write year, month and day: 2024-03-31.`,
  );

/** An address that a browser opens. */
export function toWebAddress(text: string): string {
  const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
  if (isWeb) return text;
  throw new CellFault(
    TableProblemCode.WRONG_VALUE,
    `${shown(text)} is no address that begins with http:// or https://.`,
  );
}

export const missingValue = (what: string) =>
  new CellFault(TableProblemCode.MISSING_VALUE, `The row has no ${what}.`);
