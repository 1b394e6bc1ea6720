import { JsonLd } from '../layout/json-ld.js';
import { CITATION_FORMATS } from '../tables/asked-table.js';
import { authorsOf, type Item, type ItemProps } from './item-data.js';
import { itemPath, LINKED_DATA_TYPE, linkedDataPath } from './item-paths.js';
import { linkedData } from './linked-data.js';

/** Language and territory, as Open Graph wants them. */
const TERRITORIES: Readonly<Record<string, string>> = {
  es: 'es_LA',
  en: 'en_US',
  pt: 'pt_BR',
  fr: 'fr_FR',
};

/** What programs read: scholarly crawlers, reference managers, networks, search engines. */
export function ItemHead({ context, item }: ItemProps) {
  const shown = item.shownIn.locale.toLowerCase();
  return (
    <>
      {tagsOf(item, shown, context.t('site.name')).map(([name, content]) => (
        <meta key={name + content} name={name} content={content} />
      ))}
      <meta property="og:locale" content={TERRITORIES[shown]} />
      {item.translations
        .filter(({ locale }) => locale !== item.shownIn.locale)
        .map(({ locale }) => (
          <meta
            key={locale}
            property="og:locale:alternate"
            content={TERRITORIES[locale.toLowerCase()]}
          />
        ))}
      <link rel="alternate" type={LINKED_DATA_TYPE} href={context.to(linkedDataPath(item.slug))} />
      {CITATION_FORMATS.map(({ path, type }) => (
        <link
          key={path}
          rel="alternate"
          type={type}
          href={context.to(itemPath(item.slug) + path)}
        />
      ))}
      <JsonLd data={linkedData(context, item)} />
    </>
  );
}

type Tag = readonly [name: string, content: string];

function tagsOf(item: Item, shown: string, site: string): readonly Tag[] {
  const { title, publishedAt, url, summary, themes } = item;
  const day = publishedAt?.slice(0, 10);
  const dated: readonly Tag[] = day
    ? [
        ['citation_publication_date', day.replaceAll('-', '/')],
        ['DC.date', day],
      ]
    : [];
  return [
    ['citation_title', title],
    ...authorsOf(item).flatMap((name): readonly Tag[] => [
      ['citation_author', name],
      ['DC.creator', name],
    ]),
    ...dated,
    ['citation_publisher', site],
    ['citation_language', shown],
    ['citation_abstract_html_url', url],
    ['DC.title', title],
    ['DC.description', summary],
    ['DC.publisher', site],
    ['DC.language', shown],
    ['DC.identifier', url],
    ['DC.type', 'Text'],
    ...themes.map(({ name }): Tag => ['DC.subject', name]),
  ];
}
