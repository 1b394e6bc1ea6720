import type { ApolloServer } from '@apollo/server';
import type { Config } from '../config.js';
import type { EmbedServing } from '../embed/embed-serving.js';
import type { Caller } from '../graphql/context.js';
import type { Operations } from '../graphql/operations.js';
import type { Indexer } from '../indexing/indexer.js';
import type { Store } from '../mongo/connect.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Metrics } from '../observability/metrics.js';
import type { SearchEngine } from '../search/search-engine.js';
import { GraphQLHandler } from './graphql-handler.js';
import { Health } from './health.js';
import { HttpServer } from './http-server.js';
import { KeptAnswers } from './kept-answers.js';
import type { LateApp } from './late-app.js';

/** The parts of a hub that it is reached by. */
export interface HttpHost {
  readonly config: Config;
  readonly operations: Operations;
  readonly dataVersion: DataVersion;
  readonly metrics: Metrics;
  readonly serving: EmbedServing;
  readonly store: Store;
  readonly engine: SearchEngine;
  readonly indexer: Indexer;
  /** Where people reach the hub. */
  readonly url: string;
}

export interface HttpParts {
  readonly apollo: ApolloServer<Caller>;
  readonly app: LateApp;
  readonly isPrepared: () => boolean;
}

/** Puts the doors of a hub together; nothing listens yet. */
export function createHttpServer(hub: HttpHost, parts: HttpParts): HttpServer {
  const { config, operations, dataVersion, metrics, serving } = hub;
  const graphql = new GraphQLHandler({
    apollo: parts.apollo,
    operations,
    kept: new KeptAnswers(config.ANSWERS_CACHE_MB, dataVersion),
    dataVersion,
    metrics,
    limits: config,
    free: serving.free,
    documents: serving.documents,
    publicUrl: () => hub.url,
  });
  const health = new Health(hub.store, hub.engine, hub.indexer, parts.isPrepared);
  return new HttpServer({
    graphql,
    health,
    embed: serving.door,
    documents: serving.documents,
    app: parts.app,
  });
}
