import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { readSearch } from '../search/asked-search.js';
import {
  authorsOf,
  categoriesOf,
  type FeedContent,
  type FeedEntry,
  readFeed,
} from './feed-entries.js';
import { element, renderXml } from './xml.js';

const TYPE = 'application/atom+xml';

/** What is new as Atom (RFC 4287), with the filters of the search page. */
export async function atomFeed(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  const content = await readFeed(context, asked);
  return fileAnswer(TYPE, renderXml(toFeed(context, content)));
}

function toFeed(context: PageContext, { title, entries, updatedAt, search }: FeedContent) {
  const { locale, t } = context;
  const home = context.absolute(context.to('/'));
  const own = context.absolute(context.to('/feed.atom')) + search;
  const page = search ? context.absolute(context.to('/search')) + search : home;
  return element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    element('id', {}, own),
    element('title', {}, title),
    element('subtitle', {}, t('site.description')),
    element('updated', {}, updatedAt),
    element('author', {}, element('name', {}, t('site.name')), element('uri', {}, home)),
    element('icon', {}, context.absolute('/favicon.svg')),
    element('link', { rel: 'self', type: TYPE, href: own }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: page }),
    entries.map((entry) => toEntry(context, entry)),
  );
}

function toEntry(context: PageContext, entry: FeedEntry) {
  const { url, title, summary, updatedAt, publishedAt, shownIn } = entry;
  const language = shownIn.isFallback ? shownIn.locale.toLowerCase() : undefined;
  return element(
    'entry',
    { 'xml:lang': language },
    element('id', {}, url),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('updated', {}, updatedAt),
    publishedAt && element('published', {}, publishedAt),
    authorsOf(entry).map(({ name, website }) =>
      element('author', {}, element('name', {}, name), website && element('uri', {}, website)),
    ),
    categoriesOf(context, entry).map(({ scheme, term, label }) =>
      element('category', { scheme: context.absolute(scheme), term, label }),
    ),
    element('summary', {}, summary),
  );
}
