import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { clientOf } from '../auth/client-address.js';
import type { Config } from '../config.js';
import type { DocumentsDoor } from '../embed/documents-door.js';
import { statusOfRefusal } from '../embed/embed-status.js';
import type { FreeQueries } from '../embed/free-queries.js';
import { HubError } from '../errors.js';
import type { Caller } from '../graphql/context.js';
import { checkDocument } from '../graphql/document-limits.js';
import type { KnownOperation, Variables } from '../graphql/known-operation.js';
import type { Operations } from '../graphql/operations.js';
import type { DataVersion } from '../mongo/data-version.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import type { Metrics } from '../observability/metrics.js';
import { anonymousCaller } from './caller.js';
import { errorBody, finishAnswer, JSON_TYPE, sendFinished, sendJson } from './json-answer.js';
import type { KeptAnswers } from './kept-answers.js';
import { BodyTooLarge, readBody } from './read-body.js';
import { requestIdOf } from './request-id.js';

export interface GraphQLHandlerParts {
  readonly apollo: ApolloServer<Caller>;
  readonly operations: Operations;
  readonly kept: KeptAnswers;
  readonly dataVersion: DataVersion;
  readonly metrics: Metrics;
  readonly limits: Config;
  readonly free: FreeQueries;
  readonly documents: DocumentsDoor;
  /** Where people reach the hub: it decides how the session's cookie is set. */
  readonly publicUrl: () => string;
}

const GRAPHQL_JSON = 'application/graphql-response+json; charset=utf-8';
const IS_JSON = /^application\/json\s*(;|$)/i;
const NO_BODY = Buffer.alloc(0);
/** An answer from memory. */
const KEPT = { isQuery: true, cost: 1 } as const;

/** What a POST body asks for. */
interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/**
 * Answers `/graphql`: a kept answer where there is one, a known operation straight from its
 * compiled form, everything else through Apollo.
 */
export class GraphQLHandler {
  constructor(private readonly parts: GraphQLHandlerParts) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const requestId = requestIdOf(request);
    const { metrics, limits } = this.parts;
    try {
      const isPost = request.method === 'POST';
      const body = isPost ? await readBody(request, limits.MAX_BODY_BYTES) : NO_BODY;
      const arrived = arrivedWith(request, body, requestId);
      const isKept = await this.sendKept(request, response, arrived);
      const way = isKept ? 'kept' : await this.answer(request, response, arrived);
      metrics.observeOperation(way, response.statusCode, started);
    } catch (error) {
      this.refuse(error, request, response, requestId);
    }
  }

  private async sendKept(
    request: IncomingMessage,
    response: ServerResponse,
    { plain, caller }: Arrived,
  ): Promise<boolean> {
    const answer = plain && this.parts.kept.get(plain.key);
    if (!answer) return false;
    await this.parts.free.ofStranger(request)(KEPT);
    sendFinished(response, answer, caller.requestId);
    return true;
  }

  /** Says in which way it answered. */
  private async answer(request: IncomingMessage, response: ServerResponse, arrived: Arrived) {
    const { plain, body, caller } = arrived;
    const { kept, dataVersion, documents, free } = this.parts;
    if (request.method === 'POST') refuseOtherTypes(request);
    const asOf = dataVersion.generation;
    const parsed = parseBody(body.toString('utf8'));
    if (documents.isAskedIn(parsed)) {
      await documents.handlePosted(request, response, parsed);
      return 'document';
    }
    const asked = plain && !isRemembering(parsed) ? readAsked(parsed) : null;
    const known = asked && this.parts.operations.find(asked.query, asked.operationName);
    if (plain && asked && known?.isQuery) {
      const { variables } = asked;
      const cost = costOf(known, variables);
      await free.ofStranger(request)({ isQuery: true, cost });
      const result = await this.parts.operations.run(known, { ...caller, variables });
      if (result.data !== undefined) {
        const answer = finishAnswer(JSON.stringify(result), plain.type);
        if (!result.errors) kept.keep(plain.key, answer, asOf);
        sendFinished(response, answer, caller.requestId);
        return 'known';
      }
    }
    const client = clientOf(request, this.parts.limits.TRUSTED_PROXIES);
    const asking = { ...caller, ...client, ...(await free.of(request)) };
    await this.askApollo(request, response, parsed, asking);
    return 'apollo';
  }

  private async askApollo(
    request: IncomingMessage,
    response: ServerResponse,
    body: unknown,
    caller: Caller,
  ): Promise<void> {
    const search = new URL(request.url ?? '/', 'http://hub').search;
    const query = readAsked(body)?.query ?? new URLSearchParams(search).get('query');
    if (query) checkDocument(query, this.parts.limits);
    const answer = await this.parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search,
        body,
      },
      context: async () => caller,
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : '';
    const { status = 200 } = answer;
    const headers = Object.fromEntries(answer.headers);
    const cookie = caller.session.setCookie(this.parts.publicUrl());
    if (cookie) headers['set-cookie'] = cookie;
    sendJson(response, text, { status, requestId: caller.requestId, headers });
  }

  private refuse(
    error: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): void {
    if (request.destroyed && !request.complete) return; // its sender has gone
    if (error instanceof BodyTooLarge) {
      const message = `The body is larger than ${this.parts.limits.MAX_BODY_BYTES} bytes.`;
      const headers = { connection: 'close' };
      const body = errorBody(message, 'BODY_TOO_LARGE', requestId);
      sendJson(response, body, { status: 413, requestId, headers });
      return;
    }
    const known = error instanceof GraphQLError ? error : asGraphQLError(error);
    const { status = statusOf(error) } = (known.extensions.http ?? {}) as { status?: number };
    const body = JSON.stringify({ errors: this.parts.operations.mask([known], requestId) });
    const retryAfter = error instanceof HubError ? error.more.retryAfter : undefined;
    const headers = {
      'content-type': plainType(request) ?? JSON_TYPE,
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    };
    sendJson(response, body, { status, requestId, headers });
  }
}

