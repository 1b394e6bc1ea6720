import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ErrorCode, HubError, storeUnavailable } from '../errors.js';
import { acceptsGzip } from '../http/accepts-gzip.js';
import { JSON_TYPE } from '../http/json-answer.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import { hasAlready, refusalHeaders } from './embed-headers.js';
import { statusOfRefusal } from './embed-status.js';
import type { ReadyAnswer } from './ready-answer.js';

/** Sends an answer, or says that whoever asks has it already; without its bytes to HEAD. */
export function sendEmbedded(
  { method, headers: given }: IncomingMessage,
  response: ServerResponse,
  answer: ReadyAnswer,
  headers: string[],
  type = JSON_TYPE,
): void {
  const { bytes, length, etag, coding } = answer.codedFor(acceptsGzip(given['accept-encoding']));
  headers.push('etag', etag);
  if (hasAlready(given['if-none-match'], answer)) {
    response.writeHead(304, headers).end();
    return;
  }
  headers.push('content-type', type, 'content-length', length);
  if (coding) headers.push('content-encoding', coding);
  response.writeHead(200, headers);
  if (method === 'HEAD') response.end();
  else response.end(bytes);
}

/** Sends what went wrong as a GraphQL answer of one error. */
export function sendRefusal(
  { method }: IncomingMessage,
  response: ServerResponse,
  { code, message, argument, more }: HubError,
  requestId: string,
  type = JSON_TYPE,
): void {
  const extensions = { code, ...(argument ? { argument } : {}), requestId };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const headers = refusalHeaders(requestId);
  headers.push('content-type', type, 'content-length', String(Buffer.byteLength(body)));
  if (more.retryAfter) headers.push('retry-after', String(more.retryAfter));
  response.writeHead(statusOfRefusal(code), headers);
  response.end(method === 'HEAD' ? undefined : body);
}

/** What whoever asks may know of a failure; what nobody expected is logged. */
export function knownRefusal(error: unknown, requestId: string, log: Logger): HubError {
  if (error instanceof HubError) return error;
  if (isStoreUnavailable(error)) return storeUnavailable();
  log.error({ requestId, err: error }, 'an embedded answer failed');
  const message = `Internal error. Quote the request id ${requestId} when you report it.`;
  return new HubError(ErrorCode.INTERNAL_SERVER_ERROR, message);
}
