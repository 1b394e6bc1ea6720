import { TranslationStatus } from '../../schema/knowledge-enums.js';
import type { RecordTexts } from '../../schema/record-content.js';
import type { StoredContent, StoredTexts } from '../knowledge/knowledge.document.js';
import { LOCALES, type Locale } from '../locale.js';

const PROSE = [
  'title',
  'summary',
  'body',
  'context',
  'approach',
  'problem',
  'enablers',
  'obstacles',
  'replicability',
  'observation',
  'lesson',
  'recommendation',
  'purpose',
  'scope',
  'legalBasis',
  'changeNote',
] as const;

export type Prose = (typeof PROSE)[number];

/** Names of the texts that a language has. */
export const PROSE_FIELDS: readonly Prose[] = PROSE;

/**
 * Takes over texts by language. Changed originals raise `textVersion`; changed translations are made from the present
 * one. A machine's draft stays a machine's until a reviewer says otherwise.
 */
export function withTexts(
  content: StoredContent,
  given: readonly RecordTexts[],
  originalLocale: Locale,
): Pick<StoredContent, 'texts' | 'textVersion'> {
  const changed = new Map<Locale, StoredTexts>();
  for (const texts of given) {
    const before = changed.get(texts.locale) ?? content.texts[texts.locale];
    const after = merged(before, texts);
    if (!isSame(before, after)) changed.set(texts.locale, after);
  }
  const isMoved = changed.has(originalLocale);
  const textVersion = content.textVersion + (isMoved ? 1 : 0);
  const texts: Partial<Record<Locale, StoredTexts>> = {};
  for (const locale of LOCALES) {
    const after = changed.get(locale);
    const kept = after ?? content.texts[locale];
    if (!kept || (locale !== originalLocale && isEmpty(kept))) continue;
    texts[locale] =
      locale === originalLocale
        ? { ...kept, status: TranslationStatus.ORIGINAL, madeFrom: textVersion }
        : {
            ...kept,
            status: statusOf(content.texts[locale], Boolean(after)),
            madeFrom: after ? textVersion : kept.madeFrom,
          };
  }
  return { texts, textVersion };
}

function statusOf(before: StoredTexts | undefined, isChanged: boolean): TranslationStatus {
  const status = before?.status ?? TranslationStatus.HUMAN;
  // What was the original is a text that a person wrote.
  if (status === TranslationStatus.ORIGINAL) return TranslationStatus.HUMAN;
  const isUnread = isChanged && status === TranslationStatus.MACHINE_REVIEWED;
  return isUnread ? TranslationStatus.MACHINE : status;
}

function merged(before: StoredTexts | undefined, given: RecordTexts): StoredTexts {
  const texts: Record<string, unknown> = {
    status: before?.status ?? TranslationStatus.HUMAN,
    madeFrom: before?.madeFrom ?? 0,
    title: before?.title ?? '',
    summary: before?.summary ?? '',
  };
  for (const field of PROSE) {
    const value = given[field] === undefined ? before?.[field] : given[field];
    const isAbsent = value == null || value.length === 0;
    if (!isAbsent) texts[field] = value;
    else if (field === 'title' || field === 'summary') texts[field] = '';
    else delete texts[field];
  }
  return texts as unknown as StoredTexts;
}

const isSame = (before: StoredTexts | undefined, after: StoredTexts): boolean =>
  before !== undefined &&
  PROSE.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));

const isEmpty = (texts: StoredTexts): boolean => PROSE.every((field) => !texts[field]?.length);

/** The other languages' texts that are older than the original. */
export const isStaleIn = ({ texts, textVersion }: StoredContent, locale: Locale): boolean => {
  const own = texts[locale];
  return (
    own !== undefined && own.status !== TranslationStatus.ORIGINAL && own.madeFrom < textVersion
  );
};
