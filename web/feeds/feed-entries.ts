import type { FeedEntryFragment } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { FILTER_PARAMETERS } from '../search/search-filters.js';
import type { SearchState } from '../search/search-state.js';

export type FeedEntry = FeedEntryFragment;

export interface FeedContent {
  /** What the feed is about, in words. */
  readonly title: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** ISO 8601: when the entry that changed last did. */
  readonly updatedAt: string;
  /** The question of its address: only what means something, in one order. */
  readonly search: string;
}

/** A feed that nothing is in has to say when it changed, too. */
const NEVER = new Date(0).toISOString();

/** What a feed holds: everything, or what a saved search finds. */
export async function readFeed(context: PageContext, state: SearchState): Promise<FeedContent> {
  const { words, filter, active } = state;
  const isSearch = words !== '' || active.length > 0;
  const labels = FILTER_PARAMETERS.filter(({ name }) => active.some((set) => set.name === name));
  const asked = { query: words, filter, labels: labels.map(({ facet }) => facet) };
  const { knowledgeItems, search } = await context.ask('feed', { isSearch, ...asked });
  const entries = knowledgeItems?.nodes ?? search?.nodes ?? [];
  const names = new Map(
    (search?.facets ?? []).flatMap(({ values }) =>
      values.map(({ value, label }) => [value, label] as const),
    ),
  );
  return {
    title: titleOf(context, state, names),
    entries,
    updatedAt: entries.map(({ updatedAt }) => updatedAt).reduce(later, NEVER),
    search: feedSearch(state),
  };
}

/** The question of the feed that follows a search; empty for everything. */
export function feedSearch({ words, active }: SearchState): string {
  const query = new URLSearchParams(words ? { q: words } : {});
  for (const { name, value } of active) query.append(name, value);
  return query.size > 0 ? `?${query}` : '';
}

function titleOf(
  { t, texts }: PageContext,
  { words, active }: SearchState,
  names: ReadonlyMap<string, string>,
): string {
  const about = [
    ...(words ? [t('search.titleFor', { words })] : []),
    ...active.map(({ value }) => names.get(value) ?? value),
  ];
  return about.length > 0 ? t('feed.titleOf', { about: texts.list(about) }) : t('feed.title');
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** Who answers for the content, best known first; the hub itself where nobody is named. */
const RESPONSIBLE = ['AUTHOR', 'PUBLISHER', 'IMPLEMENTER'] as const;

export function authorsOf({ actors }: FeedEntry): readonly FeedEntry['actors'][number]['actor'][] {
  for (const wanted of RESPONSIBLE) {
    const found = actors.filter(({ role }) => role === wanted);
    if (found.length > 0) return found.map(({ actor }) => actor);
  }
  return [];
}

export interface FeedCategory {
  readonly scheme: string;
  readonly term: string;
  readonly label: string;
}

/** Kind, themes and countries; the scheme tells them apart. */
export function categoriesOf(
  { t }: PageContext,
  { kind, themes, countries }: FeedEntry,
): readonly FeedCategory[] {
  const of = (scheme: string, all: readonly { readonly code: string; readonly name: string }[]) =>
    all.map(({ code, name }) => ({ scheme, term: code, label: name }));
  return [
    { scheme: '/kinds', term: kind, label: t(`kind.${kind}`) },
    ...of('/themes', themes),
    ...of('/countries', countries),
  ];
}
