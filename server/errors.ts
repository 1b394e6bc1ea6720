import type { Problem } from '../schema/problem.js';
import { ProblemCode } from '../schema/problem-code.js';

/** Stable codes of failures that a caller can act on; partners' programs rely on them. */
export enum ErrorCode {
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  BAD_CURSOR = 'BAD_CURSOR',
  SEARCH_UNAVAILABLE = 'SEARCH_UNAVAILABLE',
  STORE_UNAVAILABLE = 'STORE_UNAVAILABLE',
  STORAGE_UNAVAILABLE = 'STORAGE_UNAVAILABLE',
  TRANSLATION_OFF = 'TRANSLATION_OFF',
  TRANSLATION_UNAVAILABLE = 'TRANSLATION_UNAVAILABLE',
  DEADLINE_EXCEEDED = 'DEADLINE_EXCEEDED',
  OPERATION_TOO_COMPLEX = 'OPERATION_TOO_COMPLEX',
  KEY_MISSING = 'KEY_MISSING',
  KEY_INVALID = 'KEY_INVALID',
  ORIGIN_NOT_ALLOWED = 'ORIGIN_NOT_ALLOWED',
  QUERY_NOT_FOUND = 'QUERY_NOT_FOUND',
  QUERY_RETIRED = 'QUERY_RETIRED',
  STORED_QUERIES_ONLY = 'STORED_QUERIES_ONLY',
  PERSISTED_DOCUMENT_NOT_FOUND = 'PERSISTED_DOCUMENT_NOT_FOUND',
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
}

/**
 * A failure we expect and the caller can act on. Everything else that is thrown is a bug: it is
 * logged with its stack and reaches the client as "Internal error" and a request id.
 */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: ErrorCode | ProblemCode,
    message: string,
    /** The argument that the message is about, where there is one. */
    readonly argument: string | null = null,
    /** With `CONFLICT`: the version that the record has now. With `RATE_LIMITED`: when to come back. */
    readonly more: Partial<Pick<Problem, 'currentVersion' | 'retryAfter'>> = {},
  ) {
    super(message);
  }
}

/** Several things that are wrong with one mutation, told at once. */
export class HubProblems extends Error {
  override readonly name = 'HubProblems';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
  }
}

export const problem = (
  code: ProblemCode,
  message: string,
  field: string | null = null,
  { currentVersion = null, retryAfter = null }: HubError['more'] = {},
): Problem => ({ code, message, field, currentVersion, retryAfter });

/** The same answer for what is absent, malformed, or not for this member's eyes. */
export const notFound = () =>
  new HubError(ProblemCode.NOT_FOUND, 'There is nothing by this id that you may see.');

export const unauthenticated = () =>
  new HubError(ProblemCode.UNAUTHENTICATED, 'Sign in first, or send a valid access token.');

export const forbidden = (message: string) => new HubError(ProblemCode.FORBIDDEN, message);

export const invalid = (field: string, message: string) =>
  new HubError(ProblemCode.INVALID, message, field);

export const wrongStatus = (message: string) => new HubError(ProblemCode.WRONG_STATUS, message);

export const conflict = (currentVersion: number) =>
  new HubError(
    ProblemCode.CONFLICT,
    `Somebody has changed this record since you read it; it is now at version ${currentVersion}. Read it again and repeat your change.`,
    'expectedVersion',
    { currentVersion },
  );

export const badInput = (argument: string, message: string) =>
  new HubError(ErrorCode.BAD_USER_INPUT, message, argument);

export const badCursor = () =>
  new HubError(
    ErrorCode.BAD_CURSOR,
    'This cursor does not belong to this list. Ask for the first page again, without "after".',
    'after',
  );

export const storageUnavailable = () =>
  new HubError(
    ErrorCode.STORAGE_UNAVAILABLE,
    'Files cannot be reached at the moment. Try again shortly.',
  );

export const storeUnavailable = () =>
  new HubError(
    ErrorCode.STORE_UNAVAILABLE,
    'The records cannot be reached at the moment. Try again shortly.',
  );

export const translationOff = () =>
  new HubError(
    ErrorCode.TRANSLATION_OFF,
    'This hub has no translation service. Translate by hand, or ask its operator to set one up.',
  );

export const translationUnavailable = () =>
  new HubError(
    ErrorCode.TRANSLATION_UNAVAILABLE,
    'The translation service does not answer at the moment. Try again shortly, or translate by hand.',
  );
