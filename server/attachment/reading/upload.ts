import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Busboy from 'busboy';
import { invalid } from '../../errors.js';
import { loadLater } from '../../load-later.js';
import type { FileKey } from '../storage/file-storage.js';

const loadBusboy = loadLater<typeof Busboy>('busboy');

/** A file that arrived whole, in a temporary place. */
export interface ReceivedFile extends FileKey {
  readonly path: string;
  /** As the client calls it: any text. */
  readonly declaredName: string;
}

/** Where files arrive, and how large they may be. */
export interface UploadPlace {
  readonly folder: string;
  readonly mostBytes: number;
}

/** The body is larger than a file and what surrounds it may be. */
export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge';
}

/** The client went away before everything had come. */
export class UploadAborted extends Error {
  override readonly name = 'UploadAborted';
}

/** No upload lives so long: what is older was left by a process that was killed. */
const LEFT_BEHIND_MS = 3_600_000;

/** Boundaries, headers and small fields around a file. */
const SURROUNDINGS_BYTES = 65_536;
const LIMITS = { files: 1, fields: 4, parts: 6, fieldSize: 1_024, headerPairs: 20 };

/** Throws, before anything is read, when the request says that it is too large or no form. */
export function checkUploadHead({ headers }: IncomingMessage, mostBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > mostBytes + SURROUNDINGS_BYTES) {
    throw new UploadTooLarge();
  }
  if (!headers['content-type']?.startsWith('multipart/form-data')) {
    throw invalid('file', 'Send the file as multipart/form-data, in a field called "file".');
  }
}

/** Receives the one file of a form, lets it be used, and leaves nothing behind in any case. */
export async function withUpload<T>(
  request: IncomingMessage,
  { folder: incoming, mostBytes }: UploadPlace,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  checkUploadHead(request, mostBytes);
  await mkdir(incoming, { recursive: true });
  const folder = await mkdtemp(join(incoming, 'upload-'));
  try {
    return await use(await receive(request, mostBytes, join(folder, 'file')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function receive(request: IncomingMessage, mostBytes: number, path: string): Promise<ReceivedFile> {
  return new Promise((resolve, reject) => {
    const form = startForm(request, mostBytes);
    let saving: Promise<ReceivedFile> = Promise.reject(noFile());
    saving.catch(() => {});
    let hasFailed = false;
    const fail = (error: unknown) => {
      if (hasFailed) return;
      hasFailed = true;
      request.unpipe(form);
      form.destroy();
      // What is still coming is dropped, so that the client gets to read the answer.
      request.resume();
      void saving.catch(() => {}).finally(() => reject(error));
    };
    form.on('file', (_field, content, { filename }) => {
      saving = save(content, mostBytes, path, filename ?? '');
      saving.catch(fail);
    });
    form.on('filesLimit', () => fail(invalid('file', 'Send one file at a time.')));
    form.on('partsLimit', () => fail(invalid('file', 'Send the file alone.')));
    form.on('error', () => fail(invalid('file', 'The form is damaged.')));
    form.on('close', () => {
      if (!hasFailed) saving.then(resolve, fail);
    });
    request.on('close', () => {
      if (!request.complete) fail(new UploadAborted());
    });
    request.pipe(form);
  });
}

const noFile = () => invalid('file', 'Send the file in a field called "file".');

function startForm({ headers }: IncomingMessage, mostBytes: number): Busboy.Busboy {
  try {
    const limits = { ...LIMITS, fileSize: mostBytes + 1 };
    return loadBusboy()({ headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw invalid('file', 'The form has no boundary.');
  }
}

async function save(
  content: Readable,
  mostBytes: number,
  path: string,
  declaredName: string,
): Promise<ReceivedFile> {
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      digest.update(piece);
      done(bytes > mostBytes ? new UploadTooLarge() : null, piece);
    },
  });
  await pipeline(content, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (bytes === 0) throw invalid('file', 'The file is empty.');
  return { path, declaredName, bytes, hash: digest.digest('hex') };
}

/** Removes what uploads left behind when their process was killed. */
export async function sweepUploads(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
  }
}
