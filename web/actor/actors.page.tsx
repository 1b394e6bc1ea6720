import { refusedPage } from '../failure/failure.page.js';
import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ActorFilters, readActorQuery } from './actor-filters.js';
import { ActorLinks } from './actor-links.js';

/** Institutions by name, kind and country. */
export async function actorsPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const query = readActorQuery(context.query);
  if (!query) return refusedPage(context);
  const { actors, countries } = await context.ask('actors', {
    query: query.words,
    kinds: query.kind && [query.kind],
    countries: query.country === null ? null : [query.country],
    after: context.query.get('after'),
  });
  return renderDocument(context, {
    title: t('nav.actors'),
    description: t('actors.description'),
    section: '/actors',
    children: (
      <div class="page">
        <h1>{t('nav.actors')}</h1>
        <p class="lead">{t('actors.description')}</p>
        <ActorFilters context={context} query={query} countries={countries} />
        <section aria-labelledby="found">
          <h2 id="found" class="results__count">
            {t('actors.count', { count: actors.totalCount })}
          </h2>
          <ActorLinks context={context} actors={actors.nodes} />
          <CursorPager context={context} pageInfo={actors.pageInfo} />
        </section>
      </div>
    ),
  });
}
