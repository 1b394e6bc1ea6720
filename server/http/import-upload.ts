import type { Readable } from 'node:stream';
import type Busboy from 'busboy';
import type { Request } from 'express';
import type { Viewer } from '../auth/viewer.js';
import { HubError, HubProblems } from '../errors.js';
import type { ImportService } from '../exchange/import.service.js';
import { loadLater } from '../load-later.js';
import { LOCALES, type Locale } from '../locale.js';
import { TABLE_LIMITS } from '../tables/table-limits.js';
import type { ImportedTable } from './pages.js';

const loadBusboy = loadLater<typeof Busboy>('busboy');

const IMPORT_PAGE = /^\/(?:es|en|pt|fr)\/import$/;
const IS_MULTIPART = /^multipart\/form-data\s*;/i;
const LIMITS = { files: 1, fields: 5, fieldSize: 200, fieldNameSize: 50, headerPairs: 20 } as const;

/** Whether a form with a table of records was sent from the page for it. */
export const isImport = ({ headers }: Request, path: string): boolean =>
  IMPORT_PAGE.test(path) && IS_MULTIPART.test(headers['content-type'] ?? '');

/** Reads the form and imports its file, whose other fields come before it; never holds it as a whole. */
export function readImport(
  request: Request,
  viewer: Viewer,
  imports: ImportService,
): Promise<ImportedTable> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let importing: Promise<ImportedTable> = Promise.resolve({ refusal: 'NO_FILE', fields });
    const form = startForm(request);
    if (!form) {
      request.resume();
      resolve({ refusal: 'NO_FILE', fields });
      return;
    }
    form.on('field', (name, value) => fields.set(name, value));
    form.on('file', (_name, file, { filename }) => {
      if (filename) importing = importFile(file, fields, viewer, imports);
      else file.resume();
      importing.catch(() => file.resume());
    });
    form.on('error', () => resolve({ refusal: 'NO_FILE', fields }));
    form.on('close', () => void importing.then(resolve, reject));
    request.on('close', () => {
      if (!request.complete) form.destroy();
    });
    request.pipe(form);
  });
}

function startForm({ headers }: Request): Busboy.Busboy | null {
  try {
    const limits = { ...LIMITS, fileSize: TABLE_LIMITS.fileBytes + 1 };
    return loadBusboy()({ headers, limits, defParamCharset: 'utf8' });
  } catch {
    return null;
  }
}

async function importFile(
  file: Readable,
  fields: ReadonlyMap<string, string>,
  viewer: Viewer,
  imports: ImportService,
): Promise<ImportedTable> {
  const language = fields.get('language') ?? '';
  try {
    const report = await imports.importUpload(file, {
      institution: fields.get('institution') ?? '',
      viewer,
      language: LOCALES.find((locale): locale is Locale => locale === language) ?? null,
      kind: null,
      isDryRun: fields.get('what') !== 'import',
    });
    return { report, fields };
  } catch (error) {
    file.resume();
    if (error instanceof HubError) return { refusal: error.code, fields };
    if (error instanceof HubProblems) return { refusal: 'INVALID', fields };
    throw error;
  }
}
