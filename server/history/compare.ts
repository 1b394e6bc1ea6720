import type { RecordContent, RecordTexts } from '../../schema/record-content.js';
import type { FieldChange } from '../../schema/revision.js';
import type { StoredContent } from '../knowledge/knowledge.document.js';
import { LOCALES, type Locale } from '../locale.js';
import { toRecordContent } from '../publishing/content.view.js';

/** Content as its editors see it, with the names of its files. */
export type Comparable = RecordContent & { readonly attachments?: readonly string[] };

export const toComparable = (content: StoredContent): Comparable =>
  Object.assign(toRecordContent(content), {
    attachments: (content.attachments ?? []).map(({ name }) => name),
  });

/** What differs between two contents, field by field; texts language by language. */
export function compareContents(before: Comparable, after: Comparable): readonly FieldChange[] {
  const fields = namesIn(before, after).filter((field) => field !== 'texts');
  return [
    ...LOCALES.flatMap((locale) =>
      compareTexts(locale, textsIn(before, locale), textsIn(after, locale)),
    ),
    ...fields.flatMap((field) => {
      const pair = [before, after].map((one) => shown(one[field as keyof Comparable]));
      return change(field, null, pair);
    }),
  ];
}

const textsIn = ({ texts }: RecordContent, locale: Locale): Partial<RecordTexts> =>
  texts?.find((one) => one.locale === locale) ?? {};

function compareTexts(
  locale: Locale,
  before: Partial<RecordTexts>,
  after: Partial<RecordTexts>,
): readonly FieldChange[] {
  const fields = namesIn(before, after).filter((field) => field !== 'locale');
  return fields.flatMap((field) => {
    const pair = [before, after].map((one) => shown(one[field as keyof RecordTexts]));
    return change(field, locale, pair);
  });
}

function change(
  field: string,
  locale: Locale | null,
  [before = null, after = null]: readonly (string | null)[],
): readonly FieldChange[] {
  return before === after ? [] : [{ field, locale, before, after }];
}

const namesIn = (before: object, after: object): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

/** As people read it: lists a line each, parts of a whole as JSON. */
function shown(value: unknown): string | null {
  if (value == null || value === '') return null;
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  if (value.length === 0) return null;
  return value
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join('\n');
}
