import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NextFunction, Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { ErrorCode, HubError } from '../errors.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Locale } from '../locale.js';
import { CONTENT_TYPES } from '../tables/table-writers.js';
import { toPageRequest } from './finished-page.js';
import type { AskedTable, Pages } from './pages.js';
import { requestIdOf } from './request-id.js';

/** An export reads everything: so many at a time are enough for people and do not slow the rest down. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_SECONDS = 15;
/** Who reads more slowly is cut off, so that nobody can keep the others out for good. */
const LONGEST_MS = 600_000;

export interface TablesDoorParts {
  readonly pages: Pages;
  readonly exchange: Exchange;
  readonly log: Logger;
}

/** Sends exports and templates as streams; everything else goes on to the pages. */
export class TablesDoor {
  private running = 0;

  constructor(private readonly parts: TablesDoorParts) {}

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const asked = isRead ? this.parts.pages.table(toPageRequest(request)) : null;
    if (!asked) {
      next();
      return;
    }
    if (this.running >= MOST_AT_ONCE) {
      sendBusy(response);
      return;
    }
    this.running += 1;
    try {
      await this.send(asked, request, response, next);
    } finally {
      this.running -= 1;
    }
  };

  private async send(asked: AskedTable, request: Request, response: Response, next: NextFunction) {
    let file: AsyncIterable<Buffer>;
    try {
      file = await this.open(asked);
    } catch (error) {
      next(isUnknownValue(error) ? undefined : error);
      return;
    }
    response.set({
      'content-type': CONTENT_TYPES[asked.format],
      'content-disposition': `attachment; filename="${fileName(asked)}"`,
      'cache-control': 'no-cache',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await pipeline(Readable.from(file), response, {
      signal: AbortSignal.timeout(LONGEST_MS),
    }).catch((error: Error) => {
      const requestId = requestIdOf(request);
      this.parts.log.info({ requestId, reason: error.message }, 'an export broke off');
    });
  }

  private open(asked: AskedTable): Promise<AsyncIterable<Buffer>> {
    const { exports, templates } = this.parts.exchange;
    const locale = asked.locale as Locale;
    if (asked.what === 'EXPORT') return exports.export({ ...asked, locale });
    return templates.template({ ...asked, locale, kind: asked.kind as KnowledgeKind });
  }
}

/** The page at this address names it. */
const isUnknownValue = (error: unknown): boolean =>
  error instanceof GraphQLError ||
  (error instanceof HubError && error.code === ErrorCode.BAD_USER_INPUT);

function fileName(asked: AskedTable): string {
  const name = asked.what === 'EXPORT' ? 'saberes' : `saberes-${asked.kind.toLowerCase()}`;
  return `${name}.${asked.format.toLowerCase()}`;
}

function sendBusy(response: Response): void {
  const message = 'Several exports are under way. Try again in a moment.';
  response
    .status(503)
    .set({ 'retry-after': String(RETRY_AFTER_SECONDS), 'cache-control': 'no-store' })
    .json({ errors: [{ message, extensions: { code: 'LIMIT_REACHED' } }] });
}