/** A request as far as it was read. */
interface Arrived {
  readonly caller: Caller;
  readonly body: Buffer;
  /** Of a plain request: the type to answer in, and the key under which its answer is kept. */
  readonly plain: { readonly type: string; readonly key: string } | null;
}

function arrivedWith(request: IncomingMessage, body: Buffer, requestId: string): Arrived {
  const caller = anonymousCaller(request, requestId);
  const type = plainType(request);
  // Latin-1 is the quickest way to a text that differs whenever the bytes do.
  const plain = type
    ? { type, key: `${type}\n${caller.acceptedLocale}\n${body.toString('latin1')}` }
    : null;
  return { caller, body, plain };
}

/**
 * The type to answer in when the request is of the plain kind: an anonymous POST of JSON that
 * accepts one of the two usual types. Null leaves the finer points to Apollo.
 */
function plainType({ method, headers }: IncomingMessage): string | null {
  if (method !== 'POST' || headers.authorization || headers.cookie) return null;
  if (!IS_JSON.test(headers['content-type'] ?? '')) return null;
  const { accept } = headers;
  if (!accept || accept === '*/*' || accept.startsWith('application/json')) return JSON_TYPE;
  return accept.startsWith('application/graphql-response+json') ? GRAPHQL_JSON : null;
}

/** Throws a GraphQL error with status 400 for broken JSON; no body is no value. */
function parseBody(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

/** Throws with status 400 when a part has the wrong type; null when there is no query. */
function readAsked(body: unknown): Asked | null {
  if (!isObject(body)) return null;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  refuseUnless('operationName', operationName == null || typeof operationName === 'string');
  refuseUnless('variables', variables == null || isObject(variables));
  refuseUnless('extensions', extensions == null || isObject(extensions));
  if (typeof query !== 'string') return null;
  return {
    query,
    operationName: (operationName as string | null | undefined) ?? undefined,
    variables: (variables as Record<string, unknown> | null | undefined) ?? {},
  };
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuseUnless(name: string, isRight: boolean): void {
  if (isRight) return;
  throw badRequest(`"${name}" in the body is of the wrong type.`);
}

/** Throws with status 415: forms and plain text are what other sites can send unasked. */
function refuseOtherTypes({ headers }: IncomingMessage): void {
  if (IS_JSON.test(headers['content-type'] ?? '')) return;
  throw new GraphQLError('The content type of the body has to be application/json.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 415 } },
  });
}

const badRequest = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** Of what goes wrong before an operation is run: a token that does not hold, above all. */
function statusOf(error: unknown): number {
  if (error instanceof HubError) return statusOfRefusal(error.code);
  return isStoreUnavailable(error) ? 503 : 500;
}

/** Whether a client wants its text to be remembered, or found again, by its digest. */
const isRemembering = (body: unknown): boolean =>
  (body as { readonly extensions?: { readonly persistedQuery?: unknown } | null } | undefined)
    ?.extensions?.persistedQuery !== undefined;

/** Wrong variables cost as little as a refusal; the operation itself says what is wrong with them. */
function costOf(known: KnownOperation, variables: Variables): number {
  try {
    return known.costWith(variables);
  } catch {
    return KEPT.cost;
  }
}

function asGraphQLError(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
