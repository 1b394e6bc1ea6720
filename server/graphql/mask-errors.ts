import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import { ErrorCode, HubError, storeUnavailable } from '../errors.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';

/** Codes that GraphQL itself and its transport give; their messages are about the request. */
const OF_REQUEST = new Set<string>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  ...Object.values(ProblemCode),
  ...Object.values(ErrorCode).filter((code) => code !== ErrorCode.INTERNAL_SERVER_ERROR),
]);

/** What a client sees of an error: a stable code and the request id, nothing internal. */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string | undefined,
  log: Logger,
): GraphQLFormattedError {
  const cause = expected(causeOf(error), requestId, log);
  const { path, locations } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };

  if (cause instanceof HubError) {
    const argument = cause.argument ? { argument: cause.argument } : {};
    return {
      message: cause.message,
      ...place,
      extensions: { code: cause.code, ...argument, requestId },
    };
  }
  const code = formatted.extensions?.code;
  if (cause instanceof GraphQLError && typeof code === 'string' && OF_REQUEST.has(code)) {
    return { message: formatted.message, ...place, extensions: { code, requestId } };
  }
  log.error({ requestId, err: cause }, 'an operation failed');
  return {
    message: `Internal error. Quote the request id ${requestId ?? ''} when you report it.`,
    ...place,
    extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR, requestId },
  };
}

function expected(cause: unknown, requestId: string | undefined, log: Logger): unknown {
  if (!isStoreUnavailable(cause)) return cause;
  log.warn({ requestId, reason: (cause as Error).message }, 'the store cannot be reached');
  return storeUnavailable();
}

function causeOf(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError) return causeOf(error.originalError);
  return error;
}
