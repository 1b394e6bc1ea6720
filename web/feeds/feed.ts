import type { PageContext } from '../page-context.js';

/** What a feed holds, in whichever format it is written. */
export interface Feed {
  /** What it is about, in words. */
  readonly title: string;
  readonly description: string;
  /** Stays, whoever reads it. */
  readonly id: string;
  /** Where it is read again. */
  readonly own: string;
  /** Where people see the same. */
  readonly page: string;
  /** ISO 8601: nothing in it changed later. */
  readonly updatedAt: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly summary: string | null;
  /** ISO 8601, as the other moment; null where nobody asked for it. */
  readonly updatedAt: string | null;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly authors: readonly { readonly name: string; readonly website: string | null }[];
  readonly categories: readonly FeedCategory[];
}

export interface FeedCategory {
  /** Tells kinds, themes and countries apart. */
  readonly scheme: string;
  readonly term: string;
  readonly label: string;
}

/** Of a hub that never had anything to show. */
const NEVER = new Date(0).toISOString();

/**
 * Atom wants a moment of every feed: of the entry that changed last, or else of whatever did in
 * the hub, since no entry can have changed after that.
 */
export async function latest(
  context: PageContext,
  entries: readonly Pick<FeedItem, 'updatedAt'>[],
): Promise<string> {
  const moments = entries.map(({ updatedAt }) => updatedAt).filter((moment) => moment !== null);
  return moments.sort().at(-1) ?? (await context.ask('last-change', {})).hub.changedAt ?? NEVER;
}
