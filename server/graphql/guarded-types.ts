import { type GraphQLSchema, type GraphQLTypeResolver, isAbstractType } from 'graphql';

/**
 * Makes the failure to tell a value's type an error of its field. Compiled operations do not catch
 * what a type resolver throws: it would be a rejection that nobody handles, which ends the process.
 */
export function guardTypeResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.resolveType) type.resolveType = guarded(type.resolveType);
  }
  return schema;
}

type ResolveType = GraphQLTypeResolver<unknown, unknown>;

const guarded =
  (resolve: ResolveType): ResolveType =>
  (...args) => {
    try {
      const found = resolve(...args);
      return found instanceof Promise ? found.catch(unresolved) : found;
    } catch (error) {
      return unresolved(error);
    }
  };

/** The name of no type: the executor quotes it in the error that is logged and masked. */
const unresolved = (error: unknown): string =>
  `unresolved: ${error instanceof Error ? error.message : String(error)}`;
