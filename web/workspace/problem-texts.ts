import type { ProblemCode } from '../../schema/operations/operation-types.js';
import { isLocale } from '../locales.js';
import type { PageContext } from '../page-context.js';
import { rowsIn } from './form-rows.js';
import { MOST_PARTS, mostCharacters, POINTS, ROWS, type RowList } from './record-fields.js';
import type { FormFault } from './record-form.js';

/** Why a step was not done, as the hub says it or as the form itself shows. */
export interface ShownProblem {
  readonly code: ProblemCode | FormFault['code'] | 'UNAVAILABLE' | 'REFUSED';
  readonly field: string | null;
}

/** The name of the form's field that a problem is about, null when it is about none. */
export function fieldOf({ field }: Pick<ShownProblem, 'field'>): string | null {
  if (!field) return null;
  const [first = '', second, third = '', fourth = '', fifth] = field.split('.');
  if (first === 'texts') return third;
  if (!Object.hasOwn(ROWS, first) || second === undefined) return first;
  return [first, second, third === 'texts' ? (fifth ?? fourth) : third].join('.');
}

/** The language of the text that a problem is about. */
export function localeOf({ field }: Pick<ShownProblem, 'field'>): string | null {
  const [first, locale] = (field ?? '').split('.');
  return first === 'texts' && isLocale(locale) ? locale : null;
}

/** What a field is called in the form. */
export function fieldName({ t }: PageContext, field: string): string {
  const [list = '', place, part] = field.split('.');
  if (place === undefined || part === undefined) return t(`field.${list}` as 'field.title');
  const row = t(`row.${list}` as 'row.steps', { number: Number(place) + 1 });
  return `${row}: ${t(`part.${list}-${part}` as 'part.steps-text')}`;
}

/** A problem in the reader's language; the hub's own words are English. */
export function problemText(
  context: PageContext,
  problem: ShownProblem,
  form: URLSearchParams = new URLSearchParams(),
): string {
  const { t, texts } = context;
  const field = fieldOf(problem);
  if (problem.code !== 'INVALID' || !field) return t(`problem.${problem.code}`);
  if (field.endsWith('.url')) return t('problem.address');
  if (POINTS.has(field)) return t('problem.points');
  const parts = MOST_PARTS[field];
  if (parts && countIn(form, field) > parts) return t('problem.tooMany', { most: parts });
  const most = mostCharacters(field);
  if ((form.get(field) ?? '').length > most)
    return t('problem.tooLong', { most: texts.number(most) });
  return t('problem.INVALID');
}

const countIn = (form: URLSearchParams, list: string): number =>
  Object.hasOwn(ROWS, list) ? rowsIn(form, list as RowList).length : form.getAll(list).length;
