import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { statusOfRefusal } from '../embed/embed-status.js';
import { HubError } from '../errors.js';
import type { Caller } from './context.js';
import { maskError } from './mask-errors.js';
import type { Operations } from './operations.js';
import { RememberedTexts } from './remembered-texts.js';

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
    persistedQueries: { cache: new RememberedTexts() },
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

/** What is refused before it is run has a status of its own, and may say when to come back. */
function refuseRequest(error: unknown): never {
  if (!(error instanceof HubError)) throw error;
  const { code, message, more } = error;
  const { retryAfter } = more;
  const headers = new HeaderMap(retryAfter ? [['retry-after', String(retryAfter)]] : []);
  const http = { status: statusOfRefusal(code), headers };
  throw new GraphQLError(message, { originalError: error, extensions: { code, http } });
}

function runCompiled(operations: Operations): ApolloServerPlugin<Caller> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) requestIds.set(error, contextValue.requestId);
        },
        async didResolveOperation({ operation, document, request, source, contextValue }) {
          const { operationName, variables = {} } = request;
          if (!operation) return;
          const known = operations.learn(source, operationName, document);
          const cost = known.check(variables);
          await contextValue.admit?.({ isQuery: known.isQuery, cost }).catch(refuseRequest);
        },
        async responseForOperation({ request, operation, document, source, ...rest }) {
          const { contextValue, response } = rest;
          if (!operation) return null;
          const { operationName, variables = {} } = request;
          const known = operations.learn(source, operationName, document);
          const singleResult = await operations.run(known, { ...contextValue, variables });
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
