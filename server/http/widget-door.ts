import type { NextFunction, Request, Response } from 'express';
import { ProblemCode } from '../../schema/problem-code.js';
import type { WidgetBuilds } from '../embed/widget-builds.js';
import type { WidgetFile } from '../embed/widget-files.js';

const PATH = '/widget/';

/** The name says the content, so it never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** So long pages go on with the widget of before an upgrade. */
const SHORTLY = 'public, max-age=300';

/** The smaller first. */
const ENCODINGS = ['br', 'gzip'] as const;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  tgz: 'application/gzip',
};

/** Any site may load the widget, whatever it forbids its pages. */
const FOR_ALL_SITES = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};

/** Serves the custom elements for other sites: each build under its exact name, the present one under its major version. */
export class WidgetDoor {
  constructor(private readonly builds: WidgetBuilds) {}

  readonly handle = async (request: Request, response: Response, next: NextFunction) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (!isAsked || !request.path.startsWith(PATH)) {
      next();
      return;
    }
    response.set(FOR_ALL_SITES);
    const found = await this.builds.find(request.path);
    if (found) {
      response.set('cache-control', found.isExact ? FOR_GOOD : SHORTLY);
      send(request, response, found.file);
    } else await this.sayMissing(response);
  };

  private async sayMissing(response: Response): Promise<void> {
    const { exact, floating } = await this.builds.addresses();
    const message = `This hub does not have that build of the widget. It has ${exact}, and the present one always at ${floating}; /widget/saberes.json says the integrity hash.`;
    response.set('cache-control', 'no-store').status(404);
    response.json({ errors: [{ message, extensions: { code: ProblemCode.NOT_FOUND } }] });
  }
}

function send(request: Request, response: Response, { etag, bytes }: WidgetFile): void {
  response.set('etag', etag).vary('accept-encoding');
  if (request.headers['if-none-match']?.includes(etag)) {
    response.status(304).end();
    return;
  }
  const { path } = request;
  response.set('content-type', TYPES[path.slice(path.lastIndexOf('.') + 1)]);
  const encoding = ENCODINGS.find((known) => bytes[known] && request.acceptsEncodings(known));
  const sent = (encoding && bytes[encoding]) ?? bytes.identity;
  if (encoding) response.set('content-encoding', encoding);
  response.set('content-length', String(sent.length));
  response.end(request.method === 'HEAD' ? undefined : sent);
}
