import { createRequire } from 'node:module';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
} from 'graphql';
import type * as QueryComplexity from 'graphql-query-complexity';
import { ErrorCode } from '../errors.js';

/** Its ES module brings a second copy of `graphql`, whose types are strangers to our schema. */
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof QueryComplexity;

/** How long a list without a page size is taken to be. */
const USUAL_LIST = 5;
/** Lists that hold all there is of something. */
const WHOLE_LISTS: Readonly<Record<string, number>> = {
  countries: 33,
  countryGroups: 12,
  thematicAreas: 60,
  challenges: 25,
  hazards: 21,
  sustainableDevelopmentGoals: 27,
};

/** About one for each field, times the sizes of the pages and lists around it. */
const estimate: QueryComplexity.ComplexityEstimator = ({ field, args, childComplexity, type }) => {
  const pageSize: unknown = args.first;
  if (typeof pageSize === 'number') return 1 + Math.max(pageSize, 1) * childComplexity;
  if (Array.isArray(args.ids)) return 1 + args.ids.length * childComplexity;
  if (isPartOfPage(type.name)) return childComplexity;
  if (!isList(field.type)) return 1 + childComplexity;
  const length = type.name === 'Query' ? (WHOLE_LISTS[field.name] ?? USUAL_LIST) : USUAL_LIST;
  return 1 + length * childComplexity;
};

/** Edges and nodes are counted once, by the page size of their connection. */
const isPartOfPage = (type: string): boolean => type.endsWith('Connection');

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What an operation costs; throws `OPERATION_TOO_COMPLEX` with status 400 when that is more than allowed. */
export function checkCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
  maxCost: number,
): number {
  let ofFacets = 0;
  // Facets are counted once for a whole result, not once for each record on its page.
  const estimateFacets: QueryComplexity.ComplexityEstimator = (field) => {
    if (field.type.name !== 'SearchConnection' || field.field.name !== 'facets') return undefined;
    ofFacets += Number(estimate(field));
    return 0;
  };
  const estimators = [estimateFacets, estimate];
  const ofPages = getComplexity({ schema, query, operationName, variables, estimators });
  const cost = ofPages + ofFacets;
  if (cost <= maxCost) return cost;
  const message = `This operation costs ${cost}; at most ${maxCost} is allowed. Ask for smaller pages or fewer nested lists.`;
  throw new GraphQLError(message, {
    extensions: { code: ErrorCode.OPERATION_TOO_COMPLEX, http: { status: 400 } },
  });
}
