import { atomAnswer } from '../feeds/atom-feed.js';
import { type Feed, type FeedItem, latest } from '../feeds/feed.js';
import { jsonFeedAnswer } from '../feeds/json-feed.js';
import type { Locale } from '../locales.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { EmbeddedAnswer } from './asked-embedding.js';
import type { EmbeddedCard } from './embedded-content.js';
import { viewOf } from './embedded-view.js';

/** A feed of an embedded question, as an address asks for it. */
export interface AskedFeed {
  readonly id: string;
  readonly ending: 'atom' | 'feed.json';
  readonly locale: Locale;
  /** Everything behind the question mark. */
  readonly parameters: URLSearchParams;
}

/** The records in an answer as a feed; where there are none it says so. */
export async function embeddedFeed(
  context: PageContext,
  asked: AskedFeed,
  outcome: EmbeddedAnswer,
): Promise<PageAnswer> {
  const feed = await toFeed(context, asked, outcome);
  const answer =
    asked.ending === 'atom' ? atomAnswer(context, feed) : jsonFeedAnswer(context, feed);
  return { ...answer, headers: { ...answer.headers, 'content-language': context.locale } };
}

async function toFeed(
  context: PageContext,
  asked: AskedFeed,
  outcome: EmbeddedAnswer,
): Promise<Feed> {
  const { t } = context;
  const view = viewOf(context, asked, outcome);
  const items = view.cards.map((card) => toItem(context, card));
  const isNamed = view.subject !== null || Boolean(view.words);
  return {
    title: isNamed ? t('feed.titleOf', { about: view.heading }) : view.heading,
    description: view.message ?? t('site.description'),
    id: addressOf(context, asked, false),
    own: addressOf(context, asked, true),
    page: view.more,
    updatedAt: await latest(context, items),
    items,
  };
}

/** One address for one question, however it was asked. */
function addressOf(context: PageContext, asked: AskedFeed, withKey: boolean): string {
  const parameters = new URLSearchParams(asked.parameters);
  parameters.set('lang', asked.locale);
  if (!withKey) parameters.delete('key');
  parameters.sort();
  return context.absolute(`/embed/${asked.id}.${asked.ending}?${parameters}`);
}

const toItem = (context: PageContext, card: EmbeddedCard): FeedItem => ({
  url: card.url,
  title: card.title,
  summary: card.summary,
  updatedAt: momentOf(card.updatedAt) ?? momentOf(card.publishedAt),
  publishedAt: momentOf(card.publishedAt),
  language: card.language ?? context.locale,
  authors: [],
  categories: [
    ...(card.kind
      ? [{ scheme: '/kinds', term: card.kind, label: context.t(`kind.${card.kind}`) }]
      : []),
    ...card.countries.map((name) => ({ scheme: '/countries', term: name, label: name })),
  ],
});

/** A partner's own question may call anything a date. */
function momentOf(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
