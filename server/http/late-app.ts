import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { errorBody, sendJson } from './json-answer.js';
import { requestIdOf } from './request-id.js';

/**
 * What answers everything but `/graphql` and `/health`: loaded when the hub is ready or when
 * somebody asks before, because loading it takes longer than all the rest of a start's last steps.
 */
export class LateApp {
  private opening: Promise<RequestListener> | null = null;

  constructor(
    private readonly load: () => Promise<RequestListener>,
    private readonly log: Logger,
  ) {}

  /** Loads it now; a failure is logged, and told to whoever asks. */
  open(): void {
    this.loaded().catch((error: unknown) => {
      this.log.error({ err: error }, 'the pages could not be loaded');
    });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      (await this.loaded())(request, response);
    } catch {
      const requestId = requestIdOf(request);
      const message = `Internal error. Quote the request id ${requestId}.`;
      const body = errorBody(message, 'INTERNAL_SERVER_ERROR', requestId);
      sendJson(response, body, { status: 500, requestId });
    }
  }

  private loaded(): Promise<RequestListener> {
    this.opening ??= this.load();
    return this.opening;
  }
}
