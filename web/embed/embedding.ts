import type { PageContext } from '../page-context.js';
import type { FilterName } from '../search/search-filters.js';
import { SearchState } from '../search/search-state.js';

/** The questions that every hub answers to every page, without a key. */
export const READY_MADE = ['search', 'newest', 'item', 'country', 'theme', 'challenge'] as const;
export type ReadyMadeId = (typeof READY_MADE)[number];

export const isReadyMade = (id: string): id is ReadyMadeId =>
  (READY_MADE as readonly string[]).includes(id);

/** The filters that `search` and `newest` take; each by the name that it has on the search page. */
export const EMBED_FILTERS = ['country', 'theme', 'kind', 'challenge'] as const;
export type EmbedFilter = (typeof EMBED_FILTERS)[number];

const LISTS: readonly string[] = EMBED_FILTERS;

/** Every variable of a ready-made question but `limit`, which belongs to how it looks. */
export const VARIABLES: Readonly<Record<ReadyMadeId, readonly string[]>> = {
  search: ['query', ...LISTS],
  newest: LISTS,
  item: ['slug'],
  country: ['code'],
  theme: ['code'],
  challenge: ['code'],
};

export const MOST_LISTED = 50;

/** Something of the hub that a page of somebody else can show. */
export interface Embedding {
  readonly id: string;
  readonly variables: URLSearchParams;
}

/** What a page of the hub shows, as far as it can be embedded. */
export interface Embeddable extends Embedding {
  /** Filters of the page that no ready-made question takes: what is embedded shows more. */
  readonly left: readonly FilterName[];
}

const SUBJECT = /^\/(items|countries|themes|challenges)\/([^/]+)$/;
const SUBJECTS = {
  items: ['item', 'slug'],
  countries: ['country', 'code'],
  themes: ['theme', 'code'],
  challenges: ['challenge', 'code'],
} as const;

/** What the page at an address of the hub, without its language, shows; null where it is nothing to embed. */
export function embeddingOf(path: string, query: URLSearchParams): Embeddable | null {
  if (path === '/') return { id: 'newest', variables: new URLSearchParams(), left: [] };
  if (path === '/search') return ofSearch(query);
  const [, kind, code = ''] = SUBJECT.exec(path) ?? [];
  if (!kind) return null;
  const [id, name] = SUBJECTS[kind as keyof typeof SUBJECTS];
  return { id, variables: new URLSearchParams({ [name]: decodeURIComponent(code) }), left: [] };
}

/** Without words a search lists what is new; one that asks for what there is not has no page. */
function ofSearch(query: URLSearchParams): Embeddable | null {
  const { words, active, unknown } = SearchState.of(query);
  if (unknown.length > 0) return null;
  const variables = new URLSearchParams(words ? { query: words } : {});
  const left = new Set<FilterName>();
  for (const { parameter, value } of active) {
    if (LISTS.includes(parameter.name)) variables.append(parameter.name, value);
    else left.add(parameter.name);
  }
  return { id: words ? 'search' : 'newest', variables, left: [...left] };
}

/** The search that a question of the hub stands for, as the search page writes it. */
export function searchOf({ variables }: Embedding): SearchState {
  const query = new URLSearchParams({ q: variables.get('query') ?? '' });
  for (const name of LISTS) {
    for (const value of variables.getAll(name).flatMap((given) => given.split(',')))
      query.append(name, value.trim());
  }
  return SearchState.of(query);
}

/** What an address of a question ends in. */
export function frameSearch(
  { variables }: Embedding,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams([...variables, ...Object.entries(more)]);
  return query.size > 0 ? `?${query}` : '';
}

/** The address of the page that a frame shows. */
export const frameAddress = (
  context: PageContext,
  embedding: Embedding,
  look: Readonly<Record<string, string>> = {},
): string => context.absolute(context.to(`/embed/${embedding.id}${frameSearch(embedding, look)}`));
