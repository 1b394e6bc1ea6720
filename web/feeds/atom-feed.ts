import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { readSearch } from '../search/asked-search.js';
import type { Feed, FeedItem } from './feed.js';
import { readFeed } from './feed-entries.js';
import { element, renderXml } from './xml.js';

const TYPE = 'application/atom+xml';

/** What is new as Atom (RFC 4287), with the filters of the search page. */
export async function atomFeed(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  return atomAnswer(context, await readFeed(context, asked, '/feed.atom'));
}

/** A feed as Atom. */
export const atomAnswer = (context: PageContext, feed: Feed): PageAnswer =>
  fileAnswer(TYPE, renderXml(toXml(context, feed)));

function toXml(context: PageContext, feed: Feed) {
  const { locale, t } = context;
  const home = context.absolute(context.to('/'));
  return element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    element('id', {}, feed.id),
    element('title', {}, feed.title),
    element('subtitle', {}, feed.description),
    element('updated', {}, feed.updatedAt),
    element('author', {}, element('name', {}, t('site.name')), element('uri', {}, home)),
    element('icon', {}, context.absolute('/favicon.svg')),
    element('link', { rel: 'self', type: TYPE, href: feed.own }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: feed.page }),
    feed.items.map((item) => toEntry(context, item, feed.updatedAt)),
  );
}

/** An entry without a moment takes that of its feed: Atom wants one. */
function toEntry(context: PageContext, item: FeedItem, updatedLast: string) {
  const { url, title, summary, updatedAt, publishedAt, language } = item;
  return element(
    'entry',
    { 'xml:lang': language === context.locale ? undefined : language },
    element('id', {}, url),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('updated', {}, updatedAt ?? updatedLast),
    publishedAt && element('published', {}, publishedAt),
    item.authors.map(({ name, website }) =>
      element('author', {}, element('name', {}, name), website && element('uri', {}, website)),
    ),
    item.categories.map(({ scheme, term, label }) =>
      element('category', { scheme: context.absolute(scheme), term, label }),
    ),
    summary && element('summary', {}, summary),
  );
}
