import { EmbedButton } from '../embed/embed-button.js';
import { Refusal } from '../hub-port.js';
import { renderDocument } from '../layout/document.js';
import { Pager } from '../layout/pager.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ActiveFilters } from './active-filters.js';
import { readSearch } from './asked-search.js';
import { ExportLinks } from './export-links.js';
import { Facets } from './facets.js';
import { findHelp, type Help, NothingFound } from './nothing-found.js';
import { noSuchPagePage } from './refused-search.page.js';
import { Results } from './results.js';
import { SearchBox } from './search-box.js';
import { searchDownPage } from './search-down.page.js';
import { type Found, findResults } from './search-results.js';
import { LAST_PAGE, PAGE_SIZE, type SearchState } from './search-state.js';
import { SortLinks } from './sort-links.js';
import type { ValueNames } from './value-names.js';

/** Results by words and filters; the address is the whole state. */
export async function searchPage(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  const { state, names } = asked;
  if (state.page > LAST_PAGE) return noSuchPagePage(context, null, state.address);
  return findAndShow(context, state, names);
}

async function findAndShow(
  context: PageContext,
  state: SearchState,
  names: ValueNames,
): Promise<PageAnswer> {
  try {
    const found = await findResults(context, state);
    const { totalCount, edges } = found.page;
    const pages = pagesOf(totalCount);
    if (edges.length === 0 && state.page > 1) return noSuchPagePage(context, pages, state.address);
    const help = totalCount === 0 ? await findHelp(context, state) : null;
    return showResults({ context, state, names, found, help });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'SEARCH_UNAVAILABLE') throw error;
    return searchDownPage(context, state, names);
  }
}

const pagesOf = (totalCount: number): number =>
  Math.min(LAST_PAGE, Math.max(1, Math.ceil(totalCount / PAGE_SIZE)));

interface ViewProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly names: ValueNames;
  readonly found: Found;
  /** Where nothing was found. */
  readonly help: Help | null;
}

function showResults(props: ViewProps): PageAnswer {
  const { context, state } = props;
  const { t } = context;
  return renderDocument(context, {
    title: state.words ? t('search.titleFor', { words: state.words }) : t('search.title'),
    description: t('search.description'),
    section: '/search',
    hasHeaderSearch: false,
    feedSearch: state.question,
    children: <SearchView {...props} />,
  });
}

function SearchView({ context, state, names, found, help }: ViewProps) {
  const { t } = context;
  return (
    <div class="page search">
      <h1 class="visually-hidden">{t('search.title')}</h1>
      <SearchBox context={context} value={state.words} kept={state.kept} />
      <div class="search__columns">
        <Facets context={context} state={state} names={names} values={found.values} />
        <section class="results" aria-labelledby="result-count">
          <ResultsHead context={context} state={state} names={names} found={found} />
          {help ? (
            <NothingFound {...{ context, state, names, found, help }} />
          ) : (
            <Results context={context} edges={found.page.edges} />
          )}
          <Pager
            context={context}
            page={state.page}
            hasNext={found.page.pageInfo.hasNextPage && state.page < LAST_PAGE}
            pages={pagesOf(found.page.totalCount)}
            addressOf={(page) => state.atPage(page)}
          />
          {!help && <ExportLinks context={context} state={state} />}
          {!help && <EmbedButton context={context} />}
        </section>
      </div>
    </div>
  );
}

function ResultsHead({ context, state, names, found }: Omit<ViewProps, 'help'>) {
  const { t } = context;
  const { totalCount, didYouMean } = found.page;
  return (
    <>
      <div class="results__head">
        <h2 id="result-count" class="results__count" tabIndex={-1}>
          {totalCount > 0 ? t('search.results', { count: totalCount }) : t('search.none')}
        </h2>
        {totalCount > 1 && <SortLinks context={context} state={state} />}
      </div>
      <ActiveFilters context={context} state={state} names={names} />
      {didYouMean && (
        <p class="did-you-mean">
          {t('search.didYouMean')}{' '}
          <a href={context.to(state.withWords(didYouMean))}>{didYouMean}</a>
        </p>
      )}
    </>
  );
}
