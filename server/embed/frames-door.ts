import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { HubError } from '../errors.js';
import { finishPage, sendPage, toPageRequest } from '../http/finished-page.js';
import type { FinishedPage, KeptPages } from '../http/kept-pages.js';
import type { AskedEmbedding, EmbeddedOutcome, Pages } from '../http/pages.js';
import { requestIdOf } from '../http/request-id.js';
import type { Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Asker } from './asker.js';
import { FRESHNESS } from './embed-headers.js';
import { statusOfRefusal } from './embed-status.js';
import type { EmbeddedAnswer, EmbeddedAnswers } from './embedded-answers.js';
import { knownRefusal } from './send-embedded.js';

export interface FramesDoorParts {
  readonly pages: Pages;
  readonly answers: EmbeddedAnswers;
  readonly kept: KeptPages;
  readonly dataVersion: DataVersion;
  readonly log: Logger;
}

type Outcome = { readonly answered: EmbeddedAnswer } | { readonly refused: HubError };

/** A question with all that decides about its answer. */
interface Visit {
  readonly asked: AskedEmbedding;
  readonly asker: Asker;
  readonly outcome: Outcome;
}

/** Sends pages for frames of other sites and fragments for their servers; cookies make no difference. */
export class FramesDoor {
  constructor(private readonly parts: FramesDoorParts) {}

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const asked = isRead ? this.parts.pages.embedding(toPageRequest(request)) : null;
    if (!asked) {
      next();
      return;
    }
    const asker = this.askerOf(asked, request);
    const outcome = await this.ask(asked, asker, requestIdOf(request));
    const page = await this.finished(asked, request, outcome);
    response.removeHeader('x-frame-options'); // the policy says it, and by name
    if ('refused' in outcome) retryLater(response, outcome.refused);
    sendPage(request, response, withHeaders(page, { asked, asker, outcome }));
  };

  /** A browser that keeps to itself where it comes from is held to the sites of the policy. */
  private askerOf({ isFragment, parameters }: AskedEmbedding, request: Request): Asker {
    const asker = this.parts.answers.askerOf(request, parameters);
    return { ...asker, isBoundByDoor: !isFragment && asker.referrer === null };
  }

  private async ask(asked: AskedEmbedding, asker: Asker, requestId: string): Promise<Outcome> {
    const { id, parameters, locale } = asked;
    const question = { id, parameters, acceptedLocale: locale as Locale, asker, requestId };
    try {
      return { answered: await this.parts.answers.answer(question) };
    } catch (error) {
      return { refused: knownRefusal(error, requestId, this.parts.log) };
    }
  }

  /** The same answer at the same address is the same page. */
  private async finished(asked: AskedEmbedding, request: Request, outcome: Outcome) {
    const { pages, kept, dataVersion } = this.parts;
    const at = toPageRequest(request);
    if ('refused' in outcome) return finishPage(pages.embedded(asked, at, seen(outcome)));
    const { answer } = outcome.answered;
    const key = `${answer.plain.etag} ${at.path}${at.search}`;
    const found = kept.get(key);
    if (found) return found;
    const asOf = dataVersion.generation;
    const page = await finishPage(pages.embedded(asked, at, seen(outcome)));
    if (page.status === 200) kept.keep(key, page, asOf);
    return page;
  }
}

function seen(outcome: Outcome): EmbeddedOutcome {
  if ('refused' in outcome) {
    const { code } = outcome.refused;
    return { refusal: code, status: statusOfRefusal(code) };
  }
  const { answer } = outcome.answered;
  return { data: answer.data, isStale: answer.isStale };
}

const isStale = (outcome: Outcome): boolean =>
  'answered' in outcome && outcome.answered.answer.isStale;

function retryLater(response: Response, { more }: HubError): void {
  if (more.retryAfter) response.set('retry-after', String(more.retryAfter));
}

function withHeaders(page: FinishedPage, visit: Visit): FinishedPage {
  const policy = page.headers['content-security-policy'];
  const isPrivate = visit.asker.keyInHeader !== null;
  return {
    ...page,
    headers: {
      'cache-control': `${isPrivate ? 'private' : 'public'}, ${FRESHNESS}`,
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      ...(isStale(visit.outcome) && { 'x-saberes-stale': 'true' }),
      ...page.headers,
      'content-security-policy': `${policy}; frame-ancestors ${framersOf(visit)}`,
    },
  };
}

/**
 * Anybody frames what anybody may ask, and a page that says what is wrong; what was asked with a
 * key is framed by the sites of its partner, and by the hub's own pages that show how it will look.
 */
function framersOf({ asked, outcome }: Visit): string {
  if (asked.isFragment) return "'none'";
  const key = 'answered' in outcome ? outcome.answered.key : null;
  return key ? ["'self'", ...key.partner.origins].join(' ') : '*';
}
