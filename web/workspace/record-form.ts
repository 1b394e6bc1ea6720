import type {
  KnowledgeKind,
  Locale,
  OperationTypes,
  RecordContentInput,
} from '../../schema/operations/operation-types.js';
import { isDay } from '../calendar-day.js';
import { isBlank, type Row, rowsIn, withRows } from './form-rows.js';
import {
  CODE_LISTS,
  DATES,
  hasResults,
  POINTS,
  type RowList,
  rowListsOf,
  textsOf,
} from './record-fields.js';

type WorkedOn = NonNullable<OperationTypes['record']['data']['editorialRecord']>;
export type Content = NonNullable<WorkedOn['draft']>['content'];

/** Something in a form that the hub would not understand. */
export interface FormFault {
  readonly code: 'BAD_DATE' | 'UNKNOWN_ACTOR';
  readonly field: string;
}

export interface ReadForm {
  readonly content: RecordContentInput;
  readonly faults: readonly FormFault[];
}

/** The id of an actor by what was typed or chosen; undefined when there is none. */
export type ActorIdOf = (label: string) => string | undefined;

/** Without blank rows, numbered as the hub will number them. */
export function tidyForm(form: URLSearchParams, kind: KnowledgeKind): URLSearchParams {
  return rowListsOf(kind).reduce((tidy, list) => {
    const rows = rowsIn(tidy, list).filter((row) => !isBlank(row));
    return withRows(tidy, list, rows);
  }, form);
}

/** What a tidy form says of a record; runs on the server and in browsers. */
export function readForm(
  form: URLSearchParams,
  kind: KnowledgeKind,
  actorIdOf: ActorIdOf,
): ReadForm {
  const one = (name: string) => clean(form.get(name) ?? '') || null;
  const locale = form.get('locale') as Locale;
  const actors = rowsIn(form, 'actors').map((row) => actorIdOf(row.actor ?? '') ?? null);
  const faults: FormFault[] = [
    ...DATES[kind]
      .filter((name) => one(name) && !isDay(one(name) ?? ''))
      .map((name) => ({ code: 'BAD_DATE' as const, field: name })),
    ...actors.flatMap((id, place) =>
      id ? [] : [{ code: 'UNKNOWN_ACTOR' as const, field: `actors.${place}.actor` }],
    ),
  ];
  const plain = Object.fromEntries(
    [...DATES[kind], 'modality', 'event', 'evidence', 'rights'].map((name) => [name, one(name)]),
  );
  const codes = Object.fromEntries(CODE_LISTS.map((list) => [list, form.getAll(list)]));
  const content = {
    originalLocale: one('originalLocale'),
    texts: [textsIn(form, textsOf(kind), locale)],
    ...codes,
    ...plain,
    ...ofItsKind(form, kind, locale),
    actors: rowsIn(form, 'actors').map(({ role }, place) => ({ role, actor: actors[place] })),
    sources: rowsIn(form, 'sources').map(toSource),
  } as RecordContentInput;
  return { content, faults };
}

/** Texts of one language; an empty field takes its text away. */
export function textsIn(form: URLSearchParams, fields: readonly string[], locale: Locale) {
  const entries = fields.map((field) => {
    const text = clean(form.get(field) ?? '');
    if (!POINTS.has(field)) return [field, text || null];
    const points = text.split('\n').map((line) => line.trim());
    return [field, points.filter(Boolean)];
  });
  return { locale, ...(Object.fromEntries(entries) as Record<string, string | string[] | null>) };
}

function ofItsKind(form: URLSearchParams, kind: KnowledgeKind, locale: Locale) {
  const running = form.get('stillRunning');
  const results = hasResults(kind)
    ? { results: rowsIn(form, 'results').map((row) => toResult(row, locale)) }
    : {};
  if (kind === 'LESSON_LEARNED')
    return { level: form.get('level') || null, nature: form.get('nature') || null };
  if (kind === 'CASE_STUDY')
    return { ...results, stillRunning: running ? running === 'yes' : null };
  if (kind === 'PROTOCOL')
    return { steps: rowsIn(form, 'steps').map((row) => toStep(row, locale)) };
  return results;
}

