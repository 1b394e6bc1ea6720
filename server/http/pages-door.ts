import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { DataVersion } from '../mongo/data-version.js';
import type { FinishedPage, KeptPages } from './kept-pages.js';
import type { PageAnswer, PageRequest, Pages } from './pages.js';
import { requestIdOf } from './request-id.js';

const compress = promisify(gzip);

/** Only what the hub itself serves; no inline script or style, no other host, no frame. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Half the time of the usual level, for two bytes more in a hundred. */
const COMPRESSION = { level: 5 };

/** Scripts and styles: their names change with their content, so they may be kept for good. */
const ASSET_OPTIONS = { immutable: true, maxAge: '1y', index: false, redirect: false } as const;

/** Readers may keep a page but ask each time whether it still holds: a 304 costs next to nothing. */
const REVALIDATE = 'public, no-cache';

/** A program that wants JSON is told in JSON what is wrong with an address. */
const TOLD_IN_JSON: ReadonlySet<number> = new Set([400, 404, 414]);

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';

  constructor(readonly status: number) {
    super('The address asks for something that the hub does not know.');
  }
}

export interface PagesDoorParts {
  readonly pages: Pages;
  readonly kept: KeptPages;
  readonly dataVersion: DataVersion;
  readonly log: Logger;
}

/** Answers GET and HEAD with pages: kept ones at once, others rendered, compressed and kept. */
export class PagesDoor {
  private readonly sendAsset: RequestHandler;

  constructor(private readonly parts: PagesDoorParts) {
    this.sendAsset = express.static(parts.pages.assets.folder, ASSET_OPTIONS);
  }

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const { address } = this.parts.pages.assets;
    if (request.url.startsWith(address)) {
      request.url = request.url.slice(address.length - 1);
      this.sendAsset(request, response, next);
      return;
    }
    await this.sendPage(request, response, next);
  };

  private async sendPage(request: Request, response: Response, next: NextFunction) {
    const asked = toPageRequest(request);
    try {
      const page = await this.finished(asked);
      if (TOLD_IN_JSON.has(page.status) && request.accepts(['html', 'json']) === 'json')
        next(page.status === 404 ? undefined : new RefusedAddress(page.status));
      else send(request, response, page);
    } catch (error) {
      const requestId = requestIdOf(request);
      this.parts.log.error({ requestId, err: error }, 'a page failed');
      send(request, response, await finish(this.parts.pages.fault(asked, requestId)));
    }
  }

  private async finished(asked: PageRequest): Promise<FinishedPage> {
    const { pages, kept, dataVersion } = this.parts;
    const key = asked.path + asked.search;
    const found = kept.get(key);
    if (found) return found;
    const asOf = dataVersion.generation;
    const page = await finish(await pages.answer(asked));
    if (mayBeKept(page)) kept.keep(key, page, asOf);
    return page;
  }
}

const mayBeKept = ({ status, headers }: FinishedPage): boolean =>
  status === 200 && !headers.vary && headers['cache-control'] !== 'no-store';

function toPageRequest({ originalUrl, headers }: Request): PageRequest {
  const start = originalUrl.indexOf('?');
  const path = start < 0 ? originalUrl : originalUrl.slice(0, start);
  const search = start < 0 ? '' : originalUrl.slice(start);
  return { path, search, acceptLanguage: headers['accept-language'] };
}

async function finish({ status, headers, body }: PageAnswer): Promise<FinishedPage> {
  const plain = Buffer.from(body);
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return {
    status,
    headers,
    etag: `W/"${digest}"`,
    plain,
    gzipped: await compress(plain, COMPRESSION),
  };
}

function send(request: Request, response: Response, page: FinishedPage): void {
  const { status, headers, etag } = page;
  response.set({ 'cache-control': REVALIDATE, ...PAGE_HEADERS, ...headers });
  response.vary('accept-encoding').status(status);
  if (status === 200) response.set('etag', etag);
  else if (status >= 400) response.set('cache-control', 'no-store');
  if (status === 200 && request.headers['if-none-match']?.includes(etag)) {
    response.status(304).end();
    return;
  }
  const isGzipped = request.acceptsEncodings('gzip') !== false;
  const bytes = isGzipped ? page.gzipped : page.plain;
  if (isGzipped) response.set('content-encoding', 'gzip');
  response.set('content-length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
