import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NextFunction, Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import {
  CITATION_ENDINGS,
  CITATION_TYPES,
  isCitationFormat,
} from '../citation/citation-formats.js';
import { ErrorCode, HubError } from '../errors.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Locale } from '../locale.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import { CONTENT_TYPES } from '../tables/table-writers.js';
import { finishPage, sendPage, toPageRequest } from './finished-page.js';
import type { AskedTable, Pages } from './pages.js';
import { requestIdOf } from './request-id.js';

/** An export reads everything: so many at a time are enough for people and do not slow the rest down. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_SECONDS = 15;
/** Who reads more slowly is cut off, so that nobody can keep the others out for good. */
const LONGEST_MS = 600_000;

const TYPES = { ...CONTENT_TYPES, ...CITATION_TYPES };

/** What is sent as a stream. */
type Streamed = Exclude<AskedTable, { readonly what: 'CITATION' }>;
type AskedCitation = Extract<AskedTable, { readonly what: 'CITATION' }>;

export interface TablesDoorParts {
  readonly pages: Pages;
  readonly exchange: Exchange;
  readonly log: Logger;
}

/** Sends exports and templates as streams, and citations; everything else goes on to the pages. */
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
    if (asked.what === 'CITATION') {
      await this.cite(asked, request, response, next);
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

  /** Where there is none the page says why. */
  private async cite(
    asked: AskedCitation,
    request: Request,
    response: Response,
    next: NextFunction,
  ) {
    const { slug, locale, format } = asked;
    const { citations } = this.parts.exchange;
    let cited: Awaited<ReturnType<typeof citations.one>>;
    try {
      cited = await citations.one(slug, locale as Locale, format);
    } catch (error) {
      next(isStoreUnavailable(error) ? undefined : error);
      return;
    }
    if (!cited) {
      next();
      return;
    }
    const headers = {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${fileName(asked)}"`,
      'content-language': cited.record.shownIn.locale,
    };
    sendPage(request, response, await finishPage({ status: 200, headers, body: cited.text }));
  }

  private async send(asked: Streamed, request: Request, response: Response, next: NextFunction) {
    let file: AsyncIterable<Buffer>;
    try {
      file = await this.open(asked);
    } catch (error) {
      next(isUnknownValue(error) ? undefined : error);
      return;
    }
    response.set({
      'content-type': TYPES[asked.format],
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

  private open(asked: Streamed): Promise<AsyncIterable<Buffer>> {
    const { exports, citations, templates } = this.parts.exchange;
    const locale = asked.locale as Locale;
    if (asked.what === 'TEMPLATE')
      return templates.template({ ...asked, locale, kind: asked.kind as KnowledgeKind });
    const { format, filter, withTranslations } = asked;
    return isCitationFormat(format)
      ? citations.export({ format, filter, locale })
      : exports.export({ format, filter, locale, withTranslations });
  }
}

/** The page at this address names it. */
const isUnknownValue = (error: unknown): boolean =>
  error instanceof GraphQLError ||
  (error instanceof HubError && error.code === ErrorCode.BAD_USER_INPUT);

function fileName(asked: AskedTable): string {
  const endings: Readonly<Record<string, string>> = CITATION_ENDINGS;
  return `${baseName(asked)}.${endings[asked.format] ?? asked.format.toLowerCase()}`;
}

function baseName(asked: AskedTable): string {
  if (asked.what === 'CITATION') return asked.slug.replace(/[^\w.-]/g, '_');
  return asked.what === 'EXPORT' ? 'saberes' : `saberes-${asked.kind.toLowerCase()}`;
}

function sendBusy(response: Response): void {
  const message = 'Several exports are under way. Try again in a moment.';
  response
    .status(503)
    .set({ 'retry-after': String(RETRY_AFTER_SECONDS), 'cache-control': 'no-store' })
    .json({ errors: [{ message, extensions: { code: 'LIMIT_REACHED' } }] });
}
