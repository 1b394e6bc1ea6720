import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import type { KnowledgeFilter } from '../../schema/knowledge-filter.js';
import { resolveFilter } from '../knowledge/knowledge-filter.js';
import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';

/** A `KnowledgeFilter` as clients of the API write it, checked like theirs. */
export function readFilter(
  filter: object,
  schema: GraphQLSchema,
  reference: Reference,
): SearchFilter {
  const type = schema.getType('KnowledgeFilter') as GraphQLInputType;
  return resolveFilter(coerceInputValue(filter, type) as KnowledgeFilter, reference);
}
