import 'reflect-metadata';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { AttachmentTexts } from './attachment/attachment-texts.js';
import { Attachments } from './attachment/attachments.js';
import { Auth } from './auth/auth.js';
import type { Authenticator } from './auth/authenticator.js';
import { type Clock, systemClock } from './clock.js';
import type { Config } from './config.js';
import { EmbedServing } from './embed/embed-serving.js';
import { Embedding } from './embed/embedding.js';
import { storeUnavailable } from './errors.js';
import { Exchange } from './exchange/exchange.js';
import { createApollo } from './graphql/apollo.js';
import { buildHubSchema } from './graphql/build-schema.js';
import type { Caller } from './graphql/context.js';
import type { Variables } from './graphql/known-operation.js';
import { Operations } from './graphql/operations.js';
import { createResolvers } from './graphql/resolvers.js';
import { validDocument } from './graphql/valid-document.js';
import { ownCaller } from './http/caller.js';
import { createHttpServer } from './http/create-http-server.js';
import type { HttpServer } from './http/http-server.js';
import { LateApp } from './http/late-app.js';
import type { HubOptions } from './hub-options.js';
import { IndexBuilder } from './indexing/index-builder.js';
import { IndexLease } from './indexing/index-lease.js';
import { Indexer } from './indexing/indexer.js';
import { KnowledgeMarks } from './indexing/knowledge-marks.js';
import { KnowledgeService } from './knowledge/knowledge.service.js';
import { KnowledgeWriter } from './knowledge/knowledge-writer.js';
import { DEFAULT_LOCALE, type Locale } from './locale.js';
import { Store } from './mongo/connect.js';
import { DataVersion } from './mongo/data-version.js';
import { DataVersionWatch } from './mongo/data-version-watch.js';
import { createModels, ensureIndexes, type Models } from './mongo/models.js';
import { startStore } from './mongo/start-store.js';
import { createLogger } from './observability/logger.js';
import { Metrics } from './observability/metrics.js';
import { Publishing } from './publishing/publishing.js';
import { EditorsReview } from './publishing/reviewers.js';
import { ReferenceCache } from './reference/reference-cache.js';
import { ReferenceWriter } from './reference/reference-writer.js';
import { createSearchEngine } from './search/create-engine.js';
import { SearchService } from './search/search.service.js';
import type { SearchEngine } from './search/search-engine.js';
import { createTranslating, type Translating } from './translation/translating.js';
import { HUB_VERSION } from './version.js';

/** Builds a hub from its settings; nothing listens and nothing is connected until `start`. */
export async function createHub(config: Config, options: HubOptions = {}): Promise<Hub> {
  const log = options.log ?? createLogger(config);
  return new Hub(config, options, log, new Store(config, options.store ?? startStore(config), log));
}

/** One hub: the place where all parts are put together. */
export class Hub {
  readonly clock: Clock;
  readonly models: Models;
  readonly auth: Auth;
  readonly embedding: Embedding;
  readonly dataVersion: DataVersion;
  readonly references: ReferenceCache;
  readonly knowledge: KnowledgeService;
  readonly writer: KnowledgeWriter;
  readonly referenceWriter: ReferenceWriter;
  readonly marks: KnowledgeMarks;
  readonly engine: SearchEngine;
  readonly builder: IndexBuilder;
  readonly indexer: Indexer;
  readonly publishing: Publishing;
  readonly attachments: Attachments;
  readonly exchange: Exchange;
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly serving: EmbedServing;
  readonly translating: Translating;
  readonly metrics = new Metrics();
  private readonly apollo: ApolloServer<Caller>;
  private readonly app: LateApp;
  private readonly http: HttpServer;
  private isPrepared = false;
  private isStopped = false;
  private stopping: Promise<void> | null = null;
  private readonly watch: DataVersionWatch;
  private port = 0;
  private ownOperations = 0;

  constructor(
    readonly config: Config,
    private readonly options: HubOptions,
    readonly log: Logger,
    readonly store: Store,
  ) {
    const clock = options.clock ?? systemClock;
    this.clock = clock;
    this.models = createModels(store.connection);
    const publicUrl = () => this.url;
    this.auth = new Auth({ models: this.models, config, clock, log, publicUrl }, options.auth);
    this.dataVersion = new DataVersion(this.models.state);
    this.watch = new DataVersionWatch(this.dataVersion, log);
    this.references = new ReferenceCache(this.models, this.dataVersion, clock);
    this.embedding = new Embedding(this, clock);
    this.knowledge = new KnowledgeService(
      this.models.knowledge,
      this.dataVersion,
      config.RECORDS_CACHE_MB,
    );
    this.writer = new KnowledgeWriter(this.models.knowledge, clock);
    this.referenceWriter = new ReferenceWriter(this.models);
    const attached = new AttachmentTexts(this.models.attachmentText, clock);
    this.marks = new KnowledgeMarks(this.models.knowledge, clock);
    this.engine = options.engine ?? createSearchEngine(config, log);
    this.translating = createTranslating(this, clock, options.translation);
    const beside = { attached, machine: this.translating.machineTexts };
    this.builder = new IndexBuilder(this.engine, this.marks, this.references, beside);
    this.indexer = this.createIndexer(clock);
    this.publishing = new Publishing({
      models: this.models,
      dataVersion: this.dataVersion,
      indexer: this.indexer,
      translator: this.translating.drafts,
      reviewers: new EditorsReview(this.auth.members),
      audit: this.auth.audit,
      writer: this.writer,
      clock,
      log,
    });
    this.attachments = new Attachments(this, attached, clock);
    this.exchange = new Exchange(this);
    this.schema = buildHubSchema(this.createResolvers());
    this.operations = this.createOperations();
    this.serving = new EmbedServing(this);
    this.apollo = createApollo(this.schema, this.operations, log);
    this.app = new LateApp(() => this.loadApp(), log);
    this.http = this.createHttp();
    this.metrics.watchQueue(() => this.readQueue());
  }

