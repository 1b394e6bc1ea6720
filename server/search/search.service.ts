import type { KnowledgeFilter } from '../../schema/knowledge-filter.js';
import type { FacetField, SearchSort } from '../../schema/search.js';
import { badInput, ErrorCode, HubError } from '../errors.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize } from '../graphql/page.js';
import type { Reader } from '../knowledge/knowledge.service.js';
import { resolveFilter } from '../knowledge/knowledge-filter.js';
import { facetLabel, facetValue } from './facet-labels.js';
import { type SearchEngine, type SearchResult, SearchUnavailable } from './search-engine.js';

/** Longer texts are not searches; nobody types them. */
const MAX_QUERY_LENGTH = 500;
const MAX_FACET_VALUES = 200;

export interface SearchArguments {
  readonly query: string;
  readonly filter?: KnowledgeFilter | null;
  readonly sort: SearchSort;
  readonly first: number;
  readonly after?: string | null;
  readonly facets: readonly FacetField[];
  readonly highlights: boolean;
  readonly signal?: AbortSignal;
}

/** A search result before its records are loaded. */
export interface FoundPage {
  readonly result: SearchResult;
  readonly cursors: readonly string[];
}

/** Asks the engine in the words of the contract and answers in them. */
export class SearchService {
  constructor(
    private readonly engine: SearchEngine,
    /** False while the index is being built for the first time: then nothing would be found. */
    private readonly isReady: () => boolean,
  ) {}

  /** Throws `BAD_USER_INPUT`, `BAD_CURSOR` or `SEARCH_UNAVAILABLE`. */
  async search(args: SearchArguments, reader: Reader): Promise<FoundPage> {
    const query = checkedQuery('query', args.query);
    if (!this.isReady()) throw searchUnavailable();
    const filter = resolveFilter(args.filter, reader.all);
    const list = listFingerprint('search', query, filter, args.sort, reader.locale);
    const result = await orUnavailable(
      this.engine.search({
        query,
        locale: reader.locale,
        filter,
        order: args.sort,
        first: pageSize(args.first),
        after: args.after ? decodeCursor(list, args.after) : undefined,
        facets: args.facets,
        highlights: args.highlights,
        signal: args.signal,
      }),
    );
    return { result, cursors: result.hits.map(({ position }) => encodeCursor(list, position)) };
  }

  /** Titles that go on from what was typed; none while the engine is down. */
  async suggestTitles(prefix: string, first: number, reader: Reader) {
    try {
      return await this.engine.suggest(prefix, reader.locale, first);
    } catch (error) {
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  }
}

/** Trims; throws `BAD_USER_INPUT` when it is too long. */
export function checkedQuery(argument: string, query: string): string {
  const trimmed = query.trim();
  if (trimmed.length <= MAX_QUERY_LENGTH) return trimmed;
  throw badInput(
    argument,
    `"${argument}" has ${trimmed.length} characters; at most ${MAX_QUERY_LENGTH} can be searched for.`,
  );
}

/** The asked facets of a result, labelled, busiest first. */
export function labelledFacets(
  result: SearchResult,
  fields: readonly FacetField[],
  first: number,
  reader: Reader,
) {
  const most = pageSize(first, MAX_FACET_VALUES);
  return fields.map((field) => ({
    field,
    values: (result.facets[field] ?? []).slice(0, most).map(({ value, count }) => ({
      value: facetValue(field, value),
      label: facetLabel(field, value, reader.locale, reader.reference),
      count,
    })),
  }));
}

const searchUnavailable = () =>
  new HubError(
    ErrorCode.SEARCH_UNAVAILABLE,
    'Search is not available at the moment; lists and records are. Try again shortly.',
  );

async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    throw searchUnavailable();
  }
}
