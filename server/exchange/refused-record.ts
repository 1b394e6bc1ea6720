import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError, HubProblems } from '../errors.js';
import { type TableProblem, TableProblemCode } from '../tables/table-problem.js';
import { columnOf, keyFor } from './column.js';
import type { ImportedRecord } from './imported-record.js';

/** What the hub refuses of a record, at the columns that it is about. Rethrows what is a bug. */
export function problemsOf(
  error: unknown,
  record: ImportedRecord,
  headings: readonly string[] | null,
): readonly TableProblem[] {
  const found = refusals(error);
  if (!found) throw error;
  return found.map(({ field, message }) => ({
    row: record.row,
    ...placeOf(field, record, headings ?? []),
    code: TableProblemCode.REFUSED,
    message,
  }));
}

type Refusal = Pick<Problem, 'field' | 'message'>;

function refusals(error: unknown): readonly Refusal[] | null {
  if (error instanceof HubProblems) return error.problems;
  if (error instanceof HubError && isAboutRecord(error))
    return [{ field: error.argument, message: error.message }];
  return null;
}

/** A store that does not answer, for one, is no fault of a row. */
const isAboutRecord = ({ code }: HubError): boolean =>
  (Object.values(ProblemCode) as readonly string[]).includes(code);

/** Columns that stand under another name than the content of a record. */
const COLUMN_NAMES: Readonly<Record<string, string>> = { sources: 'sourceTitle', actors: 'author' };

/** `texts.es.title` is the column of the title, or that of the title in Spanish. */
function placeOf(
  field: string | null,
  { language }: ImportedRecord,
  headings: readonly string[],
): Pick<TableProblem, 'column' | 'heading'> {
  const [first = '', locale = '', text = ''] = (field ?? '').split('.');
  const names =
    first === 'texts'
      ? [`${text}.${locale}`, ...(locale === language ? [text] : [])]
      : [COLUMN_NAMES[first] ?? first];
  const index = headings.findIndex((heading) => {
    const column = columnOf(heading);
    return column !== null && names.includes(keyFor(column));
  });
  if (index < 0) return { column: null, heading: names.at(-1) || null };
  return { column: index + 1, heading: headings[index] ?? null };
}
