import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { Authenticator } from '../auth/authenticator.js';
import { isSameOrigin } from '../auth/same-origin.js';
import { sessionCookieName } from '../auth/session-carrier.js';
import type { Config } from '../config.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Caller } from '../graphql/context.js';
import { anonymousCaller, callerOf } from './caller.js';
import { finishPage, toPageRequest } from './finished-page.js';
import { isImport, readImport } from './import-upload.js';
import type { FinishedPage } from './kept-pages.js';
import type { PageAnswer, PageRequest, Pages } from './pages.js';
import { BodyTooLarge, readBody } from './read-body.js';

export interface PersonalPagesParts {
  readonly pages: Pages;
  readonly authenticator: Authenticator;
  readonly exchange: Exchange;
  readonly publicUrl: () => string;
  readonly config: Pick<Config, 'TRUSTED_PROXIES'>;
}

/** A record with all its texts in four languages, and what percent signs add. */
const MOST_FORM_BYTES = 2 * 1024 * 1024;
const IS_FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Pages for one member, and answers to forms: made each time, kept nowhere. */
export class PersonalPages {
  constructor(private readonly parts: PersonalPagesParts) {}

  /** Whether the request carries a session: pages look at no other credentials. */
  knows({ headers }: Request): boolean {
    return headers.cookie?.includes(`${sessionCookieName(this.parts.publicUrl())}=`) ?? false;
  }

  async answer(request: Request, requestId: string): Promise<FinishedPage> {
    const asked = toPageRequest(request);
    if (request.method !== 'POST')
      return this.finished(asked, await this.caller(request, requestId));
    if (isImport(request, asked.path)) return this.imported(asked, request, requestId);
    const refusal = this.refusal(request.headers);
    if (refusal) {
      request.resume();
      return finishPage(this.parts.pages.refusedForm(asked, refusal));
    }
    const body = await readBody(request, MOST_FORM_BYTES).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return null;
      throw error;
    });
    if (!body) return finishPage(this.parts.pages.refusedForm(asked, 413));
    const form = new URLSearchParams(body.toString('utf8'));
    return this.finished({ ...asked, form }, await this.caller(request, requestId));
  }

  private async imported(asked: PageRequest, request: Request, requestId: string) {
    const { pages, exchange, publicUrl } = this.parts;
    if (!isSameOrigin(request.headers, publicUrl())) {
      request.resume();
      return finishPage(pages.refusedForm(asked, 403));
    }
    const caller = await this.caller(request, requestId);
    const imported = await readImport(request, caller.viewer, exchange.imports);
    return this.finished({ ...asked, imported }, caller);
  }

  /** Forms of other sites, and what browsers can send without a form. */
  private refusal(headers: IncomingHttpHeaders): number | null {
    if (!isSameOrigin(headers, this.parts.publicUrl())) return 403;
    return IS_FORM.test(headers['content-type'] ?? '') ? null : 415;
  }

  private caller(request: Request, requestId: string): Promise<Caller> {
    const { authenticator, config } = this.parts;
    const { cookie } = request.headers;
    const byCookie: Authenticator = { authenticate: () => authenticator.authenticate({ cookie }) };
    const stranger = anonymousCaller(request, requestId);
    return callerOf(request, stranger, byCookie, config.TRUSTED_PROXIES);
  }

  private async finished(asked: PageRequest, caller: Caller): Promise<FinishedPage> {
    const answer = await this.parts.pages.answer({ ...asked, caller });
    return finishPage(this.asPersonal(answer, caller));
  }

  private asPersonal({ headers, ...answer }: PageAnswer, caller: Caller): PageAnswer {
    const cookie = caller.session.setCookie(this.parts.publicUrl());
    return {
      ...answer,
      headers: {
        ...headers,
        'cache-control': 'private, no-store',
        ...(cookie ? { 'set-cookie': cookie } : {}),
      },
    };
  }
}
