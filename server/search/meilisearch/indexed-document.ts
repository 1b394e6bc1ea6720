import { LOCALES, type Locale } from '../../locale.js';
import type { SearchCodes, SearchDocument } from '../search-engine.js';
import { foldWord } from '../words/fold.js';

export type TextField = 'title' | 'labels' | 'summary' | 'body';

/** Fields for texts made by machine, which are searched and never read. */
export type MachineField = 'machineTitle' | 'machineSummary' | 'machineBody';

/** What Meilisearch holds of a record: texts by language suffix, codes, and what to sort by. */
export type IndexedDocument = SearchCodes & {
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly event: string | null;
  readonly inForce: boolean | null;
  readonly publishedAt: number | null;
} & Partial<Record<`${'title' | 'summary' | 'body' | MachineField}_${Locale}`, string>> &
  Record<`labels_${Locale}`, readonly string[]> &
  Record<`order_${Locale}`, string>;

export const fieldName = <Field extends TextField | MachineField | 'order'>(
  field: Field,
  locale: Locale,
): `${Field}_${Locale}` => `${field}_${locale}`;

export function toIndexed(document: SearchDocument): IndexedDocument {
  const { id, version, event, inForce, publishedAt, codes } = document;
  const fields = LOCALES.flatMap((locale) => {
    const texts = document.texts[locale];
    const machine = texts ? undefined : document.machine?.[locale];
    return [
      [fieldName('title', locale), texts?.title],
      [fieldName('summary', locale), texts?.summary],
      [fieldName('body', locale), texts?.body],
      [fieldName('machineTitle', locale), machine?.title],
      [fieldName('machineSummary', locale), machine?.summary],
      [fieldName('machineBody', locale), machine?.body],
      [fieldName('labels', locale), document.labels[locale]],
      [fieldName('order', locale), sortedBy(titleFor(document, locale))],
    ] as const;
  });
  const given = fields.filter(([, value]) => value !== undefined);
  const rest = { key: keyOf(id), id, version, event, inForce, publishedAt, ...codes };
  return { ...rest, ...Object.fromEntries(given) } as IndexedDocument;
}

const PLAIN_KEY = /^(?!hex-)[A-Za-z0-9_-]{1,500}$/;

/** Meilisearch's keys are letters, digits, hyphens and underscores; other ids are spelled out. */
export const keyOf = (id: string): string =>
  PLAIN_KEY.test(id) ? id : `hex-${Buffer.from(id).toString('hex')}`;

function titleFor({ texts }: SearchDocument, locale: Locale): string {
  const first = LOCALES.map((other) => texts[other]?.title).find((title) => title !== undefined);
  return texts[locale]?.title ?? first ?? '';
}

/** Meilisearch sorts by code points: accents and capitals go, punctuation comes before letters. */
const sortedBy = (title: string): string =>
  foldWord(title)
    .replace(/[^\p{L}\p{N}\s]/gu, '!')
    .replace(/^[!\s]+/, '');
