import type { Request, RequestHandler, Response } from 'express';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import type { OaiRepository } from './oai-repository.js';
import { writeXml } from './xml-tree.js';

const LONGEST_BODY = 16_384;
const RETRY_AFTER_SECONDS = 10;
const FORM = 'application/x-www-form-urlencoded';

/** Counts what a request costs; rejects with `RATE_LIMITED` when it is too much. */
export type Admission = (request: Request, parameters: URLSearchParams) => Promise<void>;

/** OAI-PMH over HTTP: arguments stand in the address, or in the body of a form. */
export const oaiDoor =
  (repository: OaiRepository, admit: Admission): RequestHandler =>
  async (request: Request, response: Response) => {
    response.set('cache-control', 'no-cache');
    const parameters = await parametersOf(request, response);
    if (!parameters) return;
    try {
      await admit(request, parameters);
      const answer = await writeXml(await repository.answer(parameters));
      response.set('content-type', 'text/xml; charset=utf-8').send(answer);
    } catch (error) {
      const wait = secondsToWait(error);
      if (wait === null) throw error;
      refuse(response.set('retry-after', String(wait)), 503, `Try again in ${wait} seconds.`);
    }
  };

/** Harvesters know 503 and wait, as the protocol has it; null for what waiting does not mend. */
function secondsToWait(error: unknown): number | null {
  if (isStoreUnavailable(error)) return RETRY_AFTER_SECONDS;
  const isOver = error instanceof HubError && error.code === ProblemCode.RATE_LIMITED;
  return isOver ? (error.more.retryAfter ?? RETRY_AFTER_SECONDS) : null;
}

/** Null when it has been refused already: what is not of the protocol is answered in HTTP's words. */
async function parametersOf(request: Request, response: Response): Promise<URLSearchParams | null> {
  const { searchParams } = new URL(request.originalUrl, 'http://hub');
  if (request.method === 'GET' || request.method === 'HEAD') return searchParams;
  if (request.method !== 'POST') {
    refuse(response.set('allow', 'GET, HEAD, POST'), 405, 'Use GET or POST.');
    return null;
  }
  if (!request.is(FORM)) {
    refuse(response, 415, `Send the arguments as ${FORM}.`);
    return null;
  }
  try {
    const body = await readBody(request, LONGEST_BODY);
    return new URLSearchParams([...searchParams, ...new URLSearchParams(body.toString())]);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    refuse(response, 413, `A request has at most ${LONGEST_BODY} bytes.`);
    return null;
  }
}

const refuse = (response: Response, status: number, message: string): void =>
  void response.status(status).type('text/plain').send(`${message}\n`);
