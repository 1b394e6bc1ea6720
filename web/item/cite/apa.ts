import type { Texts } from '../../texts/texts.js';
import { authorsOf, type Item, type WithActors } from '../item-data.js';

export type CitedItem = Pick<Item, 'kind' | 'title' | 'publishedAt' | 'url'> & WithActors;

/** A reference in the parts around its title, which is set in italics. */
export interface Reference {
  readonly before: string;
  readonly title: string;
  readonly after: string;
  readonly url: string;
}

/** From here on only the first of the authors and the last are named. */
const MOST_AUTHORS = 20;

/** A reference by the rules of the seventh edition of APA for institutions, in the reader's language. */
export function apaReference(texts: Texts, item: CitedItem): Reference {
  const { t } = texts;
  const date = `(${dateOf(texts, item.publishedAt)}).`;
  const kind = `[${t(`kind.${item.kind}`)}].`;
  const authors = authorsOf(item);
  const { title, url } = item;
  const site = t('site.name');
  // A work without an author is found under its title.
  if (authors.length === 0) return { before: '', title, after: ` ${kind} ${date} ${site}. `, url };
  const names = withStop(listOf(texts, authors));
  return { before: `${names} ${date} `, title, after: ` ${kind} ${site}. `, url };
}

function dateOf(texts: Texts, publishedAt: string | null): string {
  if (!publishedAt) return texts.t('cite.noDate');
  return `${publishedAt.slice(0, 4)}, ${texts.dayOfYear(publishedAt)}`;
}

function listOf({ t }: Texts, authors: readonly string[]): string {
  const last = authors.at(-1) ?? '';
  if (authors.length === 1) return last;
  if (authors.length > MOST_AUTHORS) return `${authors.slice(0, 19).join(', ')}, … ${last}`;
  return t('cite.lastAuthor', { others: authors.slice(0, -1).join(', '), last });
}

/** "…, S. A." has its full stop already. */
const withStop = (names: string): string => (names.endsWith('.') ? names : `${names}.`);
