/** Stable codes of failures that a caller can act on; partners' programs rely on them. */
export enum ErrorCode {
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  BAD_CURSOR = 'BAD_CURSOR',
  CONFLICT = 'CONFLICT',
  SEARCH_UNAVAILABLE = 'SEARCH_UNAVAILABLE',
  STORE_UNAVAILABLE = 'STORE_UNAVAILABLE',
  DEADLINE_EXCEEDED = 'DEADLINE_EXCEEDED',
  OPERATION_TOO_COMPLEX = 'OPERATION_TOO_COMPLEX',
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
}

/**
 * A failure we expect and the caller can act on. Everything else that is thrown is a bug: it is
 * logged with its stack and reaches the client as "Internal error" and a request id.
 */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The argument that the message is about, where there is one. */
    readonly argument: string | null = null,
  ) {
    super(message);
  }
}

export const badInput = (argument: string, message: string) =>
  new HubError(ErrorCode.BAD_USER_INPUT, message, argument);

export const badCursor = () =>
  new HubError(
    ErrorCode.BAD_CURSOR,
    'This cursor does not belong to this list. Ask for the first page again, without "after".',
    'after',
  );

export const storeUnavailable = () =>
  new HubError(
    ErrorCode.STORE_UNAVAILABLE,
    'The records cannot be reached at the moment. Try again shortly.',
  );
