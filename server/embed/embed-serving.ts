import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../auth/authenticator.js';
import type { Config } from '../config.js';
import type { Operations } from '../graphql/operations.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Metrics } from '../observability/metrics.js';
import { DocumentsDoor } from './documents-door.js';
import { EmbedAccess } from './embed-access.js';
import { EmbedDoor } from './embed-door.js';
import { EmbeddedAnswers } from './embedded-answers.js';
import type { Embedding } from './embedding.js';
import { FreeQueries } from './free-queries.js';
import { ReadyMadeQueries } from './ready-made.js';

/** The parts of a hub that answers to other sites are made from. */
export interface EmbedServingHost {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly embedding: Embedding;
  readonly authenticator: Authenticator;
  readonly dataVersion: DataVersion;
  readonly config: Config;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Where people reach the hub. */
  readonly url: string;
}

/** What answers other sites, put together. */
export class EmbedServing {
  readonly access: EmbedAccess;
  readonly answers: EmbeddedAnswers;
  readonly door: EmbedDoor;
  readonly documents: DocumentsDoor;
  readonly free: FreeQueries;

  constructor(hub: EmbedServingHost) {
    const { schema, operations, dataVersion, config, metrics, log } = hub;
    const { keys, queries, quotas, usage } = hub.embedding;
    const readyMade = new ReadyMadeQueries(schema);
    const publicUrl = () => hub.url;
    this.access = new EmbedAccess({ schema, readyMade, keys, queries, guesses: quotas, publicUrl });
    this.answers = new EmbeddedAnswers({
      access: this.access,
      quotas,
      usage,
      operations,
      dataVersion,
      cacheMegabytes: config.EMBED_CACHE_MB,
      trustedProxies: config.TRUSTED_PROXIES,
    });
    const { access, answers } = this;
    this.door = new EmbedDoor({ answers, metrics, log });
    this.documents = new DocumentsDoor({ answers, metrics, log });
    const { authenticator } = hub;
    this.free = new FreeQueries({ access, quotas, usage, authenticator, config });
  }
}
