import { get, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AnswerError, TestHub } from './start-test-hub.js';

type Headers = Readonly<Record<string, string>>;

export interface Card {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
}

/** The data of a ready-made answer. */
export interface EmbeddedData {
  readonly list?: { readonly totalCount: number; readonly nodes: readonly Card[] };
  readonly subject?: { readonly name: string; readonly url: string };
  readonly item?: (Card & { readonly summary: string }) | null;
}

export interface EmbeddedResponse {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  readonly data: EmbeddedData;
  readonly errors: readonly AnswerError[];
  readonly extensions: { readonly stale?: boolean };
}

/** Asks as a script on another site does; `what` is an id with its parameters. */
export async function embedded(
  hub: TestHub,
  what: string,
  headers: Headers = {},
  method = 'GET',
): Promise<EmbeddedResponse> {
  const [id, search] = what.split(/\?(.*)/s);
  const address = `${hub.url}/embed/${id}.json${search === undefined ? '' : `?${search}`}`;
  const response = await fetch(address, { headers, method });
  const text = await response.text();
  const {
    data = {},
    errors = [],
    extensions = {},
  } = (text ? JSON.parse(text) : {}) as {
    data?: EmbeddedData;
    errors?: readonly AnswerError[];
    extensions?: { stale?: boolean };
  };
  return { status: response.status, headers: response.headers, text, data, errors, extensions };
}

/** Code and argument of a refusal, with its status. */
export const refusal = ({ status, errors }: EmbeddedResponse) => ({
  status,
  code: errors[0]?.extensions.code,
  ...(errors[0]?.extensions.argument ? { argument: errors[0].extensions.argument } : {}),
});

export const slugsOf = ({ data }: EmbeddedResponse): readonly string[] =>
  (data.list?.nodes ?? []).map(({ slug }) => slug);

/** The very bytes that are sent; `fetch` would unpack them. */
export async function raw(hub: TestHub, what: string, headers: Headers = {}) {
  const [id, search = ''] = what.split(/\?(.*)/s);
  const address = `${hub.url}/embed/${id}.json?${search}`;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>(
    (resolve, reject) => {
      get(address, { headers }, (response) => {
        const { statusCode: status = 0, headers: sent } = response;
        buffer(response).then((bytes) => resolve({ status, headers: sent, bytes }), reject);
      }).on('error', reject);
    },
  );
}
