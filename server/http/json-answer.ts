import type { ServerResponse } from 'node:http';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Of every answer of `/graphql`. */
const COMMON_HEADERS = { vary: 'accept, accept-language', 'x-content-type-options': 'nosniff' };

/** What an answer to one request carries besides its JSON. */
export interface JsonHead {
  readonly status: number;
  readonly requestId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a JSON text. */
export function sendJson(
  response: ServerResponse,
  body: string,
  { status, requestId, headers }: JsonHead,
): void {
  response.writeHead(status, {
    'content-type': JSON_TYPE,
    'content-length': Buffer.byteLength(body),
    ...COMMON_HEADERS,
    'x-request-id': requestId,
    ...headers,
  });
  response.end(body);
}

/** A JSON text with status 200, ready to be sent any number of times. */
export interface FinishedAnswer {
  /** As they go out: a text would be turned into bytes again for each answer. */
  readonly bytes: Buffer;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

export function finishAnswer(json: string, type: string): FinishedAnswer {
  const bytes = Buffer.from(json);
  const length = String(bytes.length);
  const own = { 'content-type': type, 'content-length': length };
  return { bytes, headers: Object.entries({ ...own, ...COMMON_HEADERS }).flat() };
}

export function sendFinished(
  response: ServerResponse,
  { bytes, headers }: FinishedAnswer,
  requestId: string,
): void {
  response.writeHead(200, [...headers, 'x-request-id', requestId]);
  response.end(bytes);
}

/** A refusal in the shape of a GraphQL error. */
export const errorBody = (message: string, code: string, requestId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