  /** Where people reach the hub. */
  get url(): string {
    return (
      this.config.PUBLIC_URL?.replace(/\/+$/, '') ??
      `http://localhost:${this.port || this.config.PORT}`
    );
  }

  get authenticator(): Authenticator {
    return this.options.authenticator ?? this.auth.authenticator;
  }

  get facts() {
    return { version: HUB_VERSION, store: this.store.name, search: this.engine.name };
  }

  /** Listens at once and resolves when everything is loaded; `/health/ready` says how far it is. */
  async start(): Promise<void> {
    this.indexer.openEarly();
    await this.apollo.start();
    if (this.isStopped) return;
    this.port = await this.http.listen(this.config.PORT, this.config.HOST);
    await this.prepare();
    if (!this.isStopped) this.translating.start();
    this.app.open();
    void this.metrics.open();
  }

  /** Connects to the store and makes it usable; nothing is loaded, indexed or served. */
  async connect(): Promise<void> {
    await this.store.connect();
    if (this.isStopped) return;
    await ensureIndexes(this.models);
    await this.dataVersion.refresh();
  }

  /** Connects, loads and indexes without listening: for commands that need no HTTP. */
  async prepare(): Promise<void> {
    await this.connect();
    if (this.isStopped) return;
    await this.options.loadContent?.(this);
    await this.references.get();
    this.isPrepared = true;
    if (this.store.isShared) this.watch.start();
    this.indexer.start();
    this.publishing.start();
    this.attachments.start();
    await this.indexer.firstTurn();
  }

  /** Answers an operation of the hub's own in this process, as the HTTP door would. */
  execute(
    source: string,
    variables: Variables = {},
    locale: `${Locale}` = DEFAULT_LOCALE,
    caller?: Caller,
  ) {
    const known =
      this.operations.find(source, undefined) ??
      this.operations.learn(source, undefined, validDocument(this.schema, source));
    const requestId = `own-${++this.ownOperations}`;
    const own = ownCaller(requestId, locale);
    return this.operations.run(known, {
      ...own,
      ...caller,
      acceptedLocale: own.acceptedLocale,
      variables,
    });
  }

  /** Finishes what is in flight, then lets go of everything; within ten seconds. */
  stop(): Promise<void> {
    this.stopping ??= this.letGo();
    return this.stopping;
  }

  private async letGo(): Promise<void> {
    this.isStopped = true;
    this.watch.stop();
    await this.http.close();
    await this.embedding.stop();
    await this.publishing.stop();
    await this.attachments.stop();
    await this.translating.stop();
    await this.indexer.stop();
    await this.engine.close();
    await this.store.close();
  }

  /** Without waiting for a store that cannot be reached. */
  private async readQueue() {
    if (!this.store.isConnected) throw storeUnavailable();
    return this.marks.queue();
  }

  private createIndexer(clock: Clock): Indexer {
    const { engine, builder, marks, dataVersion, metrics, log } = this;
    const lease = new IndexLease(this.models.state, clock);
    const storeIsShared = this.store.isShared;
    const parts = { engine, builder, marks, lease, dataVersion };
    return new Indexer({ ...parts, clock, metrics, log, storeIsShared });
  }

  private createResolvers() {
    const search = new SearchService(this.engine, () => this.indexer.ready);
    return createResolvers(this, search);
  }

  private createOperations(): Operations {
    const sources = {
      references: this.references,
      knowledge: this.knowledge,
      model: this.models.knowledge,
      dataVersion: this.dataVersion,
      publicUrl: () => this.url,
      isStoreConnected: () => this.store.isConnected,
      audit: this.auth.audit,
      writer: this.writer,
    };
    return new Operations(this.schema, sources, this.config, this.log);
  }

  private createHttp(): HttpServer {
    const { apollo, app } = this;
    return createHttpServer(this, { apollo, app, isPrepared: () => this.isPrepared });
  }

  private async loadApp() {
    const { createApp } = await import('./http/app.js');
    const { metrics, dataVersion, log, config, exchange, authenticator, auth, serving } = this;
    const pages = (await this.options.loadPages?.(this)) ?? null;
    const publicUrl = () => this.url;
    const known = { config, auth, authenticator, dataVersion, metrics, log };
    const parts = { ...known, publicUrl, exchange, serving };
    return createApp({ pages, hub: this, attachments: this.attachments.door, ...parts });
  }
}
