import type { KnowledgeKind } from '../../schema/operations/operation-types.js';
import { webAddress } from '../item/web-address.js';
import { KINDS } from '../search/enum-values.js';

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

/** So deep a list of records is looked for in the answer to a question of a partner's own. */
const DEEPEST = 6;

/** Reads an answer of any shape: a record, or the first list of records in it. */
export function readContent(data: unknown): EmbeddedContent {
  const { item, subject } = fieldsOf(data);
  const record = readCard(item);
  return {
    subject: readSubject(subject),
    cards: record ? [record] : (findCards(data, DEEPEST) ?? []),
    isRecord: record !== null,
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

/** The nearest list first, so that records come before what they are related to. */
function findCards(value: unknown, depth: number): readonly EmbeddedCard[] | null {
  const all = Object.values(fieldsOf(value));
  for (const one of all) {
    const { nodes } = fieldsOf(one);
    const cards = Array.isArray(nodes) ? nodes.map(readCard).filter((card) => card !== null) : [];
    if (cards.length > 0) return cards;
  }
  if (depth === 0) return null;
  for (const one of all) {
    const found = findCards(one, depth - 1);
    if (found) return found;
  }
  return null;
}

function readCard(value: unknown): EmbeddedCard | null {
  const { title, url, summary, kind, shownIn, countries, publishedAt, updatedAt } = fieldsOf(value);
  const [shown, address] = [textOf(title), webAddress(textOf(url))];
  if (!shown || !address) return null;
  const { locale, isFallback } = fieldsOf(shownIn);
  return {
    title: shown,
    url: address,
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
