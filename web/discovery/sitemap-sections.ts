import type { PageContext } from '../page-context.js';

export interface ListedPage {
  /** Without the language. */
  readonly path: string;
  /** ISO 8601; null where nothing says. */
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

interface Linked {
  readonly items: { readonly nodes: readonly { readonly updatedAt: string }[] };
}

/** A page about something changes with the newest record that it lists. */
const changeOf = ({ items }: Linked): string | null => items.nodes[0]?.updatedAt ?? null;

/** Pages of which there are few: fixed ones, countries, themes and challenges. */
const pagesSection: Section = async (context) => {
  const { countries, thematicAreas, challenges } = await context.ask('sitemap-concepts', {});
  const of = (folder: string, all: readonly (Linked & { readonly code: string })[]) =>
    all.map((one) => ({ path: `${folder}/${one.code}`, changedAt: changeOf(one) }));
  const pages = [
    ...LISTS.map((path) => ({ path, changedAt: null })),
    ...of('/countries', countries),
    ...of('/themes', thematicAreas),
    ...of('/challenges', challenges),
  ];
  return { pages, next: null, total: pages.length };
};

interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function toStep<Node extends { readonly slug: string }>(
  folder: string,
  { totalCount, nodes, pageInfo }: Connection<Node>,
  changedAt: (node: Node) => string | null,
): Step {
  return {
    pages: nodes.map((node) => ({ path: `${folder}/${node.slug}`, changedAt: changedAt(node) })),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

const actorsSection: Section = async (context, after) => {
  const { actors } = await context.ask('sitemap-actors', { after });
  return toStep('/actors', actors, changeOf);
};

const eventsSection: Section = async (context, after) => {
  const { events } = await context.ask('sitemap-events', { after });
  return toStep('/events', events, changeOf);
};

const recordsSection: Section = async (context, after) => {
  const { knowledgeItems } = await context.ask('sitemap-records', { after });
  return toStep('/items', knowledgeItems, ({ updatedAt }) => updatedAt);
};

/** Everything public, each read a step at a time. */
export const SECTIONS = {
  pages: pagesSection,
  actors: actorsSection,
  events: eventsSection,
  records: recordsSection,
} as const;

export type SectionName = keyof typeof SECTIONS;
