import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, Response } from 'express';
import { ProblemCode } from '../../schema/problem-code.js';

const PATH = '/widget/';
const FOLDER = fileURLToPath(new URL('../../web/widget/', import.meta.url));

/** The name says the content, so it never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** So long pages go on with the widget of before an upgrade. */
const SHORTLY = 'public, max-age=300';

/** The smaller first. */
const ENCODINGS = ['br', 'gzip'] as const;

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

/** Any site may load the widget, whatever it forbids its pages. */
const FOR_ALL_SITES = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};

/** What the build says of the widget, `/widget/saberes.json`. */
interface BuiltWidget {
  readonly major: number;
  readonly url: string;
}

interface WidgetFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  /** By content encoding. */
  readonly bytes: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

interface Served {
  readonly built: BuiltWidget;
  readonly files: ReadonlyMap<string, WidgetFile>;
}

/** Serves the custom elements for other sites: one build, under its exact name and under its major version. */
export class WidgetDoor {
  private served: Promise<Served> | null = null;

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (!isAsked || !request.path.startsWith(PATH)) {
      next();
      return;
    }
    this.served ??= readServed();
    const { files, built } = await this.served;
    const file = files.get(request.path);
    response.set(FOR_ALL_SITES);
    if (file) send(request, response, file);
    else sayMissing(response, built);
  };
}

function send(request: Request, response: Response, { headers, etag, bytes }: WidgetFile): void {
  response.set({ ...headers, etag }).vary('accept-encoding');
  if (request.headers['if-none-match']?.includes(etag)) {
    response.status(304).end();
    return;
  }
  const encoding = ENCODINGS.find((known) => request.acceptsEncodings(known)) ?? 'identity';
  if (encoding !== 'identity') response.set('content-encoding', encoding);
  response.set('content-length', String(bytes[encoding].length));
  response.end(request.method === 'HEAD' ? undefined : bytes[encoding]);
}

/** An upgrade replaces the widget: what a page pinned before is not there any more. */
function sayMissing(response: Response, { url, major }: BuiltWidget): void {
  const message = `This hub does not have that version of the widget (any more). It has ${url}, and the newest one always at ${floating(major)}; ${PATH}saberes.json says the integrity hash.`;
  response.set('cache-control', 'no-store').status(404);
  response.json({ errors: [{ message, extensions: { code: ProblemCode.NOT_FOUND } }] });
}

const floating = (major: number): string => `${PATH}v${major}/saberes.js`;

async function readServed(): Promise<Served> {
  const built = JSON.parse(await readFile(`${FOLDER}saberes.json`, 'utf8')) as BuiltWidget;
  const caching: readonly (readonly [path: string, cacheControl: string])[] = [
    [built.url, FOR_GOOD],
    [floating(built.major), SHORTLY],
    [`${PATH}saberes.json`, SHORTLY],
    [`${PATH}LICENSE.txt`, SHORTLY],
  ];
  const files = caching.map(
    async ([path, cacheControl]) => [path, await readServedFile(path, cacheControl)] as const,
  );
  return { built, files: new Map(await Promise.all(files)) };
}

async function readServedFile(path: string, cacheControl: string): Promise<WidgetFile> {
  const file = FOLDER + path.slice(PATH.length);
  const [identity, gzip, br] = await Promise.all(
    ['', '.gz', '.br'].map((ending) => readFile(file + ending)),
  );
  if (!identity || !gzip || !br) throw new Error(`${path} was not built.`);
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1) as keyof typeof TYPES];
  return {
    headers: { 'content-type': type, 'cache-control': cacheControl },
    etag: `W/"${digest}"`,
    bytes: { identity, gzip, br },
  };
}
