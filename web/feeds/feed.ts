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
  /** ISO 8601: when the entry that changed last did. */
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

/** Atom wants a moment of every feed. One that moved would show readers the same entries as new. */
const NEVER = new Date(0).toISOString();

export const latest = (moments: readonly (string | null)[]): string =>
  moments.reduce<string>((last, moment) => (moment && moment > last ? moment : last), NEVER);
