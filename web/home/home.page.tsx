import { KindLinks } from '../counts/kind-links.js';
import { NoCounts } from '../counts/no-counts.js';
import { countRecords } from '../counts/record-counts.js';
import { DataLinks } from '../discovery/data-links.js';
import { ItemCard } from '../item/item-card.js';
import { renderDocument } from '../layout/document.js';
import { JsonLd } from '../layout/json-ld.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { SearchBox } from '../search/search-box.js';
import { EntryPoints } from './entry-points.js';
import { HomeMap } from './home-map.js';

/** What the hub holds, what came last, where it comes from, and ways in. */
export async function homePage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const [found, counts] = await Promise.all([context.ask('home', {}), countRecords(context)]);
  const { countries, knowledgeItems } = found;
  return renderDocument(context, {
    title: t('site.name'),
    description: t('site.description'),
    hasHeaderSearch: false,
    isPartial: counts === null,
    head: (
      <>
        <DataLinks context={context} />
        <JsonLd data={website(context)} />
      </>
    ),
    children: (
      <div class="page">
        <section class="hero">
          <h1>{t('home.title')}</h1>
          <p class="lead">{t('site.description')}</p>
          <SearchBox context={context} />
          {counts ? (
            <KindLinks context={context} counts={counts} />
          ) : (
            <NoCounts context={context} />
          )}
        </section>
        <section aria-labelledby="latest">
          <h2 id="latest">{t('home.latest')}</h2>
          <ul class="cards">
            {knowledgeItems.nodes.map((item) => (
              <li key={item.id}>
                <ItemCard context={context} item={item} />
              </li>
            ))}
          </ul>
        </section>
        <HomeMap context={context} countries={countries} counts={counts} />
        <EntryPoints context={context} found={found} counts={counts} />
      </div>
    ),
  });
}

const website = (context: PageContext) => ({
  '@type': 'WebSite',
  name: context.t('site.name'),
  description: context.t('site.description'),
  inLanguage: context.locale,
  url: context.absolute(context.to('/')),
  potentialAction: {
    '@type': 'SearchAction',
    target: `${context.absolute(context.to('/search'))}?q={words}`,
    'query-input': 'required name=words',
  },
});
