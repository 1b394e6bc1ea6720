import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import { type Authenticator, viewerOf } from '../auth/authenticator.js';
import { authorizeFor } from '../auth/permissions.js';
import { HubError, notFound } from '../errors.js';
import { errorBody, sendJson } from '../http/json-answer.js';
import type { AttachmentHolders } from '../knowledge/attachment-holders.js';
import type { StoredAttachment } from '../knowledge/knowledge.document.js';
import { sendRefusal } from './refusals.js';
import type { ByteRange, FileStorage } from './storage/file-storage.js';

export interface DownloadDoorParts {
  readonly holders: AttachmentHolders;
  readonly files: FileStorage;
  readonly authenticator: Authenticator;
  readonly log: Logger;
}

interface Found {
  readonly attachment: StoredAttachment;
  readonly isPublic: boolean;
}

/** What is named in an address below `/attachments`. */
const ADDRESS = /^\/(att_[0-9a-z]{1,60})\/([^/?#]{1,1000})$/;

/** Whoever keeps a public file asks each time whether it still holds; others keep nothing. */
const CACHING = { shown: 'public, no-cache', drafted: 'private, no-store' } as const;

/** A file is data of strangers: it is saved, never shown, and may do nothing if it is. */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
};

/** Serves attachments to those who may see a record that holds them. */
export class DownloadDoor {
  constructor(private readonly parts: DownloadDoorParts) {}

  async handle(request: Request, response: Response, requestId: string): Promise<void> {
    try {
      const found = await this.find(request);
      if (found === 'gone') sendGone(response, requestId);
      else await this.send(request, response, found);
    } catch (error) {
      sendRefusal(response, error, { requestId, log: this.parts.log });
    }
  }

  /** The same answer for what is absent, malformed, or not for these eyes. */
  private async find(request: Request): Promise<Found | 'gone'> {
    const [, id, name] = ADDRESS.exec(request.path) ?? [];
    if (!id || !name) throw notFound();
    const { holders, authenticator } = this.parts;
    const shown = await holders.shown(id);
    if (shown) return { attachment: called(name, shown), isPublic: true };
    if (await holders.isGone(id)) return 'gone';
    const viewer = await viewerOf(request.headers, authenticator);
    const drafted = viewer.memberId === null ? null : await holders.drafted(id);
    if (!drafted) throw notFound();
    authorizeFor(viewer, 'editorialRecord', drafted.record);
    return { attachment: called(name, drafted.attachment), isPublic: false };
  }

  private async send(request: Request, response: Response, found: Found): Promise<void> {
    const { hash, bytes } = found.attachment;
    const etag = `"${hash}"`;
    if (request.headers['if-none-match']?.includes(etag)) {
      setHeaders(response, found, etag);
      response.status(304).end();
      return;
    }
    const range = rangeOf(request, bytes, etag);
    if (range === 'unsatisfiable') {
      response.set('content-range', `bytes */${bytes}`).status(416).end();
      return;
    }
    const content = await this.open(request, found.attachment, range);
    setHeaders(response, found, etag);
    if (range) {
      response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
    }
    const length = range ? range.end - range.start + 1 : bytes;
    response.set('content-length', String(length));
    if (request.method === 'HEAD') response.end();
    else await this.pass(content, length, response, hash);
  }

  /** Nothing is read for HEAD, but what is lost is told all the same. */
  private async open(
    { method }: Request,
    { id, hash }: StoredAttachment,
    range: ByteRange | null,
  ): Promise<Readable> {
    const { files, log } = this.parts;
    if (method === 'HEAD' && (await files.has(hash))) return Readable.from([]);
    const content = method === 'HEAD' ? null : await files.open(hash, range ?? undefined);
    if (content) return content;
    log.error({ attachment: id, hash }, 'the file of an attachment is missing from the storage');
    throw new HubError(
      ProblemCode.NOT_FOUND,
      'This file has been lost from the storage. Tell whoever runs this hub.',
    );
  }

  private async pass(content: Readable, length: number, response: Response, hash: string) {
    try {
      await pipeline(content, exactly(length), response);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // Whoever downloads may stop at any time.
      if (code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      this.parts.log.warn({ hash, reason: message }, 'a download broke off');
    }
  }
}

/** A damaged file has another length: better a broken download than one that waits for ever. */
const exactly = (length: number) =>
  async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let passed = 0;
    for await (const piece of pieces) {
      passed += piece.length;
      yield piece;
    }
    if (passed !== length) throw new Error(`The file has ${passed} bytes instead of ${length}.`);
  };

function setHeaders(response: Response, { attachment, isPublic }: Found, etag: string): void {
  response.attachment(attachment.name).type(attachment.type);
  response.set({ ...HARMLESS, etag, 'cache-control': CACHING[isPublic ? 'shown' : 'drafted'] });
}

/** The name is part of the address and has to be the present one. */
function called(name: string, attachment: StoredAttachment): StoredAttachment {
  if (decoded(name) !== attachment.name) throw notFound();
  return attachment;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** One range is served; several, or one of another version of the file, get the whole of it. */
function rangeOf(
  request: Request,
  bytes: number,
  etag: string,
): ByteRange | null | 'unsatisfiable' {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  const ranges = request.range(bytes);
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes') return null;
  const [only] = ranges;
  return only && ranges.length === 1 ? only : null;
}

function sendGone(response: Response, requestId: string): void {
  const message = 'The record that this file belonged to has been withdrawn.';
  const headers = { 'cache-control': 'no-store' };
  sendJson(response, errorBody(message, 'GONE', requestId), { status: 410, requestId, headers });
}
