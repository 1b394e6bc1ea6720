import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { badInput } from '../errors.js';
import { acceptedLocale } from '../graphql/language.js';
import { requestIdOf } from '../http/request-id.js';
import type { Metrics } from '../observability/metrics.js';
import {
  answerHeaders,
  preflightHeaders,
  READING_METHODS,
  refusalHeaders,
} from './embed-headers.js';
import type { EmbeddedAnswers } from './embedded-answers.js';
import { knownRefusal, sendEmbedded, sendRefusal } from './send-embedded.js';

const PATH = '/embed/';
const ENDING = '.json';
/** Feeds have a door of their own. */
const FEED_ENDING = '.feed.json';
/** Longer ones are not written by any configurator. */
const MOST_SEARCH = 4_000;
const REMEMBERED = 1_000;
const REMEMBERED_LENGTH = 500;
const WAY = 'embed';

export interface EmbedDoorParts {
  readonly answers: EmbeddedAnswers;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Answers `/embed/<id>.json` to scripts of any site, and to servers. */
export class EmbedDoor {
  private readonly addresses = new LRUCache<string, URLSearchParams>({ max: REMEMBERED });

  constructor(private readonly parts: EmbedDoorParts) {}

  isFor({ url = '/' }: IncomingMessage): boolean {
    if (!url.startsWith(PATH)) return false;
    const path = pathOf(url);
    return path.endsWith(ENDING) && !path.endsWith(FEED_ENDING);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const requestId = requestIdOf(request);
    const { metrics, log } = this.parts;
    request.resume();
    try {
      const { method } = request;
      if (method === 'OPTIONS') response.writeHead(204, preflightHeaders(READING_METHODS)).end();
      else if (method === 'GET' || method === 'HEAD') await this.send(request, response, requestId);
      else refuseMethod(response, requestId);
    } catch (error) {
      sendRefusal(request, response, knownRefusal(error, requestId, log), requestId);
    }
    metrics.observeOperation(WAY, response.statusCode, started);
  }

  private async send(request: IncomingMessage, response: ServerResponse, requestId: string) {
    const { url = '/', headers } = request;
    const path = pathOf(url);
    const parameters = this.parametersIn(url);
    const id = path.slice(PATH.length, -ENDING.length);
    const { answers } = this.parts;
    const asker = answers.askerOf(request, parameters);
    const locale = acceptedLocale(headers['accept-language']);
    const question = { id, parameters, acceptedLocale: locale, asker, requestId };
    const answered = await answers.answer(question);
    const varies = ['accept-encoding', ...(parameters.has('lang') ? [] : ['accept-language'])];
    const head = answerHeaders(answered, { asker, varies, requestId });
    sendEmbedded(request, response, answered.answer, head);
  }

  /** Many ask by the same address: it is taken apart once. */
  private parametersIn(url: string): URLSearchParams {
    const known = this.addresses.get(url);
    if (known) return known;
    const parameters = parametersOf(url);
    if (url.length <= REMEMBERED_LENGTH) this.addresses.set(url, parameters);
    return parameters;
  }
}

export function pathOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? url : url.slice(0, start);
}

/** What stands behind the question mark; rejects what is too long. */
export function parametersOf(url: string): URLSearchParams {
  const search = url.slice(pathOf(url).length + 1);
  if (search.length > MOST_SEARCH) throw tooLong();
  return new URLSearchParams(search);
}

const refuseMethod = (response: ServerResponse, requestId: string) =>
  response.writeHead(405, [...refusalHeaders(requestId), 'allow', READING_METHODS]).end();

const tooLong = () =>
  badInput('', `The address is longer than ${MOST_SEARCH} characters behind the question mark.`);
