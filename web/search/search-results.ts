import type {
  FacetField,
  OperationTypes,
  SearchQuery,
} from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { FILTER_PARAMETERS, type FilterName } from './search-filters.js';
import { PAGE_SIZE, type SearchState } from './search-state.js';

export type FoundPage = SearchQuery['search'];

/** A value of a filter, and how much is found with it where that is counted. */
export interface FoundValue {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

/** What an address finds. */
export interface Found {
  readonly page: FoundPage;
  /** Values of one field are alternatives, so those of a field that is set are counted without it. */
  readonly values: ReadonlyMap<FilterName, readonly FoundValue[]>;
  /** How much is found without the filter of one field, for each that is set. */
  readonly without: ReadonlyMap<FilterName, number>;
}

/** The contract's largest page. */
const LONGEST_STEP = 100;

/** The results that an address asks for, whichever page it is, and what narrows and widens them. */
export async function findResults(context: PageContext, state: SearchState): Promise<Found> {
  const set = FILTER_PARAMETERS.filter(({ name }) => state.isSet(name));
  const free = FILTER_PARAMETERS.flatMap(({ name, facet }) =>
    facet && !state.isSet(name) ? [facet] : [],
  );
  const [page, groups, ...others] = await Promise.all([
    findPage(context, state, free),
    findGroups(context),
    ...set.map(({ name, facet }) => countWithout(context, state, name, facet)),
  ]);
  const facets = new Map(
    [page, ...others].flatMap((found) => found.facets.map(({ field, values }) => [field, values])),
  );
  const values = new Map<FilterName, readonly FoundValue[]>([
    ['group', groups],
    ['inForce', state.has('kind', 'PROTOCOL') ? IN_FORCE : []],
  ]);
  for (const { name, facet } of FILTER_PARAMETERS)
    if (facet) values.set(name, facets.get(facet) ?? []);
  const without = set.map(({ name }, index) => [name, others[index]?.totalCount ?? 0] as const);
  return { page, values, without: new Map(without) };
}

/** Offered to those who look for protocols. */
const IN_FORCE: readonly FoundValue[] = [{ value: 'true', label: 'true', count: null }];

/** Searches can be narrowed to groups, but not counted by them. */
async function findGroups(context: PageContext): Promise<readonly FoundValue[]> {
  const { countryGroups } = await context.ask('country-groups', {});
  return countryGroups.map(({ code, name }) => ({ value: code, label: name, count: null }));
}

async function findPage(
  context: PageContext,
  state: SearchState,
  facets: readonly FacetField[],
): Promise<FoundPage> {
  const asked = { query: state.words, filter: state.filter, sort: state.sort };
  const after = await cursorBefore(context, asked, (state.page - 1) * PAGE_SIZE);
  const { search } = await context.ask('search', { ...asked, first: PAGE_SIZE, after, facets });
  return search;
}

async function countWithout(
  context: PageContext,
  state: SearchState,
  name: FilterName,
  facet: FacetField | null,
) {
  const fields = facet ? [facet] : [];
  const filter = state.filterWithout(name);
  const { search } = await context.ask('facets', { query: state.words, filter, fields });
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
