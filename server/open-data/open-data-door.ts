import { type RequestHandler, Router } from 'express';
import { sendPage } from '../http/finished-page.js';
import {
  OPEN_DATA_TYPES,
  type OpenData,
  type OpenDataFormat,
  type OpenDataName,
} from './open-data.js';

/** Pages for people who open the address of data. */
const PAGES: Readonly<Record<OpenDataName, string>> = { thesaurus: '/themes', catalog: '/api' };
const FORMATS = Object.keys(OPEN_DATA_TYPES) as readonly OpenDataFormat[];

/** `/thesaurus` and `/catalog`, as files and by what the reader prefers. */
export function createOpenDataDoor(openData: OpenData): RequestHandler {
  const router = Router();
  for (const name of Object.keys(PAGES) as readonly OpenDataName[]) {
    for (const format of FORMATS) {
      router.get(`/${name}.${format}`, async (request, response) =>
        sendPage(request, response, await openData.file(name, format)),
      );
    }
    router.get(`/${name}`, async (request, response) => {
      response.vary('accept');
      const types = ['text/turtle', 'application/ld+json', 'text/html'];
      const wanted = request.accepts(types);
      if (wanted === 'text/html') response.redirect(303, PAGES[name]);
      else {
        const format = wanted === 'application/ld+json' ? 'jsonld' : 'ttl';
        sendPage(request, response, await openData.file(name, format));
      }
    });
  }
  return router;
}
