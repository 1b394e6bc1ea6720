import type {
  KnowledgeKind,
  Locale,
  RecordContentInput,
} from '../../schema/operations/operation-types.js';
import { textsOf } from './record-fields.js';
import { type Content, textsIn } from './record-form.js';

/** Texts of rows that are translated in their place. */
export const ROW_TEXTS = {
  steps: ['text', 'responsible', 'tool', 'timeLimit'],
  results: ['indicator', 'unit'],
} as const;
export type TranslatedList = keyof typeof ROW_TEXTS;

type Texts = { readonly locale: Locale } & Readonly<Record<string, string | null | undefined>>;

/** Fields of the original that hold something, and those that a translation has beside it. */
export function translatedFields(content: Content, kind: KnowledgeKind, to: Locale) {
  const original = textsFor(content, content.originalLocale ?? 'ES');
  const own = textsFor(content, to);
  return textsOf(kind).filter((field) => filled(original[field]) || filled(own[field]));
}

/** A form that shows the translation into one language. */
export function toTranslationForm(
  content: Content,
  kind: KnowledgeKind,
  to: Locale,
): URLSearchParams {
  const own = textsFor(content, to);
  const form = new URLSearchParams();
  for (const field of translatedFields(content, kind, to)) form.set(field, filled(own[field]));
  for (const list of translatedLists(kind)) {
    rowsOf(content, list).forEach((row, place) => {
      const texts = row.texts.find(({ locale }) => locale === to);
      for (const field of ROW_TEXTS[list])
        form.set(`${list}.${place}.${field}`, filled(texts?.[field]));
    });
  }
  return form;
}

/** What a form says of a translation; rows go into the present ones, so their other languages stay. */
export function readTranslation(
  form: URLSearchParams,
  content: Content,
  kind: KnowledgeKind,
  to: Locale,
): RecordContentInput {
  const fields = textsOf(kind).filter((field) => form.has(field));
  const rows = translatedLists(kind)
    .filter((list) => rowsOf(content, list).length > 0)
    .map((list) => [list, rowsOf(content, list).map((row, at) => translated(row, list, at))]);
  return { texts: [textsIn(form, fields, to)], ...Object.fromEntries(rows) } as RecordContentInput;

  function translated(row: TranslatedRow, list: TranslatedList, place: number) {
    const others = row.texts.filter(({ locale }) => locale !== to);
    const texts = Object.fromEntries(
      ROW_TEXTS[list].map((field) => [field, form.get(`${list}.${place}.${field}`)?.trim() ?? '']),
    );
    const isThere = Object.values(texts).some(Boolean);
    return { ...row, texts: isThere ? [...others, { locale: to, ...texts }] : others };
  }
}

export const translatedLists = (kind: KnowledgeKind): readonly TranslatedList[] =>
  kind === 'PROTOCOL' ? ['steps'] : kind === 'LESSON_LEARNED' ? [] : ['results'];

export interface TranslatedRow {
  readonly texts: readonly Texts[];
}

export const rowsOf = (content: Content, list: TranslatedList): readonly TranslatedRow[] =>
  (content[list] ?? []) as readonly TranslatedRow[];

/** All texts of a language; none where there are none. */
export const textsFor = (
  content: Content,
  locale: Locale,
): Readonly<Record<string, string | readonly string[] | null>> =>
  (content.texts?.find((texts) => texts.locale === locale) ?? {}) as Readonly<
    Record<string, string | readonly string[] | null>
  >;

/** As a field shows it: lists a line each. */
export const filled = (value: string | readonly string[] | null | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join('\n');
