import { ItemCard } from '../item/item-card.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { SearchBox } from '../search/search-box.js';

/** What the hub holds, what came last, and ways in. */
export async function homePage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { knowledgeItems } = await context.ask('home', {});
  return renderDocument(context, {
    title: t('site.name'),
    description: t('site.description'),
    hasHeaderSearch: false,
    children: (
      <div class="page">
        <section class="hero">
          <h1>{t('home.title')}</h1>
          <p class="lead">{t('site.description')}</p>
          <SearchBox context={context} />
        </section>
        <section>
          <h2>{t('home.latest')}</h2>
          <ul class="cards">
            {knowledgeItems.nodes.map((item) => (
              <li key={item.id}>
                <ItemCard context={context} item={item} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    ),
  });
}
