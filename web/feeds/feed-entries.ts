import type { FeedEntryFragment } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import type { AskedSearch } from '../search/asked-search.js';
import type { SearchState } from '../search/search-state.js';
import type { ValueNames } from '../search/value-names.js';

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
export async function readFeed(
  context: PageContext,
  { state, names }: AskedSearch,
): Promise<FeedContent> {
  const { words, filter, question } = state;
  const asked = { isSearch: question !== '', query: words, filter };
  const { knowledgeItems, search } = await context.ask('feed', asked);
  const entries = knowledgeItems?.nodes ?? search?.nodes ?? [];
  return {
    title: titleOf(context, state, names),
    entries,
    updatedAt: entries.map(({ updatedAt }) => updatedAt).reduce(later, NEVER),
    search: question,
  };
}

/** What a search is about, in words. */
export function titleOf(
  { t, texts }: PageContext,
  { words, active }: SearchState,
  names: ValueNames,
): string {
  const about = [
    ...(words ? [t('search.titleFor', { words })] : []),
    ...active.map((filter) => names.of(filter)),
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
