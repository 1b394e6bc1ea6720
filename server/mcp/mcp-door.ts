import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { clientOf } from '../auth/client-address.js';
import type { Config } from '../config.js';
import type { Quotas } from '../embed/quotas.js';
import { HubError } from '../errors.js';
import type { Operations } from '../graphql/operations.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import { requestIdOf } from '../http/request-id.js';
import { PublicOperations, type Stranger } from './public-operations.js';

/** The parts of a hub that answers to assistants are made from. */
export interface McpHost {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly embedding: { readonly quotas: Quotas };
  readonly config: Pick<Config, 'TRUSTED_PROXIES'>;
  readonly log: Logger;
  /** Where people reach the hub. */
  readonly url: string;
}

const MOST_BYTES = 64 * 1_024;

/** Codes of JSON-RPC. */
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
const REFUSED = -32_000;

class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** `/mcp`: the Model Context Protocol over HTTP, without sessions and for reading only. */
export class McpDoor {
  private readonly operations: PublicOperations;

  constructor(private readonly hub: McpHost) {
    const { schema, operations, embedding } = hub;
    this.operations = new PublicOperations({ schema, operations, quotas: embedding.quotas });
  }

  readonly handle = async (request: Request, response: Response) => {
    const { log, config } = this.hub;
    const requestId = requestIdOf(request);
    const { address } = clientOf(request, config.TRUSTED_PROXIES);
    const stranger: Stranger = { address, requestId };
    try {
      const message = await this.message(request, stranger);
      const { answerMessage } = await import('./mcp-server.js');
      const parts = { operations: this.operations, stranger, log };
      response.set({ 'cache-control': 'no-store', 'x-request-id': requestId });
      await answerMessage(parts, message, request, response);
    } catch (error) {
      const refused = asRefused(error);
      if (!refused) throw error;
      request.resume();
      const { status, code, message, headers } = refused;
      response.status(status).set({ 'cache-control': 'no-store', ...headers });
      response.json({ jsonrpc: '2.0', error: { code, message }, id: null });
    }
  };

  /** What was sent, when it may be looked at. */
  private async message(request: Request, { address }: Stranger): Promise<unknown> {
    if (request.method !== 'POST') {
      const message = 'Messages are sent by POST; there are no sessions and no streams.';
      throw new Refused(405, REFUSED, message, { allow: 'POST' });
    }
    if (!this.isFromHere(request.headers.origin))
      throw new Refused(403, REFUSED, 'Pages of other sites may not use this address.');
    await this.hub.embedding.quotas.take({ address }, 1);
    const body = await readBody(request, MOST_BYTES);
    const message = parsed(body.toString('utf8'));
    if (Array.isArray(message))
      throw new Refused(400, INVALID_REQUEST, 'Send one message at a time.');
    return message;
  }

  /**
   * Programs send no origin. A page does, and cannot choose it: one that had its own name point
   * at this hub would still be found out.
   */
  private isFromHere(origin: string | undefined): boolean {
    return origin === undefined || origin === new URL(this.hub.url).origin;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, PARSE_ERROR, 'The body is not JSON.');
  }
}

function asRefused(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof BodyTooLarge)
    return new Refused(413, INVALID_REQUEST, `A message has at most ${MOST_BYTES} bytes.`);
  if (!(error instanceof HubError)) return null;
  const { retryAfter } = error.more;
  const headers: Record<string, string> = retryAfter ? { 'retry-after': String(retryAfter) } : {};
  return new Refused(retryAfter ? 429 : 400, REFUSED, error.message, headers);
}
