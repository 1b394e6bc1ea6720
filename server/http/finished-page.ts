import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { FinishedPage } from './kept-pages.js';
import type { PageAnswer, PageRequest } from './pages.js';

const compress = promisify(gzip);

/** Only what the hub itself serves; no inline script or style, no other host; framed by nobody. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Half the time of the usual level, for two bytes more in a hundred. */
const COMPRESSION = { level: 5 };

/** Readers may keep a page but ask each time whether it still holds: a 304 costs next to nothing. */
const REVALIDATE = 'public, no-cache';

export function toPageRequest({ originalUrl, headers }: Request): PageRequest {
  const start = originalUrl.indexOf('?');
  const path = start < 0 ? originalUrl : originalUrl.slice(0, start);
  const search = start < 0 ? '' : originalUrl.slice(start);
  return { path, search, acceptLanguage: headers['accept-language'] };
}

/** Compresses a page and gives it its tag. */
export async function finishPage({ status, headers, body }: PageAnswer): Promise<FinishedPage> {
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

/** Answers with a page, or with 304 when the reader has it. */
export function sendPage(request: Request, response: Response, page: FinishedPage): void {
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
