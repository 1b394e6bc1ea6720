import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { badInput } from '../errors.js';
import { acceptedLocale } from '../graphql/language.js';
import { JSON_TYPE } from '../http/json-answer.js';
import { requestIdOf } from '../http/request-id.js';
import type { Metrics } from '../observability/metrics.js';
import { answerHeaders, preflightHeaders } from './embed-headers.js';
import type { EmbeddedAnswers } from './embedded-answers.js';
import { RESERVED_PARAMETERS } from './query-parameters.js';
import { knownRefusal, sendEmbedded, sendRefusal } from './send-embedded.js';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** With POST, where the document is named in the body. */
const ALL_METHODS = 'GET, HEAD, POST, OPTIONS';
const ASKS_DOCUMENT = /[?&]documentId=/;
const GRAPHQL_JSON = 'application/graphql-response+json; charset=utf-8';
const WAY = 'document';
const IN_JSON: ReadonlySet<string> = new Set(['variables', 'extensions']);
/** What a request for a document may say; a query of its own is not among it. */
const TAKEN: ReadonlySet<string> = new Set([
  'documentId',
  'operationName',
  'variables',
  'extensions',
]);

export interface DocumentsDoorParts {
  readonly answers: EmbeddedAnswers;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** What a request says about the document that it wants. */
interface Asked {
  readonly documentId: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers `/graphql` with documents that were stored beforehand, as the appendix on persisted
 * documents of the GraphQL-over-HTTP draft has it. A GET may come from a page of any site.
 */
export class DocumentsDoor {
  constructor(private readonly parts: DocumentsDoorParts) {}

  /** By GET; one that is posted shows only in its body. */
  isFor({ url = '/', method }: IncomingMessage): boolean {
    return METHODS.has(method ?? '') && url.startsWith('/graphql?') && ASKS_DOCUMENT.test(url);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '/' } = request;
    request.resume();
    if (method === 'OPTIONS') {
      response.writeHead(204, preflightHeaders(ALL_METHODS)).end();
      return;
    }
    const started = performance.now();
    const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
    await this.answer(request, response, parameters, () => askedIn(parameters));
    this.parts.metrics.observeOperation(WAY, response.statusCode, started);
  }

  /** Whether a body asks for a document. */
  isAskedIn(body: unknown): body is Readonly<Record<string, unknown>> {
    return typeof body === 'object' && body !== null && 'documentId' in body;
  }

  /** Of a POST, whose body was read. */
  async handlePosted(
    request: IncomingMessage,
    response: ServerResponse,
    body: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { url = '/' } = request;
    const start = url.indexOf('?');
    const parameters = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
    await this.answer(request, response, parameters, () => checked(body));
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    parameters: URLSearchParams,
    read: () => Asked,
  ): Promise<void> {
    const requestId = requestIdOf(request);
    const { answers, log } = this.parts;
    const { accept = '', 'accept-language': language } = request.headers;
    const type = accept.includes('application/graphql-response+json') ? GRAPHQL_JSON : JSON_TYPE;
    try {
      const asker = answers.askerOf(request, parameters);
      const locale = acceptedLocale(language);
      const question = { ...read(), parameters, acceptedLocale: locale, asker, requestId };
      const answered = await answers.answerDocument(question);
      const varies = [
        'accept',
        'accept-encoding',
        ...(parameters.has('lang') ? [] : ['accept-language']),
      ];
      const head = answerHeaders(answered, { asker, varies, requestId });
      sendEmbedded(request, response, answered.answer, head, type);
    } catch (error) {
      sendRefusal(request, response, knownRefusal(error, requestId, log), requestId, type);
    }
  }
}

function askedIn(parameters: URLSearchParams): Asked {
  const seen = new Set<string>();
  const twice = [...parameters.keys()].find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined)
    throw badInput(twice, `"${twice.slice(0, 60)}" is given more than once.`);
  const own = [...parameters].filter(([name]) => !RESERVED_PARAMETERS.has(name));
  const given = Object.fromEntries(
    own.map(([name, text]) => [name, IN_JSON.has(name) ? parsed(name, text) : text]),
  );
  return checked({ ...given, operationName: given.operationName || null });
}

function parsed(name: string, text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw badInput(name, `"${name}" is not valid JSON.`);
  }
}

function checked(given: Readonly<Record<string, unknown>>): Asked {
  const foreign = Object.keys(given).find((name) => !TAKEN.has(name));
  if (foreign) {
    const shown = foreign.slice(0, 60);
    throw badInput(shown, `A request for a stored document takes no "${shown}".`);
  }
  const { documentId, operationName = null, variables = null, extensions = null } = given;
  if (typeof documentId !== 'string') throw wrong('documentId', 'a text');
  if (operationName !== null && typeof operationName !== 'string')
    throw wrong('operationName', 'a text');
  if (!isMap(extensions)) throw wrong('extensions', 'an object');
  if (!isMap(variables)) throw wrong('variables', 'an object');
  return { documentId, operationName, variables: variables ?? {} };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && !Array.isArray(value);

const wrong = (name: string, what: string) => badInput(name, `"${name}" has to be ${what}.`);
