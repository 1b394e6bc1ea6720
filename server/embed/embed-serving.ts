import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Operations } from '../graphql/operations.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Metrics } from '../observability/metrics.js';
import { EmbedDoor } from './embed-door.js';
import { EmbeddedAnswers } from './embedded-answers.js';
import { ReadyMadeQueries } from './ready-made.js';

/** The parts of a hub that answers to other sites are made from. */
export interface EmbedServingHost {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly dataVersion: DataVersion;
  readonly config: Config;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** What answers other sites, put together. */
export class EmbedServing {
  readonly answers: EmbeddedAnswers;
  readonly door: EmbedDoor;

  constructor({ schema, operations, dataVersion, config, metrics, log }: EmbedServingHost) {
    const readyMade = new ReadyMadeQueries(schema);
    const cacheMegabytes = config.EMBED_CACHE_MB;
    this.answers = new EmbeddedAnswers({ readyMade, operations, dataVersion, cacheMegabytes });
    this.door = new EmbedDoor({ answers: this.answers, metrics, log });
  }
}
