import { renderToString } from 'preact-render-to-string';
import { placesIn } from '../item/item-card.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { AskedEmbedding, EmbeddedOutcome } from './asked-embedding.js';
import type { EmbeddedCard } from './embedded-content.js';
import { type EmbeddedView, viewOf } from './embedded-view.js';

/** A piece of HTML that a server puts into its own page: no script, no style, its classes our own. */
export function fragment(
  context: PageContext,
  asked: AskedEmbedding,
  outcome: EmbeddedOutcome,
): PageAnswer {
  const view = viewOf(context, asked, outcome);
  return {
    status: 'status' in outcome ? outcome.status : 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': context.locale,
      'content-security-policy': "default-src 'none'; base-uri 'none'",
    },
    body: `${renderToString(<Fragment context={context} view={view} />)}\n`,
  };
}

interface FragmentProps {
  readonly context: PageContext;
  readonly view: EmbeddedView;
}

function Fragment({ context, view }: FragmentProps) {
  const { heading, message, cards, isRecord, more } = view;
  const linkToMore = (
    <p class="saberes-more">
      <a href={more}>{context.t('embed.more')}</a>
    </p>
  );
  if (isRecord)
    return (
      <div class="saberes saberes-record" lang={context.locale}>
        {message && <p class="saberes-message">{message}</p>}
        {cards.map((card) => (
          <Card key={card.url} context={context} card={card} />
        ))}
      </div>
    );
  return (
    <section class="saberes saberes-list" lang={context.locale} aria-label={heading}>
      {message && <p class="saberes-message">{message}</p>}
      {cards.length > 0 && (
        <ul class="saberes-cards">
          {cards.map((card) => (
            <li key={card.url}>
              <Card context={context} card={card} />
            </li>
          ))}
        </ul>
      )}
      {linkToMore}
    </section>
  );
}

interface CardProps {
  readonly context: PageContext;
  readonly card: EmbeddedCard;
}

/** No heading: nobody here knows which level the page around it is at. */
function Card({ context, card }: CardProps) {
  const { t } = context;
  const { title, url, summary, kind, countries, language } = card;
  const lang = language ?? undefined;
  const facts = [kind && t(`kind.${kind}`), countries.length > 0 && placesIn(context, countries)];
  return (
    <article class="saberes-card">
      <p class="saberes-title" lang={lang}>
        <a href={url}>{title}</a>
      </p>
      <p class="saberes-meta">{facts.filter((fact) => fact).join(' · ')}</p>
      {summary && (
        <p class="saberes-summary" lang={lang}>
          {summary}
        </p>
      )}
    </article>
  );
}
