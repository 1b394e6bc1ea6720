import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Models } from '../mongo/models.js';
import { PartnerKeys } from './partner-keys.js';
import { PartnerUsage } from './partner-usage.js';
import { Quotas } from './quotas.js';
import { StoredQueries } from './stored-queries.js';

/** The parts of a hub that embedding has to do with. */
export interface EmbeddingHost {
  readonly models: Models;
  readonly config: Config;
  readonly log: Logger;
}

/** All that lets other sites show the hub's answers, put together. */
export class Embedding {
  readonly keys: PartnerKeys;
  readonly queries: StoredQueries;
  readonly quotas: Quotas;
  readonly usage: PartnerUsage;

  constructor(hub: EmbeddingHost, clock: Clock) {
    const { models, config, log } = hub;
    this.keys = new PartnerKeys(models.partner, clock);
    this.queries = new StoredQueries(models.storedQuery, clock);
    this.quotas = new Quotas(config);
    this.usage = new PartnerUsage(models.partnerUsage, models.storedQuery, clock, log);
  }

  /** Writes what was counted and not yet written. */
  stop(): Promise<void> {
    return this.usage.stop();
  }
}
