import type { ItemsQuery } from '../../schema/operations/operation-types.js';
import { Refusal } from '../hub-port.js';
import { ItemCard } from '../item/item-card.js';
import { renderDocument } from '../layout/document.js';
import { Icon } from '../layout/icon.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ActiveFilters } from './active-filters.js';
import { KINDS, STAGES } from './enum-values.js';
import { Facets } from './facets.js';
import { SearchBox } from './search-box.js';
import type { FilterName } from './search-filters.js';
import type { FoundValue } from './search-results.js';
import { PAGE_SIZE, type SearchState } from './search-state.js';
import type { ValueNames } from './value-names.js';

const uncounted = (values: readonly string[]): readonly FoundValue[] =>
  values.map((value) => ({ value, label: value, count: null }));

/** Nothing counts while search is down; these lists are short enough to offer all of them. */
const OFFERED = new Map<FilterName, readonly FoundValue[]>([
  ['kind', uncounted(KINDS)],
  ['stage', uncounted(STAGES)],
]);

interface DownProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly names: ValueNames;
  readonly list: ItemsQuery['knowledgeItems'];
}

/** Search is down: the records that pass the filters, in pages that follow one another. */
export async function searchDownPage(
  context: PageContext,
  state: SearchState,
  names: ValueNames,
): Promise<PageAnswer> {
  const { t } = context;
  const list = await findList(context, state, context.query.get('after') || null);
  const answer = renderDocument(context, {
    title: t('search.downTitle'),
    description: t('search.downMessage'),
    status: 503,
    section: '/search',
    isIndexed: false,
    hasHeaderSearch: false,
    children: <DownView {...{ context, state, names, list }} />,
  });
  return { ...answer, headers: { ...answer.headers, 'retry-after': '30' } };
}

async function findList(
  context: PageContext,
  state: SearchState,
  after: string | null,
): Promise<DownProps['list']> {
  const sort = state.sort === 'TITLE' ? 'TITLE' : 'NEWEST';
  const asked = { filter: state.filter, sort, first: PAGE_SIZE } as const;
  try {
    return (await context.ask('items', { ...asked, after })).knowledgeItems;
  } catch (error) {
    // A cursor of the list in another language, for one: the list begins anew.
    if (!after || !(error instanceof Refusal) || error.code !== 'BAD_CURSOR') throw error;
    return (await context.ask('items', asked)).knowledgeItems;
  }
}

function DownView({ context, state, names, list }: DownProps) {
  const { t } = context;
  return (
    <div class="page search">
      <h1 class="visually-hidden">{t('search.title')}</h1>
      <div class="notice" role="status">
        <Icon name="notice" />
        <p>
          <strong>{t('search.downTitle')}</strong> {t('search.downMessage')}{' '}
          <a href={context.to(state.address)}>{t('search.retry')}</a>
        </p>
      </div>
      <SearchBox context={context} value={state.words} kept={state.kept} />
      <div class="search__columns">
        <Facets context={context} state={state} names={names} values={OFFERED} />
        <section class="results" aria-labelledby="result-count">
          <div class="results__head">
            <h2 id="result-count" class="results__count" tabIndex={-1}>
              {t('search.records', { count: list.totalCount })}
            </h2>
          </div>
          <ActiveFilters context={context} state={state} names={names} />
          <ol class="cards cards--list">
            {list.nodes.map((item) => (
              <li key={item.id}>
                <ItemCard context={context} item={item} />
              </li>
            ))}
          </ol>
          <NextOfList context={context} state={state} page={list.pageInfo} />
        </section>
      </div>
    </div>
  );
}

interface NextOfListProps extends Pick<DownProps, 'context' | 'state'> {
  readonly page: ItemsQuery['knowledgeItems']['pageInfo'];
}

function NextOfList({ context, state, page }: NextOfListProps) {
  if (!page.hasNextPage || !page.endCursor) return null;
  const { t } = context;
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      <a href={context.to(state.listAfter(page.endCursor))} rel="next">
        {t('pager.next')}
        <Icon name="next" />
      </a>
    </nav>
  );
}
