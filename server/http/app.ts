import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { ATTACHMENTS_PATH } from '../attachment/attachment.view.js';
import type { Auth } from '../auth/auth.js';
import type { Authenticator } from '../auth/authenticator.js';
import { createOidcDoor } from '../auth/oidc/oidc-door.js';
import type { Config } from '../config.js';
import type { EmbedServing } from '../embed/embed-serving.js';
import { FeedsDoor } from '../embed/feeds-door.js';
import { FramesDoor } from '../embed/frames-door.js';
import { WidgetBuilds } from '../embed/widget-builds.js';
import { storeUnavailable } from '../errors.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Hub } from '../hub.js';
import { McpDoor } from '../mcp/mcp-door.js';
import type { DataVersion } from '../mongo/data-version.js';
import { isStoreUnavailable } from '../mongo/store-unavailable.js';
import { createOaiDoor } from '../oai/create-oai-door.js';
import { OAI_PATH } from '../oai/oai-repository.js';
import type { Metrics } from '../observability/metrics.js';
import { createOpenDataDoor } from '../open-data/open-data-door.js';
import { KeptPages } from './kept-pages.js';
import type { Pages } from './pages.js';
import { PagesDoor } from './pages-door.js';
import { PersonalPages } from './personal-pages.js';
import { requestIdOf } from './request-id.js';
import { TablesDoor } from './tables-door.js';
import { WidgetDoor } from './widget-door.js';

export interface AppParts {
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly dataVersion: DataVersion;
  readonly config: Config;
  readonly auth: Auth;
  readonly authenticator: Authenticator;
  readonly publicUrl: () => string;
  /** What doors of their own folder are made from. */
  readonly hub: Hub;
  /** Takes and gives files of records. */
  readonly attachments: RequestHandler;
  /** Pages for people; without them `/` leads to the explorer. */
  readonly pages: Pages | null;
  readonly exchange: Exchange;
  readonly serving: EmbedServing;
}

/** Everything but `/graphql` and `/health`: pages, the in-browser IDE, metrics. */
export function createApp(parts: AppParts): Express {
  const { pages, config, dataVersion, metrics, log, exchange } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.enable('strict routing');
  app.use(helmet());
  app.use(compression());

  app.get('/graphql', helmet({ contentSecurityPolicy: IDE_POLICY }), sendIde);
  app.get('/metrics', async (_request, response) => {
    const { text, contentType } = await metrics.expose();
    response.type(contentType).send(text);
  });
  const builds = new WidgetBuilds(path.join(config.DATA_DIR, 'widget'), log);
  app.use(new WidgetDoor(builds).handle);
  app.use(ATTACHMENTS_PATH, parts.attachments);
  app.use(createOidcDoor(parts));
  app.use(createOpenDataDoor(exchange.openData));
  app.all(OAI_PATH, createOaiDoor(parts.hub));
  app.all('/mcp', new McpDoor(parts.hub).handle);
  if (pages) {
    const kept = new KeptPages(config.PAGES_CACHE_MB, dataVersion);
    app.use(new TablesDoor({ pages, exchange, log }).handle);
    const { answers } = parts.serving;
    app.use(new FramesDoor({ pages, answers, kept, dataVersion, log }).handle);
    app.use(new FeedsDoor({ pages, answers, kept, dataVersion, log }).handle);
    const personal = new PersonalPages({ ...parts, pages });
    app.use(new PagesDoor({ pages, kept, personal, dataVersion, log }).handle);
  } else app.get('/', (_request, response) => response.redirect('/graphql'));
  app.use((_request, response) => {
    const message = 'There is nothing at this address. The API is at /graphql.';
    response.status(404).json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
  });
  app.use(answerFailure(log));
  return app;
}

/** The IDE is one page with everything inline; it loads nothing from elsewhere. */
const IDE_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'unsafe-inline'", "'unsafe-eval'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:', 'data:'],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

const idePage = fileURLToPath(new URL('../../ide/graphiql.html', import.meta.url));

async function sendIde(_request: Request, response: Response): Promise<void> {
  response
    .type('html')
    .set('cache-control', 'public, max-age=3600')
    .send(await readFile(idePage));
}

const answerFailure =
  (log: Logger) =>
  (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const requestId = requestIdOf(request);
    if (isStoreUnavailable(error)) {
      const { code, message } = storeUnavailable();
      response.status(503).json({ errors: [{ message, extensions: { code, requestId } }] });
      return;
    }
    const { status = 500 } = error as { status?: number };
    if (status >= 500) log.error({ requestId, err: error }, 'a request failed');
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message =
      status >= 500 ? `Internal error. Quote the request id ${requestId}.` : 'Bad request.';
    response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
  };
