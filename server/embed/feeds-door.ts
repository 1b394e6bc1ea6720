import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { acceptedLocale } from '../graphql/language.js';
import { finishPage, sendPage } from '../http/finished-page.js';
import type { FinishedPage, KeptPages } from '../http/kept-pages.js';
import type { AskedFeed, Pages } from '../http/pages.js';
import { requestIdOf } from '../http/request-id.js';
import type { DataVersion } from '../mongo/data-version.js';
import { parametersOf } from './embed-door.js';
import { answerHeaders, preflightHeaders, READING_METHODS } from './embed-headers.js';
import type { EmbeddedAnswer, EmbeddedAnswers } from './embedded-answers.js';
import { knownRefusal, sendRefusal } from './send-embedded.js';

export interface FeedsDoorParts {
  readonly pages: Pages;
  readonly answers: EmbeddedAnswers;
  readonly kept: KeptPages;
  readonly dataVersion: DataVersion;
  readonly log: Logger;
}

const ADDRESS = /^\/embed\/([\w-]{1,80})\.(atom|feed\.json)$/;

/** Sends answers to embedded questions as feeds: asked, refused and kept as their JSON is. */
export class FeedsDoor {
  constructor(private readonly parts: FeedsDoorParts) {}

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    const [, id, ending] = ADDRESS.exec(request.path) ?? [];
    if (!id || !ending) {
      next();
      return;
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflightHeaders(READING_METHODS)).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.status(405).set('allow', READING_METHODS).end();
      return;
    }
    const requestId = requestIdOf(request);
    try {
      await this.send(id, ending as AskedFeed['ending'], request, response, requestId);
    } catch (error) {
      sendRefusal(request, response, knownRefusal(error, requestId, this.parts.log), requestId);
    }
  };

  private async send(
    id: string,
    ending: AskedFeed['ending'],
    request: Request,
    response: Response,
    requestId: string,
  ): Promise<void> {
    const parameters = parametersOf(request.originalUrl);
    const asker = this.parts.answers.askerOf(request, parameters);
    const locale = acceptedLocale(request.headers['accept-language']);
    const question = { id, parameters, acceptedLocale: locale, asker, requestId };
    const answered = await this.parts.answers.answer(question);
    const asked = { id, ending, locale: answered.locale, parameters };
    const feed = await this.finished(asked, answered);
    const varies = parameters.has('lang') ? [] : ['accept-language'];
    const headers = answerHeaders(answered, { asker, varies, requestId });
    sendPage(request, response, { ...feed, headers: { ...pairs(headers), ...feed.headers } });
  }

  /** The same answer at the same address is the same feed. */
  private async finished(asked: AskedFeed, { answer }: EmbeddedAnswer): Promise<FinishedPage> {
    const { pages, kept, dataVersion } = this.parts;
    const key = `${answer.plain.etag} ${asked.locale} ${asked.id}.${asked.ending}?${asked.parameters}`;
    const found = kept.get(key);
    if (found) return found;
    const asOf = dataVersion.generation;
    const { data, isStale } = answer;
    const feed = await finishPage(await pages.embeddedFeed(asked, { data, isStale }));
    kept.keep(key, feed, asOf);
    return feed;
  }
}

/** Names and values in turn as an object; the tag is that of the feed, not of the answer. */
function pairs(headers: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) found[headers[at] ?? ''] = headers[at + 1] ?? '';
  delete found.etag;
  return found;
}
