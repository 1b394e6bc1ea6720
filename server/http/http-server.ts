import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DocumentsDoor } from '../embed/documents-door.js';
import type { EmbedDoor } from '../embed/embed-door.js';
import type { GraphQLHandler } from './graphql-handler.js';
import { HEALTH_ADDRESSES, type Health } from './health.js';
import type { LateApp } from './late-app.js';

/** What is in flight at a stop may take so long. */
const FINISH_MS = 8_000;
/** A connection that was busy when the stop began is let go so soon after its answer. */
const SWEEP_MS = 50;
const HEADERS_TIMEOUT_MS = 10_000;
/** The largest file for a record comes over a line of 1.5 Mbit/s in this time. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The address is taken or may not be used; the message says which and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface HttpDoors {
  readonly graphql: GraphQLHandler;
  readonly health: Health;
  readonly embed: EmbedDoor;
  readonly documents: DocumentsDoor;
  /** Everything else. */
  readonly app: LateApp;
}

/** Listens; `/graphql`, `/health` and embedded answers go straight to their handlers, all the rest through Express. */
export class HttpServer {
  private readonly server: Server;
  private opening: Promise<number> = Promise.resolve(0);

  constructor({ graphql, health, embed, documents, app }: HttpDoors) {
    this.server = createServer((request, response) => {
      if (documents.isFor(request)) void documents.handle(request, response);
      else if (isForGraphQL(request)) answerGraphQL(graphql, request, response);
      else if (embed.isFor(request)) void embed.handle(request, response);
      else if (isForHealth(request)) void health.answer(request, response);
      else void app.handle(request, response);
    });
    this.server.headersTimeout = HEADERS_TIMEOUT_MS;
    this.server.requestTimeout = REQUEST_TIMEOUT_MS;
  }

  /** Resolves with the port; rejects with `ListenError`. */
  listen(port: number, host: string): Promise<number> {
    this.opening = new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        reject(new ListenError(describe(error, port, host)));
      });
      this.server.listen(port, host, () => resolve((this.server.address() as AddressInfo).port));
    });
    return this.opening;
  }

  /** Takes no new requests, finishes those in flight, and cuts what takes too long. */
  async close(): Promise<void> {
    await this.opening.catch(() => 0);
    if (!this.server.listening) return;
    return new Promise((resolve) => {
      const cut = setTimeout(() => this.server.closeAllConnections(), FINISH_MS);
      const sweep = setInterval(() => this.server.closeIdleConnections(), SWEEP_MS);
      this.server.close(() => {
        clearTimeout(cut);
        clearInterval(sweep);
        resolve();
      });
      this.server.closeIdleConnections();
    });
  }
}

const isForHealth = ({ url = '/', method }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && HEALTH_ADDRESSES.has(url.split('?', 1)[0] ?? '');

/** A browser that opens the address gets the IDE; everything else speaks GraphQL. */
function isForGraphQL({ url = '/', method, headers }: IncomingMessage): boolean {
  if (url !== '/graphql' && !url.startsWith('/graphql?')) return false;
  return !(method === 'GET' && headers.accept?.includes('text/html') && !url.includes('query='));
}

function answerGraphQL(
  graphql: GraphQLHandler,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { allow: 'GET, POST, OPTIONS' }).end();
    return;
  }
  void graphql.handle(request, response);
}

function describe(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Set PORT to a free one.`;
  }
  if (error.code === 'EACCES') {
    return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
