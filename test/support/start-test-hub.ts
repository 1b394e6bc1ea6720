import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { GraphQLClient } from 'graphql-request';
import type { mongo } from 'mongoose';
import { type Logger, pino } from 'pino';
import { loadSeeds } from '../../seeds/load.js';
import { LOCAL_CLIENT } from '../../server/auth/client-address.js';
import type { MemberDocument } from '../../server/auth/member.model.js';
import { sessionCookieName } from '../../server/auth/session-carrier.js';
import { type Config, readConfig } from '../../server/config.js';
import { createHub, type Hub } from '../../server/hub.js';
import type { HubOptions } from '../../server/hub-options.js';
import { createPages } from '../../web/pages.js';
import { eventually } from './eventually.js';
import { Factories } from './factories.js';
import type { Platform } from './platforms.js';
import { realMeilisearch } from './real-meilisearch.js';
import { withDatabase } from './real-mongo.js';
import { freshDatabase } from './running-mongo.js';
import { copySeeds } from './seeded-folder.js';

export interface TestHubOptions
  extends Pick<HubOptions, 'auth' | 'authenticator' | 'clock' | 'engine' | 'translation'> {
  /** Loads the shipped content. */
  readonly seeds?: boolean;
  readonly platform?: Platform;
  readonly config?: Partial<Config>;
  /** False: resolves when it listens, whether or not the store can be reached. */
  readonly untilReady?: boolean;
}

type Variables = Record<string, unknown>;
type Headers = Readonly<Record<string, string>>;

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [name: string]: unknown };
}

/** An answer over HTTP as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

/** One log line, parsed. */
export type LogLine = { readonly level: number; readonly msg: string } & Record<string, unknown>;

/** A whole hub on a free port, with a folder or a database of its own. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'saberes-hub-'));
  const { lines, log } = capturedLog();
  const config = { ...configFor(folder, options.platform), ...options.config };
  if (options.seeds && isOnItsOwn(config, folder) && !options.engine) await copySeeds(folder);
  const hub = await createHub(config, {
    log,
    clock: options.clock,
    engine: options.engine,
    translation: options.translation,
    auth: options.auth,
    authenticator: options.authenticator,
    loadPages: async (target) => createPages(target),
    loadContent: options.seeds ? async (started) => void (await loadSeeds(started)) : undefined,
  });
  const test = new TestHub(hub, folder, lines);
  const started = hub.start();
  if (options.untilReady === false) {
    started.catch(() => {});
    await eventually(() => fetch(`${test.url}/health/live`));
    return test;
  }
  await started;
  await hub.indexer.settle();
  return test;
}

/** All that it holds is in its folder. */
const isOnItsOwn = ({ DATA_DIR, MONGODB_URI, MEILI_URL }: Config, folder: string): boolean =>
  DATA_DIR === folder && !MONGODB_URI && !MEILI_URL;

function configFor(folder: string, platform: Platform | undefined): Config {
  const { mongoUri, meiliUrl } = platform ?? {};
  const { apiKey } = realMeilisearch.options;
  return readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
    QUOTA_STRANGERS: '1e9', // a whole suite asks from one address
    ...(mongoUri ? { MONGODB_URI: withDatabase(mongoUri, freshDatabase('hub')) } : {}),
    ...(meiliUrl ? { MEILI_URL: meiliUrl, MEILI_INDEX: realMeilisearch.freshIndexName() } : {}),
    ...(meiliUrl && apiKey ? { MEILI_API_KEY: apiKey } : {}),
  });
}

function capturedLog(): { readonly lines: LogLine[]; readonly log: Logger } {
  const lines: LogLine[] = [];
  const write = (chunk: unknown, _encoding: unknown, done: () => void) => {
    for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line) as LogLine);
    done();
  };
  return { lines, log: pino({ level: 'info', base: undefined }, new Writable({ write })) };
}

/** A hub and what tests do with it. */
export class TestHub {
  readonly build: Factories;
  private isStopped = false;

  constructor(
    readonly hub: Hub,
    private readonly folder: string,
    /** What it has logged so far. */
    readonly log: readonly LogLine[],
  ) {
    this.build = new Factories(hub);
  }

  get url(): string {
    return this.hub.url.replace('localhost', '127.0.0.1');
  }

  /** The data of an answer; rejects when there are errors. */
  query<T = unknown>(document: string, variables?: Variables, headers?: Headers): Promise<T> {
    return new GraphQLClient(`${this.url}/graphql`).request<T>(document, variables, headers);
  }

  /** The answer as it comes over HTTP, errors and all. */
  ask(document: string, variables?: Variables, headers?: Headers): Promise<RawAnswer> {
    return this.post(JSON.stringify({ query: document, variables }), headers);
  }

  /** Sends a body as it is. */
  async post(body: string, headers: Headers = {}): Promise<RawAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    const { data, errors } = readJson(text);
    return { status: response.status, headers: response.headers, text, data, errors };
  }

  /** The header of a member's new session; signing in with the password is tested elsewhere. */
  async sessionOf({ _id }: Pick<MemberDocument, '_id'>): Promise<{ readonly cookie: string }> {
    const { secret } = await this.hub.auth.sessions.start(_id, LOCAL_CLIENT);
    return { cookie: `${sessionCookieName(this.hub.url)}=${secret}` };
  }

  /** Codes of the errors of an answer, in their order. */
  async errorCodes(document: string, variables?: Variables): Promise<readonly string[]> {
    const { errors = [] } = await this.ask(document, variables);
    return errors.map(({ extensions }) => extensions.code);
  }

  /** Runs something and gives the commands that the store was sent meanwhile. */
  async storeCommands(run: () => Promise<unknown>): Promise<readonly mongo.CommandStartedEvent[]> {
    const seen: mongo.CommandStartedEvent[] = [];
    const note = (event: mongo.CommandStartedEvent) => {
      if (!BACKGROUND.has(collectionOf(event))) seen.push(event);
    };
    const client = this.hub.store.connection.getClient();
    await this.hub.indexer.settle();
    client.on('commandStarted', note);
    try {
      await run();
    } finally {
      client.off('commandStarted', note);
    }
    return seen.filter((event) => !isOfIndexer(event) && !isOfFiler(event));
  }

  /** To be called in `afterAll`; twice does no harm. */
  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    const { store, config, engine } = this.hub;
    if (store.isShared && store.isConnected) await store.connection.dropDatabase();
    await this.hub.stop();
    if (config.MEILI_URL) await realMeilisearch.drop(engine, config.MEILI_INDEX);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What the hub does by itself at any moment is not counted as part of an operation. */
const BACKGROUND = new Set(['hub_state', 'hello', 'ping', 'endSessions']);

const collectionOf = ({ command, commandName }: mongo.CommandStartedEvent): string =>
  String(
    (command as Record<string, unknown>)[commandName] === 1 ? commandName : command[commandName],
  );

const isOfIndexer = ({ command }: mongo.CommandStartedEvent): boolean =>
  /unindexedSince|updatedAt/.test(JSON.stringify(command.filter ?? {}));

/** Moving steps into the history. */
const isOfFiler = ({ command, commandName }: mongo.CommandStartedEvent): boolean =>
  (commandName === 'update' && command.update === 'revisions') ||
  /"unfiled\.number"|"\$pull":\{"unfiled"/.test(JSON.stringify(command));

function readJson(text: string): { data?: unknown; errors?: readonly AnswerError[] } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: readonly AnswerError[] };
  } catch {
    return {};
  }
}
