import { ProblemCode } from '../../schema/problem-code.js';
import { ErrorCode } from '../errors.js';

const STATUS: Readonly<Record<string, number>> = {
  [ErrorCode.BAD_USER_INPUT]: 400,
  [ErrorCode.BAD_CURSOR]: 400,
  [ErrorCode.OPERATION_TOO_COMPLEX]: 400,
  [ProblemCode.UNAUTHENTICATED]: 401,
  [ErrorCode.KEY_MISSING]: 401,
  [ErrorCode.KEY_INVALID]: 401,
  [ErrorCode.ORIGIN_NOT_ALLOWED]: 403,
  [ErrorCode.STORED_QUERIES_ONLY]: 403,
  [ErrorCode.QUERY_NOT_FOUND]: 404,
  [ErrorCode.PERSISTED_DOCUMENT_NOT_FOUND]: 404,
  [ErrorCode.QUERY_RETIRED]: 410,
  [ProblemCode.RATE_LIMITED]: 429,
  [ErrorCode.SEARCH_UNAVAILABLE]: 503,
  [ErrorCode.STORE_UNAVAILABLE]: 503,
  [ErrorCode.DEADLINE_EXCEEDED]: 503,
};

/** The HTTP status of what is refused to an embedding site. */
export const statusOfRefusal = (code: string): number => STATUS[code] ?? 500;
