import type { ItemProps } from './item-data.js';
import { langOf } from './item-data.js';
import { webAddress } from './web-address.js';

/** Where the record takes its facts from, with the place within each source. */
export function ItemSources({ context, item }: ItemProps) {
  const { t, texts } = context;
  return (
    <section class="sources">
      <h2>{t('item.sources')}</h2>
      {item.sources.length === 0 && <p>{t('item.noSources')}</p>}
      <ol>
        {item.sources.map(({ title, url, locator, language }) => {
          const address = webAddress(url);
          const lang = language ? langOf(context, language) : undefined;
          return (
            <li key={title + locator}>
              {address ? (
                <a href={address} lang={lang} rel="noopener nofollow ugc">
                  {title}
                </a>
              ) : (
                <cite lang={lang}>{title}</cite>
              )}
              {lang && (
                <span class="count">
                  {' '}
                  ({t('item.inLanguage', { language: texts.languageName(lang) })})
                </span>
              )}
              {locator && <span class="sources__locator">{locator}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
