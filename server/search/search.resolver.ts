import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { KnowledgeFilter } from '../../schema/knowledge-filter.js';
import { KnowledgeItem } from '../../schema/knowledge-item.js';
import { type Facet, FacetField, SearchConnection, SearchSort } from '../../schema/search.js';
import { Suggestion } from '../../schema/suggestion.js';
import type { HubContext } from '../graphql/context.js';
import { toPage } from '../graphql/page.js';
import { selectedFields, selectedNodes } from '../graphql/selection.js';
import { type FoundPage, labelledFacets, type SearchService } from './search.service.js';
import type { SearchResult } from './search-engine.js';
import type { SuggestionService } from './suggestion.service.js';

/** The engine's result travels along for the field `facets`. */
interface FoundConnection extends SearchConnection {
  readonly result: SearchResult;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  constructor(
    private readonly searches: SearchService,
    private readonly suggestions: SuggestionService,
  ) {}

  @Query(() => SearchConnection, {
    description:
      'Finds records by words in any of the four languages; typos, missing accents and acronyms are forgiven. An empty query finds everything that passes the filter, newest first.',
  })
  async search(
    @Arg('query', () => String, { description: 'As typed, at most 500 characters.' }) query: string,
    @Arg('filter', () => KnowledgeFilter, { nullable: true }) filter: KnowledgeFilter | null,
    @Arg('sort', () => SearchSort, { nullable: true, defaultValue: SearchSort.RELEVANCE })
    sort: SearchSort | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same search.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<FoundConnection, 'facets'>> {
    const found = await this.searches.search(
      {
        query,
        filter,
        sort: sort ?? SearchSort.RELEVANCE,
        first: first ?? 20,
        after,
        facets: askedFacets(info),
        highlights: selectedFields(info, ['edges']).includes('highlights'),
        signal: context.signal,
      },
      context.reader,
    );
    return toConnection(found, await loadItems(found, context, info));
  }

  @FieldResolver()
  facets(
    @Root() { result }: FoundConnection,
    @Arg('fields', () => [FacetField]) fields: FacetField[],
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 20,
      description: 'Most values of each field, 1 to 200.',
    })
    first: number | null,
    @Ctx() { reader }: HubContext,
  ): readonly Facet[] {
    return labelledFacets(result, [...new Set(fields)], first ?? 20, reader);
  }

  @Query(() => [Suggestion], {
    description: 'What somebody may mean who is still typing: themes, countries, actors, titles.',
  })
  suggest(
    @Arg('prefix', () => String, { description: 'As far as it is typed.' }) prefix: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 8, description: '1 to 20.' })
    first: number | null,
    @Ctx() { reader }: HubContext,
  ): Promise<readonly Suggestion[]> {
    return this.suggestions.suggest(prefix, first ?? 8, reader);
  }
}

/** The engine counts all facets at once, so their arguments are read before the fields resolve. */
function askedFacets(info: GraphQLResolveInfo): readonly FacetField[] {
  const type = info.schema.getType('SearchConnection');
  const field = isObjectType(type) ? type.getFields().facets : undefined;
  if (!field) return [];
  const asked = selectedNodes(info, 'facets').flatMap(
    (node) => getArgumentValues(field, node, info.variableValues).fields as FacetField[],
  );
  return [...new Set(asked)];
}

async function loadItems({ result }: FoundPage, context: HubContext, info: GraphQLResolveInfo) {
  const fields = selectedFields(info, ['nodes'], ['edges', 'node']);
  const needed = selectedFields(info, []).some((name) => name === 'nodes' || name === 'edges');
  if (!needed) return [];
  return context.items.reading(fields).loadMany(result.hits.map(({ id }) => id));
}

/** A hit whose record has gone in the meantime is left out. */
function toConnection(
  { result, cursors }: FoundPage,
  items: readonly (KnowledgeItem | Error | null)[],
): Omit<FoundConnection, 'facets'> {
  const edges = result.hits.flatMap(({ score, highlights }, index) => {
    const node = items[index];
    const cursor = cursors[index] ?? '';
    return node instanceof KnowledgeItem ? [{ node, cursor, score, highlights }] : [];
  });
  const page = toPage(edges, { hasNextPage: result.hasNext, hasPreviousPage: result.hasPrevious });
  return { ...page, totalCount: result.total, didYouMean: result.didYouMean, result };
}
