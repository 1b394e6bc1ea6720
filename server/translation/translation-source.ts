import { createHash } from 'node:crypto';
import { type IndexedDocument, searchTextsOf } from '../knowledge/knowledge.indexing.js';
import { LOCALES, type Locale } from '../locale.js';
import type { SearchTexts } from '../search/search-engine.js';

/** What a record is translated from so that it is found in the languages that it lacks. */
export interface TranslationSource {
  readonly from: Locale;
  readonly texts: SearchTexts;
  readonly lacking: readonly Locale[];
  /** Changes with each letter of the texts. */
  readonly hash: string;
}

/** A record is found by how it begins; what a translator reads has to end somewhere. */
const MOST_BODY_LETTERS = 20_000;

/** Null for a record that lacks nothing, or that has no text at all. */
export function sourceOf(record: IndexedDocument): TranslationSource | null {
  const own = searchTextsOf(record);
  const lacking = LOCALES.filter((locale) => !own[locale]);
  const from = own[record.originalLocale] ? record.originalLocale : LOCALES.find((one) => own[one]);
  const found = from && own[from];
  if (!found || lacking.length === 0) return null;
  const texts = { ...found, body: found.body.slice(0, MOST_BODY_LETTERS) };
  const hash = createHash('sha256')
    .update(JSON.stringify([from, texts.title, texts.summary, texts.body]))
    .digest('base64url');
  return { from, texts, lacking, hash };
}
