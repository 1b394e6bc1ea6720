import type { FeedEntryFragment } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import type { AskedSearch } from '../search/asked-search.js';
import type { SearchState } from '../search/search-state.js';
import type { ValueNames } from '../search/value-names.js';
import { type Feed, type FeedCategory, type FeedItem, latest } from './feed.js';

type FeedEntry = FeedEntryFragment;

/** What is new in everything, or in what a saved search finds; newest first. */
export async function readFeed(
  context: PageContext,
  { state, names }: AskedSearch,
  path: string,
): Promise<Feed> {
  const { words, filter, question } = state;
  const asked = { isSearch: question !== '', query: words, filter };
  const { knowledgeItems, search } = await context.ask('feed', asked);
  const entries = knowledgeItems?.nodes ?? search?.nodes ?? [];
  const address = (to: string) => context.absolute(context.to(to));
  const own = address(path) + question;
  return {
    title: titleOf(context, state, names),
    description: context.t('site.description'),
    id: own,
    own,
    page: question ? address('/search') + question : address('/'),
    updatedAt: await latest(context, entries),
    items: entries.map((entry) => toItem(context, entry)),
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

const toItem = (context: PageContext, entry: FeedEntry): FeedItem => ({
  url: entry.url,
  title: entry.title,
  summary: entry.summary,
  updatedAt: entry.updatedAt,
  publishedAt: entry.publishedAt,
  language: entry.shownIn.locale.toLowerCase(),
  authors: authorsOf(entry),
  categories: categoriesOf(context, entry),
});

/** Who answers for the content, best known first; the hub itself where nobody is named. */
const RESPONSIBLE = ['AUTHOR', 'PUBLISHER', 'IMPLEMENTER'] as const;

function authorsOf({ actors }: FeedEntry): readonly FeedEntry['actors'][number]['actor'][] {
  for (const wanted of RESPONSIBLE) {
    const found = actors.filter(({ role }) => role === wanted);
    if (found.length > 0) return found.map(({ actor }) => actor);
  }
  return [];
}

function categoriesOf(
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
