import { webAddress } from '../item/web-address.js';
import type { PageContext } from '../page-context.js';
import type { AskedEmbedding, EmbeddedOutcome } from './asked-embedding.js';
import { type EmbeddedContent, readContent } from './embedded-content.js';
import { searchOf } from './embedding.js';

/** What a frame and a fragment show, each in its way. */
export interface EmbeddedView extends EmbeddedContent {
  readonly heading: string;
  /** The words that were searched for; null where the question is no search. */
  readonly words: string | null;
  /** Said in place of records, or above old ones. */
  readonly message: string | null;
  /** Where the hub shows the same, and more. */
  readonly more: string;
}

type Asked = Pick<AskedEmbedding, 'id' | 'parameters'>;

/** Puts an outcome into words. */
export function viewOf(context: PageContext, asked: Asked, outcome: EmbeddedOutcome): EmbeddedView {
  const { t } = context;
  const content = readContent('data' in outcome ? outcome.data : null);
  const words = asked.id === 'search' ? (asked.parameters.get('query') ?? '').trim() : null;
  const headings = [content.subject?.name, words && t('search.titleFor', { words })];
  return {
    ...content,
    words,
    heading:
      headings.find((heading) => heading) ??
      t(asked.id === 'newest' ? 'embed.newest' : 'site.name'),
    message: messageOf(context, content, outcome),
    more: moreOf(context, asked, content),
  };
}

function messageOf({ t }: PageContext, content: EmbeddedContent, outcome: EmbeddedOutcome) {
  if ('refusal' in outcome)
    return t(outcome.refusal === 'RATE_LIMITED' ? 'embed.busy' : 'embed.failed');
  if (content.cards.length === 0) return t('embed.none');
  return outcome.isStale ? t('embed.stale') : null;
}

function moreOf(context: PageContext, asked: Asked, { subject }: EmbeddedContent) {
  const { id, parameters } = asked;
  const isSearch = id === 'search' || id === 'newest';
  const path = isSearch ? searchOf({ id, variables: parameters }).address : '/';
  return webAddress(subject?.url ?? null) ?? context.absolute(context.to(path));
}
