import { EmbedButton } from '../embed/embed-button.js';
import { Icon } from '../layout/icon.js';
import { CaseStudy } from './case-study.js';
import { Citation } from './cite/citation.js';
import { CopyButton } from './cite/copy-button.js';
import { ItemAttachments } from './item-attachments.js';
import { ItemCard } from './item-card.js';
import { type Item, type ItemProps, isProtocol, langOf } from './item-data.js';
import { ItemFacts } from './item-facts.js';
import { ItemNotices } from './item-notices.js';
import { ItemSources } from './item-sources.js';
import { Lesson } from './lesson.js';
import { Markdown } from './markdown.js';
import { Practice } from './practice.js';
import { EditionNotice, EditionStatus, Protocol } from './protocol.js';

interface ItemViewProps extends ItemProps {
  /** It is not published, and its page has a heading of its own. */
  readonly isPreview?: boolean;
}

/** A record as people read it: one design for each kind, the same frame around all. */
export function ItemView({ context, item, isPreview = false }: ItemViewProps) {
  return (
    <article class="page item" data-kind={item.kind}>
      <ItemHeader context={context} item={item} isPreview={isPreview} />
      <div class="item__columns">
        <div class="item__main">
          <OfItsKind context={context} item={item} />
          <Detail context={context} item={item} />
        </div>
        <ItemFacts context={context} item={item} />
        <div class="item__more">
          <ItemAttachments context={context} item={item} />
          <ItemSources context={context} item={item} />
          {!isPreview && <Citation context={context} item={item} />}
        </div>
      </div>
      <Related context={context} item={item} />
    </article>
  );
}

function ItemHeader({ context, item, isPreview }: ItemViewProps) {
  const { t } = context;
  const lang = langOf(context, item.shownIn.locale);
  return (
    <header class="item__header">
      <p class="kind">{t(`kind.${item.kind}`)}</p>
      {isPreview ? (
        <p class="preview-title" lang={lang}>
          {item.title}
        </p>
      ) : (
        <h1 lang={lang}>{item.title}</h1>
      )}
      <p class="lead" lang={lang}>
        {item.summary}
      </p>
      {isProtocol(item) && <EditionStatus context={context} item={item} />}
      <div class="item__line">
        {item.publishedAt && (
          <span>{t('item.published', { day: context.texts.day(item.publishedAt) })}</span>
        )}
        {!isPreview && <ItemTools context={context} item={item} />}
      </div>
      {isProtocol(item) && <EditionNotice context={context} item={item} />}
      <ItemNotices context={context} item={item} />
    </header>
  );
}

/** To print it, to send it on, to cite it. */
function ItemTools({ context, item }: ItemProps) {
  const { t } = context;
  return (
    <>
      <button type="button" class="button button--quiet" data-print data-no-print hidden>
        <Icon name="print" />
        {t('item.print')}
      </button>
      <CopyButton context={context} of={item.url} done={t('item.linkCopied')}>
        <Icon name="copy" />
        {t('item.copyLink')}
      </CopyButton>
      <a href="#cite" data-no-print>
        {t('cite.title')}
      </a>
      <EmbedButton context={context} />
    </>
  );
}

function OfItsKind({ context, item }: ItemProps) {
  if (isProtocol(item)) return <Protocol context={context} item={item} />;
  if ('lesson' in item) return <Lesson context={context} item={item} />;
  if ('problem' in item) return <Practice context={context} item={item} />;
  return <CaseStudy context={context} item={item} />;
}

function Detail({ context, item }: ItemProps) {
  if (!item.body) return null;
  return (
    <section>
      <h2>{context.t('item.detail')}</h2>
      <Markdown text={item.body} level={3} lang={langOf(context, item.bodyShownIn.locale)} />
    </section>
  );
}

function Related({ context, item }: ItemProps) {
  const related: Item['related'] = item.related;
  if (related.length === 0) return null;
  return (
    <section class="item__related" data-no-print>
      <h2>{context.t('item.related')}</h2>
      <ul class="cards">
        {related.map((other) => (
          <li key={other.id}>
            <ItemCard context={context} item={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}
