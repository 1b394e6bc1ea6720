import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Caller } from './context.js';
import { maskError } from './mask-errors.js';
import type { Operations } from './operations.js';

const MAX_SELECTIONS = 10_000;

/** Apollo parses, validates and speaks HTTP; operations run compiled and are then known. */
export function createApollo(
  schema: GraphQLSchema,
  operations: Operations,
  log: Logger,
): ApolloServer<Caller> {
  return new ApolloServer<Caller>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: false,
    maxRecursiveSelections: MAX_SELECTIONS,
    logger: log.child({ part: 'apollo' }),
    formatError: (formatted, error) => maskError(formatted, error, requestIdOf(error), log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      runCompiled(operations),
    ],
  });
}

/** Errors carry the id of their request from where it is known to where they are shown. */
const requestIds = new WeakMap<object, string>();
const requestIdOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error ? requestIds.get(error) : undefined;

function runCompiled(operations: Operations): ApolloServerPlugin<Caller> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) requestIds.set(error, contextValue.requestId);
        },
        async didResolveOperation({ operation, document, request }) {
          const { query, operationName, variables = {} } = request;
          if (!operation || !query) return;
          operations.learn(query, operationName, document).check(variables);
        },
        async responseForOperation({ request, operation, document, contextValue, response }) {
          if (!operation || !document || !request.query) return null;
          const { operationName, variables = {} } = request;
          const known = operations.learn(request.query, operationName, document);
          const singleResult = await operations.run(known, { ...contextValue, variables });
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
