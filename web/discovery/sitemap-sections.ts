import type { PageContext } from '../page-context.js';

export interface ListedPage {
  /** Without the language. */
  readonly path: string;
  /** ISO 8601; null where nobody knows. */
  readonly changedAt: string | null;
}

/** Some pages of a section, and where the next ones begin. */
export interface Step {
  readonly pages: readonly ListedPage[];
  readonly next: string | null;
  /** How many pages the whole section has. */
  readonly total: number;
}

export type Section = (context: PageContext, after?: string) => Promise<Step>;

const LISTS = ['/', '/search'];

/** Pages that list records change with the newest of them. */
const listsSection: Section = async (context) => {
  const { knowledgeItems } = await context.ask('home', { latest: 1 });
  const changedAt = knowledgeItems.nodes[0]?.publishedAt ?? null;
  const pages = LISTS.map((path) => ({ path, changedAt }));
  return { pages, next: null, total: pages.length };
};

const recordsSection: Section = async (context, after) => {
  const { knowledgeItems } = await context.ask('sitemap-records', { after });
  const { nodes, pageInfo, totalCount: total } = knowledgeItems;
  const pages = nodes.map(({ slug, updatedAt }) => ({
    path: `/items/${slug}`,
    changedAt: updatedAt,
  }));
  return { pages, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total };
};

/** Everything public, each read a step at a time. */
export const SECTIONS = { lists: listsSection, records: recordsSection } as const;

export type SectionName = keyof typeof SECTIONS;
