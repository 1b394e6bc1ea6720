import type { KnowledgeKind } from '../../schema/operations/operation-types.js';
import { webAddress } from '../item/web-address.js';
import { KINDS } from '../search/enum-values.js';
import { type AnsweredRecord, firstList, isRecord } from './first-list.js';

/** A record as other sites show it. */
export interface EmbeddedCard {
  readonly title: string;
  readonly url: string;
  readonly summary: string | null;
  readonly kind: KnowledgeKind | null;
  /** The language of its texts, where it is not the one that was asked for. */
  readonly language: string | null;
  readonly countries: readonly string[];
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

/** What an answer to an embedded question holds for people. */
export interface EmbeddedContent {
  readonly subject: { readonly name: string; readonly url: string } | null;
  readonly cards: readonly EmbeddedCard[];
  /** One record, not a list of them. */
  readonly isRecord: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads an answer of any shape: a record, or the first list of records in it. */
export function readContent(data: unknown): EmbeddedContent {
  const { item, subject } = fieldsOf(data);
  const records = isRecord(item) ? [item] : (firstList(data)?.nodes ?? []);
  return {
    subject: readSubject(subject),
    cards: records.map(toCard),
    isRecord: isRecord(item),
  };
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

function readSubject(value: unknown): EmbeddedContent['subject'] {
  const { name, url } = fieldsOf(value);
  const [shown, address] = [textOf(name), webAddress(textOf(url))];
  return shown && address ? { name: shown, url: address } : null;
}

function toCard(record: AnsweredRecord): EmbeddedCard {
  const { title, url, summary, kind, shownIn, countries, publishedAt, updatedAt } = record;
  const { locale, isFallback } = fieldsOf(shownIn);
  return {
    title,
    url,
    summary: textOf(summary),
    kind: KINDS.find((known) => known === kind) ?? null,
    language: isFallback === true ? (textOf(locale)?.toLowerCase() ?? null) : null,
    countries: namesIn(countries),
    publishedAt: textOf(publishedAt),
    updatedAt: textOf(updatedAt),
  };
}

function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => textOf(fieldsOf(one).name)).filter((name) => name !== null);
}
