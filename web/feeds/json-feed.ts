import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { readSearch } from '../search/asked-search.js';
import { authorsOf, categoriesOf, type FeedEntry, readFeed } from './feed-entries.js';

/** What is new as JSON Feed 1.1, with the filters of the search page. */
export async function jsonFeed(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  const { title, entries, search } = await readFeed(context, asked);
  const { locale, t } = context;
  const address = (path: string) => context.absolute(context.to(path));
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: t('site.description'),
    home_page_url: search ? address('/search') + search : address('/'),
    feed_url: address('/feed.json') + search,
    favicon: context.absolute('/favicon.svg'),
    language: locale,
    authors: [{ name: t('site.name'), url: address('/') }],
    items: entries.map((entry) => toItem(context, entry)),
  };
  return fileAnswer('application/feed+json', JSON.stringify(feed));
}

function toItem(context: PageContext, entry: FeedEntry) {
  const { url, title, summary, updatedAt, publishedAt, shownIn } = entry;
  const authors = authorsOf(entry).map(({ name, website }) => ({
    name,
    ...(website && { url: website }),
  }));
  return {
    id: url,
    url,
    title,
    content_text: summary,
    ...(publishedAt && { date_published: publishedAt }),
    date_modified: updatedAt,
    ...(authors.length > 0 && { authors }),
    tags: categoriesOf(context, entry).map(({ label }) => label),
    language: shownIn.locale.toLowerCase(),
  };
}
