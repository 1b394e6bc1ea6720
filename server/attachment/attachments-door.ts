import type { Request, RequestHandler, Response } from 'express';
import { requestIdOf } from '../http/request-id.js';
import type { DownloadDoor } from './download-door.js';
import type { UploadDoor } from './upload-door.js';

/** Everything below `/attachments`: POST takes files, GET and HEAD give them. */
export const attachmentsDoor =
  (upload: UploadDoor, download: DownloadDoor): RequestHandler =>
  async (request: Request, response: Response) => {
    const requestId = requestIdOf(request);
    const { method } = request;
    if (method === 'POST' && request.path === '/') {
      await upload.handle(request, response, requestId);
    } else if (method === 'GET' || method === 'HEAD') {
      await download.handle(request, response, requestId);
    } else {
      response
        .status(405)
        .set('allow', request.path === '/' ? 'POST' : 'GET, HEAD')
        .end();
    }
  };
