import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import { ErrorCode, HubError, storageUnavailable, storeUnavailable } from '../errors.js';
import { errorBody, sendJson } from '../http/json-answer.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import { UploadAborted, UploadTooLarge } from './reading/upload.js';
import { StorageUnavailable } from './storage/file-storage.js';

/** Status by code; every other code of a refusal is 422. */
const STATUSES: Readonly<Record<string, number>> = {
  [ProblemCode.UNAUTHENTICATED]: 401,
  [ProblemCode.FORBIDDEN]: 403,
  [ProblemCode.NOT_FOUND]: 404,
  [ProblemCode.CONFLICT]: 409,
  [ProblemCode.WRONG_STATUS]: 409,
  [ProblemCode.RATE_LIMITED]: 429,
  [ErrorCode.STORAGE_UNAVAILABLE]: 503,
  [ErrorCode.STORE_UNAVAILABLE]: 503,
};
const UNPROCESSABLE = 422;

/** Of every answer that is not the file itself. */
const NOT_KEPT = { 'cache-control': 'no-store' };

/** Answers what went wrong in the shape of a GraphQL error; a bug is logged and told by its id. */
export function sendRefusal(
  response: ServerResponse,
  error: unknown,
  { requestId, log }: { readonly requestId: string; readonly log: Logger },
): void {
  if (error instanceof UploadAborted || response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const send = (status: number, body: string) =>
    sendJson(response, body, { status, requestId, headers: NOT_KEPT });
  if (error instanceof UploadTooLarge) {
    send(413, errorBody(error.message, 'BODY_TOO_LARGE', requestId));
    return;
  }
  const cause = expected(error, requestId, log);
  if (cause instanceof HubError) {
    send(STATUSES[cause.code] ?? UNPROCESSABLE, bodyOf(cause, requestId));
    return;
  }
  log.error({ requestId, err: error }, 'a request for an attachment failed');
  const message = `Internal error. Quote the request id ${requestId}.`;
  send(500, errorBody(message, ErrorCode.INTERNAL_SERVER_ERROR, requestId));
}

/** The code of what went wrong, for the page that a form came from; a bug is logged as well. */
export function codeOf(error: unknown, requestId: string, log: Logger): string {
  if (error instanceof UploadTooLarge) return 'BODY_TOO_LARGE';
  const cause = expected(error, requestId, log);
  if (cause instanceof HubError) return cause.code;
  log.error({ requestId, err: error }, 'a request for an attachment failed');
  return ErrorCode.INTERNAL_SERVER_ERROR;
}

function expected(error: unknown, requestId: string, log: Logger): unknown {
  if (error instanceof StorageUnavailable) {
    log.warn({ requestId, reason: error.message }, 'the storage of files cannot be reached');
    return storageUnavailable();
  }
  if (!isStoreUnavailable(error)) return error;
  log.warn({ requestId, reason: (error as Error).message }, 'the store cannot be reached');
  return storeUnavailable();
}

function bodyOf({ code, message, argument, more }: HubError, requestId: string): string {
  const about = argument === null ? {} : { argument };
  const extensions = { code, requestId, ...about, ...more };
  return JSON.stringify({ errors: [{ message, extensions }] });
}
