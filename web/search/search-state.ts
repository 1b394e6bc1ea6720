import type { KnowledgeFilter, SearchSort } from '../../schema/operations/operation-types.js';
import { FILTER_PARAMETERS, toFilter, valuesOf } from './search-filters.js';

export const PAGE_SIZE = 20;
/** Search engines list a thousand hits at most. */
export const LAST_PAGE = 1_000 / PAGE_SIZE;

const SORTS: readonly SearchSort[] = ['RELEVANCE', 'NEWEST', 'TITLE'];

export interface ActiveFilter {
  readonly name: string;
  readonly value: string;
}

/** A search as its address tells it: words, filters, order, page. */
export class SearchState {
  readonly words: string;
  readonly filter: KnowledgeFilter;
  readonly active: readonly ActiveFilter[];
  readonly sort: SearchSort;
  readonly page: number;
  /** Filters and settings that mean nothing; the page says so. */
  readonly unknown: readonly ActiveFilter[];

  constructor(private readonly query: URLSearchParams) {
    this.words = (query.get('q') ?? '').trim();
    this.filter = toFilter(query);
    this.active = FILTER_PARAMETERS.flatMap(({ name }) =>
      valuesOf(query, name).map((value) => ({ name, value })),
    );
    this.sort = SORTS.find((sort) => sort === query.get('sort')) ?? 'RELEVANCE';
    this.page = pageOf(query);
    this.unknown = unknownIn(query);
  }

  has(name: string, value: string): boolean {
    return this.active.some((filter) => filter.name === name && filter.value === value);
  }

  /** The address with a filter added or, where it is set, removed; back on the first page. */
  toggled(name: string, value: string): string {
    const query = this.copy();
    const values = query.getAll(name);
    query.delete(name);
    const isSet = values.includes(value);
    for (const kept of values) if (kept !== value) query.append(name, kept);
    if (!isSet) query.append(name, value);
    return addressOf(query);
  }

  withWords(words: string): string {
    const query = this.copy();
    query.set('q', words);
    return addressOf(query);
  }

  withoutFilters(): string {
    return addressOf(new URLSearchParams(this.words ? { q: this.words } : {}));
  }

  atPage(page: number): string {
    const query = this.copy();
    if (page > 1) query.set('page', String(page));
    return addressOf(query);
  }

  private copy(): URLSearchParams {
    const query = new URLSearchParams(this.query);
    query.delete('page');
    return query;
  }
}

const addressOf = (query: URLSearchParams): string =>
  query.size > 0 ? `/search?${query}` : '/search';

/** NaN for what is no page. */
function pageOf(query: URLSearchParams): number {
  const given = query.get('page') ?? '1';
  const page = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  return page >= 1 && page <= LAST_PAGE ? page : Number.NaN;
}

function unknownIn(query: URLSearchParams): readonly ActiveFilter[] {
  const filters = FILTER_PARAMETERS.flatMap(({ name, accepts }) =>
    valuesOf(query, name)
      .filter((value) => !accepts(value))
      .map((value) => ({ name, value })),
  );
  const page = query.get('page');
  return page !== null && Number.isNaN(pageOf(query))
    ? [...filters, { name: 'page', value: page }]
    : filters;
}
