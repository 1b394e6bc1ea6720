import type { KnowledgeFilter, SearchSort } from '../../schema/operations/operation-types.js';
import { type ActiveFilter, FILTER_PARAMETERS, spelt, toFilter } from './search-filters.js';

export const PAGE_SIZE = 20;
/** Search engines list a thousand hits at most. */
export const LAST_PAGE = 1_000 / PAGE_SIZE;
export const MOST_WORDS = 500;
export const MOST_FILTERS = 40;

export const SORTS: readonly SearchSort[] = ['RELEVANCE', 'NEWEST', 'TITLE'];

/** A part of an address that means nothing to the hub. */
export interface UnknownValue {
  readonly name: ActiveFilter['parameter']['name'] | 'page' | 'sort';
  readonly value: string;
}

interface Parts {
  readonly words: string;
  readonly active: readonly ActiveFilter[];
  readonly sort: SearchSort;
  readonly page: number;
}

/** A search as its address tells it: words, filters, order, page. What else stands there is ignored. */
export class SearchState {
  private around: readonly [before: string, after: string] | null = null;

  private constructor(
    private readonly parts: Parts,
    readonly unknown: readonly UnknownValue[],
  ) {}

  static of(query: URLSearchParams): SearchState {
    const unknown: UnknownValue[] = [];
    const active = readFilters(query, unknown);
    const words = (query.get('q') ?? '').trim();
    return new SearchState(
      { words, active, sort: readSort(query, unknown), page: readPage(query, unknown) },
      unknown,
    );
  }

  get words(): string {
    return this.parts.words;
  }

  get active(): readonly ActiveFilter[] {
    return this.parts.active;
  }

  /** Without words nothing is more relevant than something else: what is new comes first. */
  get sort(): SearchSort {
    return this.words || this.parts.sort === 'TITLE' ? this.parts.sort : 'NEWEST';
  }

  get page(): number {
    return this.parts.page;
  }

  get filter(): KnowledgeFilter {
    return toFilter(this.active);
  }

  /** The filter without all values of some field. */
  filterWithout(name: string): KnowledgeFilter {
    return toFilter(this.active.filter(({ parameter }) => parameter.name !== name));
  }

  isSet(name: string): boolean {
    return this.active.some(({ parameter }) => parameter.name === name);
  }

  has(name: string, value: string): boolean {
    return this.active.some((set) => isSame(set, name, value));
  }

  /** The words and filters alone, as a feed is asked for them. */
  get question(): string {
    return this.query({ ...this.parts, sort: 'RELEVANCE', page: 1 });
  }

  /** What a form has to carry on while the words change. */
  get kept(): readonly (readonly [name: string, value: string])[] {
    const query = new URLSearchParams(this.query({ ...this.parts, words: '', page: 1 }));
    return [...query];
  }

  /** The first page, and only with what the hub understood. */
  get address(): string {
    return this.addressWith({});
  }

  /** The address with a filter added or, where it is set, removed. */
  toggled({ parameter, value }: ActiveFilter): string {
    const { name, isSingle } = parameter;
    const others = this.active.filter((set) => !isSame(set, name, value));
    if (others.length < this.active.length) return this.addressWith({ active: others });
    if (!isSingle) return this.adding(name, value);
    const kept = others.filter((set) => set.parameter.name !== name);
    return this.addressWith({ active: [...kept, { parameter, value }] });
  }

  /** A page offers hundreds of values: what stands before and after them is written once. */
  private adding(name: string, value: string): string {
    this.around ??= [
      this.query({ ...this.parts, sort: 'RELEVANCE', page: 1 }).replace(/^\?/, ''),
      this.parts.sort === 'RELEVANCE' ? '' : `&sort=${this.parts.sort}`,
    ];
    const [before, after] = this.around;
    return `/search?${before && `${before}&`}${name}=${encodeURIComponent(value)}${after}`;
  }

  withWords(words: string): string {
    return this.addressWith({ words });
  }

  /** Without some of its filters, or without any. */
  without(isLeftOut: (filter: ActiveFilter) => boolean = () => true): string {
    return this.addressWith({ active: this.active.filter((set) => !isLeftOut(set)) });
  }

  sortedBy(sort: SearchSort): string {
    return this.addressWith({ sort });
  }

  atPage(page: number): string {
    return this.addressWith({ page });
  }

  /** The list by filter that is shown while search is down, after a cursor. */
  listAfter(cursor: string): string {
    const query = new URLSearchParams(this.query({ ...this.parts, page: 1 }));
    query.set('after', cursor);
    return `/search?${query}`;
  }

  private addressWith(changed: Partial<Parts>): string {
    return `/search${this.query({ ...this.parts, page: 1, ...changed })}`;
  }

  private query({ words, active, sort, page }: Parts): string {
    const query = new URLSearchParams(words ? { q: words } : {});
    for (const { parameter, value } of active) query.append(parameter.name, value);
    if (sort !== 'RELEVANCE') query.set('sort', sort);
    if (page > 1) query.set('page', String(page));
    return query.size > 0 ? `?${query}` : '';
  }
}

const isSame = ({ parameter, value }: ActiveFilter, name: string, other: string): boolean =>
  parameter.name === name && value === other;

/** Each value once; a filter that takes one value takes the first. */
function readFilters(query: URLSearchParams, unknown: UnknownValue[]): readonly ActiveFilter[] {
  return FILTER_PARAMETERS.flatMap((parameter) => {
    const { name, isSingle } = parameter;
    const given = [...new Set(query.getAll(name).filter((value) => value !== ''))];
    const values = new Set<string>();
    for (const value of given) {
      const known = spelt(parameter, value);
      if (known === null) unknown.push({ name, value });
      else values.add(known);
    }
    const all = [...values].map((value) => ({ parameter, value }));
    return isSingle ? all.slice(0, 1) : all;
  });
}

function readSort(query: URLSearchParams, unknown: UnknownValue[]): SearchSort {
  const given = query.get('sort') || 'RELEVANCE';
  const sort = SORTS.find((known) => known === given.toUpperCase());
  if (!sort) unknown.push({ name: 'sort', value: given });
  return sort ?? 'RELEVANCE';
}

function readPage(query: URLSearchParams, unknown: UnknownValue[]): number {
  const given = query.get('page') || '1';
  if (/^0*[1-9]\d{0,8}$/.test(given)) return Number(given);
  unknown.push({ name: 'page', value: given });
  return 1;
}
