import { refusedPage } from '../failure/failure.page.js';
import { feedSearch } from '../feeds/feed-entries.js';
import { ItemCard } from '../item/item-card.js';
import { renderDocument } from '../layout/document.js';
import { Icon } from '../layout/icon.js';
import { Pager } from '../layout/pager.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Facets } from './facets.js';
import { Highlighted } from './highlighted.js';
import { SearchBox } from './search-box.js';
import { type Found, findResults } from './search-results.js';
import { PAGE_SIZE, SearchState } from './search-state.js';

/** Results by words and filters; the address is the whole state. */
export async function searchPage(context: PageContext): Promise<PageAnswer> {
  const state = new SearchState(context.query);
  if (state.unknown.length > 0) return refusedPage(context);
  const found = await findResults(context, state);
  const { t } = context;
  return renderDocument(context, {
    title: state.words ? t('search.titleFor', { words: state.words }) : t('search.title'),
    description: t('search.description'),
    section: '/search',
    isIndexed: context.query.size === 0,
    hasHeaderSearch: false,
    feedSearch: feedSearch(state),
    children: <SearchView context={context} state={state} found={found} />,
  });
}

interface ViewProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly found: Found;
}

function SearchView({ context, state, found }: ViewProps) {
  const { t } = context;
  const kept = state.active.map(({ name, value }) => [name, value] as const);
  return (
    <div class="page search">
      <h1 class="visually-hidden">{t('search.title')}</h1>
      <SearchBox context={context} value={state.words} kept={kept} />
      <div class="search__columns">
        <section class="results" aria-labelledby="result-count">
          <h2 id="result-count" class="results__count">
            {t('search.results', { count: found.totalCount })}
          </h2>
          <ActiveFilters context={context} state={state} found={found} />
          {found.didYouMean && (
            <p class="did-you-mean">
              {t('search.didYouMean')}{' '}
              <a href={context.to(state.withWords(found.didYouMean))}>{found.didYouMean}</a>
            </p>
          )}
          <Results context={context} found={found} />
          <Pager
            context={context}
            page={state.page}
            hasNext={found.pageInfo.hasNextPage}
            pages={Math.ceil(found.totalCount / PAGE_SIZE)}
            addressOf={(page) => state.atPage(page)}
          />
        </section>
        <Facets context={context} state={state} found={found} />
      </div>
    </div>
  );
}

function Results({ context, found }: Omit<ViewProps, 'state'>) {
  return (
    <ol class="cards cards--list">
      {found.edges.map(({ node, highlights }) => {
        const title = highlights.find(({ field }) => field === 'title');
        const text = highlights.find(({ field }) => field !== 'title');
        return (
          <li key={node.id}>
            <ItemCard
              context={context}
              item={node}
              title={title && <Highlighted {...title} />}
              summary={text && <Highlighted {...text} />}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Each can be taken away by itself. */
function ActiveFilters({ context, state, found }: ViewProps) {
  if (state.active.length === 0) return null;
  const { t } = context;
  const labels = new Map(
    found.facets.flatMap(({ values }) => values.map(({ value, label }) => [value, label] as const)),
  );
  return (
    <ul class="chips" aria-label={t('search.active')}>
      {state.active.map(({ name, value }) => (
        <li key={name + value}>
          <a class="chip" href={context.to(state.toggled(name, value))} rel="nofollow">
            <span class="visually-hidden">{t('search.remove')} </span>
            {labels.get(value) ?? value}
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a href={context.to(state.withoutFilters())}>{t('search.clear')}</a>
      </li>
    </ul>
  );
}