const toSource = ({ title = '', url, locator, language }: Row) => ({
  title: title.trim() || (url ?? '').trim(),
  url: url?.trim() || null,
  locator: locator?.trim() || null,
  language: language || null,
});

const toResult = (
  { indicator = '', unit, baseline, value = '', source, others }: Row,
  locale: Locale,
) => ({
  texts: [{ locale, indicator, unit: unit || null }, ...otherTexts(others)],
  baseline: baseline || null,
  value,
  source: source || null,
});

const toStep = (
  { text = '', stage, responsible, tool, timeLimit, others }: Row,
  locale: Locale,
) => ({
  stage: stage || null,
  texts: [
    {
      locale,
      text: clean(text),
      responsible: responsible || null,
      tool: tool || null,
      timeLimit: timeLimit || null,
    },
    ...otherTexts(others),
  ],
});

/** What a row says in other languages travels with it when it is moved. */
function otherTexts(json = ''): readonly object[] {
  try {
    const texts: unknown = JSON.parse(json);
    return Array.isArray(texts) ? (texts as object[]) : [];
  } catch {
    return [];
  }
}

/** Browsers send line ends of two characters, which nobody typed. */
const clean = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** A form that shows content in one language; the other way round than `readForm`. */
export function toForm(
  content: Content,
  kind: KnowledgeKind,
  locale: Locale,
  actorNameOf: (id: string) => string,
): URLSearchParams {
  const own = content.texts?.find((texts) => texts.locale === locale);
  const texts = textsOf(kind).map((field) => [field, asText(own?.[field])]);
  const { originalLocale, modality, event, evidence, rights, level, nature } = content;
  const running = content.stillRunning;
  const plain = { originalLocale, modality, event, evidence, rights, level, nature };
  const days = DATES[kind].map((name) => [name, asText(content[name as 'verifiedAt'])]);
  const codes = CODE_LISTS.flatMap((list) => (content[list] ?? []).map((code) => [list, code]));
  const form = new URLSearchParams([
    ['locale', locale],
    ...texts,
    ...Object.entries(plain).map(([name, value]) => [name, value ?? '']),
    ...days,
    ...codes,
    ['stillRunning', running == null ? '' : running ? 'yes' : 'no'],
  ] as [string, string][]);
  return rowListsOf(kind).reduce(
    (filled, list) => withRows(filled, list, rowsOf(content, list, locale, actorNameOf)),
    form,
  );
}

const asText = (value: string | readonly string[] | null | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join('\n');

function rowsOf(
  content: Content,
  list: RowList,
  locale: Locale,
  actorNameOf: (id: string) => string,
): readonly Row[] {
  if (list === 'actors')
    return (content.actors ?? []).map(({ role, actor }) => ({ role, actor: actorNameOf(actor) }));
  if (list === 'sources') return (content.sources ?? []).map(withoutNulls);
  if (list === 'steps')
    return (content.steps ?? []).map(({ stage, texts }) => ({
      ...ownAndOthers(texts, locale),
      stage: stage ?? '',
    }));
  return (content.results ?? []).map(({ texts, baseline, value, source }) => ({
    ...ownAndOthers(texts, locale),
    ...withoutNulls({ baseline, value, source }),
  }));
}

function ownAndOthers(texts: readonly { readonly locale: Locale }[], locale: Locale): Row {
  const own = texts.find((one) => one.locale === locale) ?? {};
  const others = texts.filter((one) => one.locale !== locale);
  return { ...withoutNulls(own), others: others.length > 0 ? JSON.stringify(others) : '' };
}

const withoutNulls = (value: object): Row =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, String(part ?? '')]));
