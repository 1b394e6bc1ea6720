import type { ServerResponse } from 'node:http';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { DataVersion } from '../mongo/data-version.js';
import { finishPage, sendPage, toPageRequest } from './finished-page.js';
import type { FinishedPage, KeptPages } from './kept-pages.js';
import type { PageRequest, Pages } from './pages.js';
import type { PersonalPages } from './personal-pages.js';
import { requestIdOf } from './request-id.js';

/**
 * Scripts and styles: their names change with their content, so they may be kept for good. A page in
 * a frame that a site has locked in is of no origin: it may load them as well.
 */
const ASSET_OPTIONS = {
  immutable: true,
  maxAge: '1y',
  index: false,
  redirect: false,
  setHeaders: (response: ServerResponse) =>
    response
      .setHeader('cross-origin-resource-policy', 'cross-origin')
      .setHeader('access-control-allow-origin', '*'),
} as const;

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
  readonly personal: PersonalPages;
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
    if (request.method === 'POST') {
      await this.personally(request, response);
      return;
    }
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
    if (this.parts.personal.knows(request)) await this.personally(request, response);
    else await this.sendPage(request, response, next);
  };

  /** For members, and for what forms send. */
  private async personally(request: Request, response: Response): Promise<void> {
    const requestId = requestIdOf(request);
    const { personal, pages, log } = this.parts;
    try {
      sendPage(request, response, await personal.answer(request, requestId));
    } catch (error) {
      log.error({ requestId, err: error }, 'a page failed');
      const fault = pages.fault(toPageRequest(request), requestId);
      sendPage(request, response, await finishPage(fault));
    }
  }

  private async sendPage(request: Request, response: Response, next: NextFunction) {
    const asked = this.negotiated(request, response);
    try {
      const page = await this.finished(asked);
      if (isForPeople(page) && TOLD_IN_JSON.has(page.status) && wantsJson(request))
        next(page.status === 404 ? undefined : new RefusedAddress(page.status));
      else sendPage(request, response, page);
    } catch (error) {
      const requestId = requestIdOf(request);
      this.parts.log.error({ requestId, err: error }, 'a page failed');
      sendPage(request, response, await finishPage(this.parts.pages.fault(asked, requestId)));
    }
  }

  /** Whoever prefers data to a page gets it at once, from an address of its own: kept ones never mix. */
  private negotiated(request: Request, response: Response): PageRequest {
    const asked = toPageRequest(request);
    const data = this.parts.pages.asData(asked);
    if (!data) return asked;
    response.vary('accept');
    return request.accepts(['text/html', data.type]) === data.type
      ? { ...asked, path: data.path }
      : asked;
  }

  private async finished(asked: PageRequest): Promise<FinishedPage> {
    const { pages, kept, dataVersion } = this.parts;
    const key = asked.path + asked.search;
    const found = kept.get(key);
    if (found) return found;
    const asOf = dataVersion.generation;
    const page = await finishPage(await pages.answer(asked));
    if (mayBeKept(page)) kept.keep(key, page, asOf);
    return page;
  }
}

const isForPeople = ({ headers }: FinishedPage): boolean =>
  headers['content-type']?.startsWith('text/html') ?? false;

const JSON_TYPES = ['json', 'application/ld+json'];

function wantsJson(request: Request): boolean {
  const wanted = request.accepts(['html', ...JSON_TYPES]);
  return wanted !== false && JSON_TYPES.includes(wanted);
}

const mayBeKept = ({ status, headers }: FinishedPage): boolean =>
  status === 200 && !headers.vary && headers['cache-control'] !== 'no-store';
