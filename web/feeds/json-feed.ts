import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { readSearch } from '../search/asked-search.js';
import type { Feed, FeedItem } from './feed.js';
import { readFeed } from './feed-entries.js';

/** What is new as JSON Feed 1.1, with the filters of the search page. */
export async function jsonFeed(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  return jsonFeedAnswer(context, await readFeed(context, asked, '/feed.json'));
}

/** A feed as JSON Feed. */
export function jsonFeedAnswer(context: PageContext, feed: Feed): PageAnswer {
  const { locale, t } = context;
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.own,
    favicon: context.absolute('/favicon.svg'),
    language: locale,
    authors: [{ name: t('site.name'), url: context.absolute(context.to('/')) }],
    items: feed.items.map(toItem),
  };
  return fileAnswer('application/feed+json', JSON.stringify(written));
}

function toItem({ url, title, summary, updatedAt, publishedAt, language, ...item }: FeedItem) {
  const authors = item.authors.map(({ name, website }) => ({
    name,
    ...(website && { url: website }),
  }));
  return {
    id: url,
    url,
    title,
    content_text: summary ?? '',
    ...(publishedAt && { date_published: publishedAt }),
    ...(updatedAt && { date_modified: updatedAt }),
    ...(authors.length > 0 && { authors }),
    tags: item.categories.map(({ label }) => label),
    language,
  };
}
