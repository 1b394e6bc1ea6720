import type { Actor } from '../../schema/actor.js';
import type { Partner, PartnerKey } from '../../schema/partner.js';
import type { PartnerUsage } from '../../schema/partner-usage.js';
import type { StoredQuery } from '../../schema/stored-query.js';
import type { PartnerDocument, PartnerKeyDocument } from './partner.model.js';
import type { UsageSummary } from './partner-usage.js';
import type { StoredQueryDocument } from './stored-query.model.js';
import { toGiven } from './stored-variables.js';

/** What whoever keeps a partner sees of it; its institution is looked up among those that are known. */
export function toPartner(stored: PartnerDocument, actors: ReadonlyMap<string, Actor>): Partner {
  const { _id: id, name, contact, origins, version, createdAt, updatedAt } = stored;
  const actor = (stored.actor && actors.get(stored.actor)) || null;
  const keys = stored.keys.map(toPartnerKey);
  return { id, name, actor, contact, origins, keys, version, createdAt, updatedAt };
}

export function toPartnerKey({ _id: id, ...stored }: PartnerKeyDocument): PartnerKey {
  const { kind, prefix, lastFour, createdAt, lastUsedAt } = stored;
  return { id, kind, prefix, lastFour, createdAt, lastUsedAt };
}

export function toStoredQuery({ _id: id, ...stored }: StoredQueryDocument): StoredQuery {
  const { title, document, operationName, status, version, ...rest } = stored;
  const { createdAt, updatedAt, lastUsedAt } = rest;
  const documentId = `sha256:${rest.documentId}`;
  const variables = rest.variables.map(toGiven);
  const shown = { id, title, document, documentId, operationName, variables, status, version };
  return { ...shown, createdAt, updatedAt, lastUsedAt };
}

export function toUsage(summary: UsageSummary): PartnerUsage {
  const { since, until } = summary;
  const days = summary.days.map(({ name: day, ...counts }) => ({ day, ...counts }));
  return {
    since,
    until,
    requests: sumOf(days.map(({ requests }) => requests)),
    cost: sumOf(days.map(({ cost }) => cost)),
    days,
    queries: summary.queries.map(({ name, ...counts }) => ({ query: name || null, ...counts })),
    origins: summary.origins.map(({ name, ...counts }) => ({ origin: name || null, ...counts })),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
