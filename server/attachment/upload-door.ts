import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type Authenticator, viewerOf } from '../auth/authenticator.js';
import { isSameOrigin } from '../auth/same-origin.js';
import { forbidden, invalid } from '../errors.js';
import { sendJson } from '../http/json-answer.js';
import type { Attached, AttachmentService } from './attachment.service.js';
import { toAttachment } from './attachment.view.js';
import {
  checkUploadHead,
  UploadAborted,
  type UploadPlace,
  UploadTooLarge,
  withUpload,
} from './reading/upload.js';
import { codeOf, sendRefusal } from './refusals.js';

export interface UploadDoorParts {
  readonly attachments: AttachmentService;
  readonly authenticator: Authenticator;
  readonly publicUrl: () => string;
  readonly place: UploadPlace;
  readonly log: Logger;
}

const BEARER = /^bearer +\S/i;
const VERSION = /^\d{1,9}$/;
/** The page that a form came from: it looks at its files again. */
const BACK = /^\/(?:es|en|pt|fr)\/workspace\/[\w-]{1,100}\/attachments$/;

/** Takes files for drafts. Everything that can be refused by the head of a request is, unread. */
export class UploadDoor {
  constructor(private readonly parts: UploadDoorParts) {}

  async handle(request: IncomingMessage, response: ServerResponse, requestId: string) {
    const { log, place } = this.parts;
    const back = backOf(request);
    try {
      this.refuseOtherSites(request);
      checkUploadHead(request, place.mostBytes);
      const attached = await this.receive(request);
      if (back) {
        sendBack(response, `${back}?done`);
        return;
      }
      const body = JSON.stringify(this.toAnswer(attached));
      const headers = { 'cache-control': 'no-store' };
      sendJson(response, body, { status: 201, requestId, headers });
    } catch (error) {
      // A file that nobody wants is not waited for; a smaller one is read away.
      if (error instanceof UploadTooLarge) response.setHeader('connection', 'close');
      else request.resume();
      if (back && !(error instanceof UploadAborted)) {
        sendBack(response, `${back}?problem=${codeOf(error, requestId, log)}`);
        return;
      }
      sendRefusal(response, error, { requestId, log });
    }
  }

  private async receive(request: IncomingMessage): Promise<Attached> {
    const { attachments, authenticator, place } = this.parts;
    const viewer = await viewerOf(request.headers, authenticator);
    const { searchParams } = new URL(request.url ?? '/', 'http://hub');
    const version = searchParams.get('expectedVersion') ?? '';
    if (!VERSION.test(version)) throw invalid('expectedVersion', 'Give the version that you read.');
    const item = searchParams.get('item') ?? '';
    const record = await attachments.target(viewer, item, Number(version));
    return withUpload(request, place, (file) => attachments.attach(viewer, record, file));
  }

  /** A browser sends cookies along whoever asks it to; a token is sent by those who have it. */
  private refuseOtherSites({ headers }: IncomingMessage): void {
    if (BEARER.test(headers.authorization ?? '')) return;
    if (isSameOrigin(headers, this.parts.publicUrl())) return;
    throw forbidden('Send an access token, or upload from a page of this hub.');
  }

  private toAnswer({ record, attachment, failure }: Attached) {
    return {
      attachment: toAttachment(attachment, this.parts.publicUrl()),
      version: record.revision,
      isSearchable: failure === null,
      ...(failure === null ? {} : { notice: 'The file is attached; its words could not be read.' }),
    };
  }
}

/** Null for programs, which are answered in JSON. */
function backOf({ url = '/' }: IncomingMessage): string | null {
  const back = new URL(url, 'http://hub').searchParams.get('back') ?? '';
  return BACK.test(back) ? back : null;
}

function sendBack(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store', 'content-length': 0 }).end();
}
