import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ErrorCode, HubError, storeUnavailable } from '../errors.js';
import { acceptedLocale } from '../graphql/language.js';
import { JSON_TYPE } from '../http/json-answer.js';
import { requestIdOf } from '../http/request-id.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import type { Metrics } from '../observability/metrics.js';
import { answerHeaders, hasAlready, PREFLIGHT_HEADERS, refusalHeaders } from './embed-headers.js';
import { statusOfRefusal } from './embed-status.js';
import type { EmbeddedAnswer, EmbeddedAnswers } from './embedded-answers.js';

const PATH = '/embed/';
const ENDING = '.json';
/** Feeds have a door of their own. */
const FEED_ENDING = '.feed.json';
/** Longer ones are not written by any configurator. */
const MOST_SEARCH = 4_000;
const WAY = 'embed';

export interface EmbedDoorParts {
  readonly answers: EmbeddedAnswers;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Answers `/embed/<id>.json` to scripts of any site, and to servers. */
export class EmbedDoor {
  constructor(private readonly parts: EmbedDoorParts) {}

  isFor({ url = '/' }: IncomingMessage): boolean {
    if (!url.startsWith(PATH)) return false;
    const path = pathOf(url);
    return path.endsWith(ENDING) && !path.endsWith(FEED_ENDING);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const requestId = requestIdOf(request);
    request.resume();
    try {
      const { method } = request;
      if (method === 'OPTIONS') response.writeHead(204, PREFLIGHT_HEADERS).end();
      else if (method === 'GET' || method === 'HEAD') await this.send(request, response, requestId);
      else
        response
          .writeHead(405, [...refusalHeaders(requestId), 'allow', 'GET, HEAD, OPTIONS'])
          .end();
    } catch (error) {
      this.refuse(error, request, response, requestId);
    }
    this.parts.metrics.observeOperation(WAY, response.statusCode, started);
  }

  private async send(request: IncomingMessage, response: ServerResponse, requestId: string) {
    const { url = '/', headers } = request;
    const path = pathOf(url);
    const search = url.slice(path.length + 1);
    if (search.length > MOST_SEARCH) throw tooLong();
    const parameters = new URLSearchParams(search);
    const id = path.slice(PATH.length, -ENDING.length);
    const { answers } = this.parts;
    const asker = answers.askerOf(request, parameters);
    const locale = acceptedLocale(headers['accept-language']);
    const question = { id, parameters, acceptedLocale: locale, asker, requestId };
    const answered = await answers.answer(question);
    const isInItsLanguage = parameters.has('lang');
    const head = answerHeaders(answered, { asker, isInItsLanguage, requestId });
    sendAnswer(request, response, answered, head);
  }

  private refuse(
    error: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): void {
    const { code, message, argument, more } = this.known(error, requestId);
    const { retryAfter } = more;
    const headers = refusalHeaders(requestId);
    headers.push('content-type', JSON_TYPE);
    if (retryAfter) headers.push('retry-after', String(retryAfter));
    const named = argument ? { argument } : {};
    const extensions = { code, ...named, requestId };
    const body = JSON.stringify({ errors: [{ message, extensions }] });
    headers.push('content-length', String(Buffer.byteLength(body)));
    response.writeHead(statusOfRefusal(code), headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private known(error: unknown, requestId: string): HubError {
    if (error instanceof HubError) return error;
    if (isStoreUnavailable(error)) return storeUnavailable();
    this.parts.log.error({ requestId, err: error }, 'an embedded answer failed');
    const message = `Internal error. Quote the request id ${requestId} when you report it.`;
    return new HubError(ErrorCode.INTERNAL_SERVER_ERROR, message);
  }
}

function pathOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? url : url.slice(0, start);
}

function sendAnswer(
  { method, headers: given }: IncomingMessage,
  response: ServerResponse,
  { answer }: EmbeddedAnswer,
  headers: string[],
): void {
  if (hasAlready(given['if-none-match'], answer)) {
    response.writeHead(304, headers).end();
    return;
  }
  headers.push('content-type', JSON_TYPE, 'content-length', answer.length);
  response.writeHead(200, headers);
  if (method === 'HEAD') response.end();
  else response.end(answer.bytes);
}

const tooLong = () =>
  new HubError(
    ErrorCode.BAD_USER_INPUT,
    `The address is longer than ${MOST_SEARCH} characters behind the question mark.`,
  );
