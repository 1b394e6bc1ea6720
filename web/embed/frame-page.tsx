import { renderToString } from 'preact-render-to-string';
import { placesIn } from '../item/item-card.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { MOST_WORDS } from '../search/search-state.js';
import type { AskedEmbedding, EmbeddedOutcome } from './asked-embedding.js';
import type { EmbeddedCard } from './embedded-content.js';
import { type EmbeddedView, viewOf } from './embedded-view.js';
import { accentStyle, type FrameLook, framePolicy, readLook } from './frame-look.js';

/** The whole document that stands in a frame of another site. */
export function framePage(
  context: PageContext,
  asked: AskedEmbedding,
  outcome: EmbeddedOutcome,
): PageAnswer {
  const view = viewOf(context, asked, outcome);
  const look = readLook(context.query);
  const html = renderToString(<FrameDocument {...{ context, asked, view, look }} />);
  return {
    status: 'status' in outcome ? outcome.status : 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': context.locale,
      'content-security-policy': framePolicy(look),
    },
    body: `<!doctype html>\n${html}`,
  };
}

interface FrameProps {
  readonly context: PageContext;
  readonly asked: AskedEmbedding;
  readonly view: EmbeddedView;
  readonly look: FrameLook;
}

function FrameDocument({ context, asked, view, look }: FrameProps) {
  const { assets, locale, t } = context;
  const { heading, message, cards, isRecord, more } = view;
  return (
    <html lang={locale} data-theme={look.theme === 'auto' ? undefined : look.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{isRecord ? cards[0]?.title : heading}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content={look.theme === 'auto' ? 'light dark' : look.theme} />
        <link rel="stylesheet" href={assets.frameStyles} />
        {look.accent && (
          // Safe: six digits in a text of our own.
          <style dangerouslySetInnerHTML={{ __html: accentStyle(look.accent) }} />
        )}
        <script type="module" src={assets.script('embed-frame')} />
      </head>
      <body>
        <main>
          {!isRecord && <h1>{heading}</h1>}
          {view.words !== null && <SearchForm {...{ context, asked, view, look }} />}
          {message && <p class="message">{message}</p>}
          {isRecord ? (
            cards.map((card) => <Card key={card.url} context={context} card={card} level={1} />)
          ) : (
            <Cards context={context} cards={cards} />
          )}
        </main>
        <footer>
          <a href={more} target="_top">
            {t('embed.more')}
          </a>
        </footer>
      </body>
    </html>
  );
}

function Cards({ context, cards }: Pick<FrameProps, 'context'> & Pick<EmbeddedView, 'cards'>) {
  if (cards.length === 0) return null;
  return (
    <ul>
      {cards.map((card) => (
        <li key={card.url}>
          <Card context={context} card={card} level={2} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly context: PageContext;
  readonly card: EmbeddedCard;
  readonly level: 1 | 2;
}

/** Its link leaves the frame: the hub's own pages refuse to be framed. */
function Card({ context, card, level }: CardProps) {
  const { t, texts } = context;
  const { title, url, summary, kind, countries, language } = card;
  const Heading = `h${level}` as const;
  const lang = language ?? undefined;
  return (
    <article data-kind={kind ?? undefined}>
      <p class="meta">
        {kind && <span class="kind">{t(`kind.${kind}`)}</span>}
        {countries.length > 0 && <span>{placesIn(context, countries)}</span>}
        {lang && <span class="tag">{texts.languageName(lang)}</span>}
      </p>
      <Heading lang={lang}>
        <a href={url} target="_top">
          {title}
        </a>
      </Heading>
      {summary && <p lang={lang}>{summary}</p>}
    </article>
  );
}

/** The field's own, and what the path says already. */
const LEFT_OUT: ReadonlySet<string> = new Set(['query', 'lang']);

/** Other words, in the same frame: works without a script. */
function SearchForm({ context, asked, view, look }: FrameProps) {
  const { t } = context;
  const kept = [...asked.parameters].filter(([name]) => !LEFT_OUT.has(name));
  if (look.theme !== 'auto') kept.push(['theme-mode', look.theme]);
  if (look.accent) kept.push(['accent', look.accent]);
  return (
    <search>
      <form action={context.to(`/embed/${asked.id}`)}>
        {kept.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <label for="query">{t('search.label')}</label>
        <div>
          <input
            id="query"
            name="query"
            type="search"
            value={view.words ?? ''}
            maxLength={MOST_WORDS}
          />
          <button type="submit">{t('search.submit')}</button>
        </div>
      </form>
    </search>
  );
}
