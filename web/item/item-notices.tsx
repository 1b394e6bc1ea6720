import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { Item, ItemProps } from './item-data.js';

/** Which language is shown and what a reader has to know of it; nothing where all is as asked. */
export function ItemNotices({ context, item }: ItemProps) {
  const lines = noticesOf(context, item);
  if (lines.length === 0) return null;
  const original = item.originalLocale;
  const offersOriginal = item.shownIn.locale !== original;
  return (
    <div class="notice">
      <Icon name="notice" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {offersOriginal && (
          <p>
            <a href={`/${original.toLowerCase()}${context.path}`} hreflang={original.toLowerCase()}>
              {context.t('notice.original', { language: context.texts.languageName(original) })}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

function noticesOf(context: PageContext, item: Item): readonly string[] {
  const { t, texts } = context;
  const lines = languageNotices(context, item.shownIn);
  if (!item.body || item.bodyShownIn.locale === item.shownIn.locale) return lines;
  return [...lines, t('notice.body', { shown: texts.languageName(item.bodyShownIn.locale) })];
}

/** What a reader has to know of the language that a record is shown in. */
export function languageNotices(
  { t, texts, locale: asked }: PageContext,
  { locale, status, isFallback, isStale }: Item['shownIn'],
): readonly string[] {
  const shown = texts.languageName(locale);
  const lines: string[] = [];
  if (isFallback) {
    lines.push(t('notice.fallback', { asked: texts.languageName(asked), shown }));
  }
  if (status === 'MACHINE' || status === 'MACHINE_REVIEWED') {
    lines.push(t(`notice.${status}`, { shown }));
  }
  if (isStale) lines.push(t('notice.stale', { shown }));
  return lines;
}
