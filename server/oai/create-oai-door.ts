import type { RequestHandler } from 'express';
import { clientOf } from '../auth/client-address.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Quotas } from '../embed/quotas.js';
import { PublicChanges } from '../knowledge/public-changes.js';
import type { Models } from '../mongo/models.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { costOf } from './oai-cost.js';
import { oaiDoor } from './oai-door.js';
import { OaiRepository } from './oai-repository.js';
import { ResumptionTokens } from './resumption-tokens.js';
import { TokenKey } from './token-key.js';

export interface OaiDoorParts {
  readonly models: Models;
  readonly references: ReferenceCache;
  readonly clock: Clock;
  readonly config: Config;
  readonly embedding: { readonly quotas: Quotas };
  /** Where people reach the hub. */
  readonly url: string;
}

/** Puts the parts of harvesting together. */
export function createOaiDoor(parts: OaiDoorParts): RequestHandler {
  const { models, references, clock, config } = parts;
  const key = new TokenKey(models.state);
  const repository = new OaiRepository({
    changes: new PublicChanges(models.knowledge),
    references,
    tokens: new ResumptionTokens(key.get),
    clock,
    pageSize: config.OAI_PAGE_SIZE,
    hubUrl: () => parts.url,
    email: () => config.CONTACT_EMAIL ?? usualAddress(parts.url),
  });
  return oaiDoor(repository, (request, parameters) => {
    const { address } = clientOf(request, config.TRUSTED_PROXIES);
    return parts.embedding.quotas.take({ address }, costOf(parameters, config.OAI_PAGE_SIZE));
  });
}

/** The protocol demands an address; every domain with a web site should have this one (RFC 2142). */
function usualAddress(hubUrl: string): string {
  const { hostname } = new URL(hubUrl);
  return `webmaster@${hostname.includes('.') ? hostname : `${hostname}.invalid`}`;
}
