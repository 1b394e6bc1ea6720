import type { PageContext } from '../page-context.js';

export interface ListedPage {
  /** Without the language. */
  readonly path: string;
  /** ISO 8601; null but for records: the others change with whatever they list. */
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

const LISTS = [
  '/',
  '/search',
  '/themes',
  '/challenges',
  '/countries',
  '/actors',
  '/events',
  '/emergency',
  '/about',
  '/api',
];

/** Pages of which there are few: fixed ones, countries, themes and challenges. */
const pagesSection: Section = async (context) => {
  const { countries, thematicAreas, challenges } = await context.ask('sitemap-concepts', {});
  const of = (folder: string, all: readonly { readonly code: string }[]) =>
    all.map(({ code }) => ({ path: `${folder}/${code}`, changedAt: null }));
  const pages = [
    ...LISTS.map((path) => ({ path, changedAt: null })),
    ...of('/countries', countries),
    ...of('/themes', thematicAreas),
    ...of('/challenges', challenges),
  ];
  return { pages, next: null, total: pages.length };
};

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string; readonly updatedAt?: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function toStep(folder: string, { totalCount, nodes, pageInfo }: Connection): Step {
  return {
    pages: nodes.map(({ slug, updatedAt = null }) => ({
      path: `${folder}/${slug}`,
      changedAt: updatedAt,
    })),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

const actorsSection: Section = async (context, after) => {
  const { actors } = await context.ask('sitemap-actors', { after });
  return toStep('/actors', actors);
};

const eventsSection: Section = async (context, after) => {
  const { events } = await context.ask('sitemap-events', { after });
  return toStep('/events', events);
};

const recordsSection: Section = async (context, after) => {
  const { knowledgeItems } = await context.ask('sitemap-records', { after });
  return toStep('/items', knowledgeItems);
};

/** Everything public, each read a step at a time. */
export const SECTIONS = {
  pages: pagesSection,
  actors: actorsSection,
  events: eventsSection,
  records: recordsSection,
} as const;

export type SectionName = keyof typeof SECTIONS;
