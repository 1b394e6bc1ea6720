import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { PartnerKeyKind, StoredQueryStatus } from '../../schema/partner-enums.js';
import type { Auth } from '../auth/auth.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { DEFAULT_LOCALE } from '../locale.js';
import type { Models } from '../mongo/models.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { PartnerService } from './partner.service.js';
import { PartnerKeys } from './partner-keys.js';
import { PartnerList } from './partner-list.js';
import { PartnerUsage } from './partner-usage.js';
import { Quotas } from './quotas.js';
import { StoredQueries } from './stored-queries.js';
import { StoredQueryService } from './stored-query.service.js';
import { StoredQueryCheck } from './stored-query-check.js';

/** The parts of a hub that embedding has to do with. */
export interface EmbeddingHost {
  readonly models: Models;
  readonly config: Config;
  readonly auth: Pick<Auth, 'audit'>;
  readonly references: ReferenceCache;
  /** Asked for when it is needed: the hub makes it after this. */
  readonly schema: GraphQLSchema;
  readonly log: Logger;
}

/** All that lets other sites show the hub's answers, put together. */
export class Embedding {
  readonly keys: PartnerKeys;
  readonly queries: StoredQueries;
  readonly quotas: Quotas;
  readonly usage: PartnerUsage;
  readonly partners: PartnerService;
  readonly partnerList: PartnerList;
  readonly saving: StoredQueryService;

  constructor(hub: EmbeddingHost, clock: Clock) {
    const { models, config, log } = hub;
    this.keys = new PartnerKeys(models.partner, clock);
    this.queries = new StoredQueries(models.storedQuery, clock);
    this.quotas = new Quotas(config);
    this.usage = new PartnerUsage(models.partnerUsage, models.storedQuery, clock, log);
    const { keys, queries } = this;
    const { audit } = hub.auth;
    const isActor = async (id: string) =>
      (await hub.references.get()).in(DEFAULT_LOCALE).actors.has(id);
    const partners = new PartnerService({ models, keys, queries, audit, clock, isActor });
    this.partners = partners;
    this.partnerList = new PartnerList(models.partner);
    const check = new StoredQueryCheck(() => hub.schema, config);
    const model = models.storedQuery;
    this.saving = new StoredQueryService({ model, partners, queries, check, audit, clock });
  }

  /** What a partner calls a query that this public key of it shows in pages; null for all else. */
  async titleFor(id: string, key: string): Promise<string | null> {
    const [known, stored] = await Promise.all([this.keys.find(key), this.queries.find(id)]);
    if (known?.kind !== PartnerKeyKind.PUBLIC || stored?.partner !== known.partner.id) return null;
    return stored.status === StoredQueryStatus.ACTIVE ? stored.title : null;
  }

  /** Writes what was counted and not yet written. */
  stop(): Promise<void> {
    return this.usage.stop();
  }
}
