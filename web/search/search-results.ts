import type { OperationTypes, SearchQuery } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { PAGE_SIZE, type SearchState } from './search-state.js';

export type Found = SearchQuery['search'];

/** The contract's largest page. */
const LONGEST_STEP = 100;

/** The results that an address asks for, whichever page it is. */
export async function findResults(context: PageContext, state: SearchState): Promise<Found> {
  const asked = { query: state.words, filter: state.filter, sort: state.sort };
  const after = await cursorBefore(context, asked, (state.page - 1) * PAGE_SIZE);
  const { search } = await context.ask('search', { ...asked, first: PAGE_SIZE, after });
  return search;
}

type Asked = Pick<OperationTypes['search-cursor']['variables'], 'query' | 'filter' | 'sort'>;

/** The contract pages by cursor, addresses count pages: this walks from one to the other. */
async function cursorBefore(
  context: PageContext,
  asked: Asked,
  skipped: number,
): Promise<string | undefined> {
  let after: string | undefined;
  for (let left = skipped; left > 0; left -= LONGEST_STEP) {
    const first = Math.min(left, LONGEST_STEP);
    const { search } = await context.ask('search-cursor', { ...asked, first, after });
    const last = search.edges.at(-1)?.cursor;
    if (!last) return after;
    after = last;
  }
  return after;
}
