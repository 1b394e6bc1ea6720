import type { PartnerDocument } from '../../server/embed/partner.model.js';
import type { Tally, UsageSummary } from '../../server/embed/partner-usage.js';
import type { StoredQueryDocument } from '../../server/embed/stored-query.model.js';
import { renderTable } from '../table.js';

const dayOf = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? 'never';

export const partnersTable = (partners: readonly PartnerDocument[]): string =>
  renderTable(
    [
      { title: 'Id' },
      { title: 'Name', shrinks: true },
      { title: 'Institution' },
      { title: 'Keys', align: 'right' },
      { title: 'Origins', shrinks: true },
    ],
    partners.map(({ _id, name, actor, keys, origins }) => [
      _id,
      name,
      actor ?? '',
      String(keys.length),
      origins.join(' '),
    ]),
  );

/** One partner with its keys; never a key itself. */
export function describePartner({ _id, name, actor, contact, origins, keys }: PartnerDocument) {
  const facts = [
    `${name} (${_id})`,
    `Institution: ${actor ?? 'none; administrators keep it'}`,
    `Contact: ${contact}`,
    `Origins: ${origins.join(' ') || 'none'}`,
  ];
  if (keys.length === 0) return [...facts, 'Keys: none'].join('\n');
  const table = renderTable(
    [
      { title: 'Key' },
      { title: 'Kind' },
      { title: 'Begins' },
      { title: 'Ends' },
      { title: 'Made' },
      { title: 'Last used' },
    ],
    keys.map((key) => [
      key._id,
      key.kind.toLowerCase(),
      key.prefix,
      key.lastFour,
      dayOf(key.createdAt),
      dayOf(key.lastUsedAt),
    ]),
  );
  return [...facts, '', table].join('\n');
}

export const queriesTable = (queries: readonly StoredQueryDocument[]): string =>
  renderTable(
    [
      { title: 'Id' },
      { title: 'Status' },
      { title: 'Title', shrinks: true },
      { title: 'Variables', shrinks: true },
      { title: 'Last used' },
    ],
    queries.map(({ _id, status, title, variables, lastUsedAt }) => [
      _id,
      status.toLowerCase(),
      title,
      variables.map(({ name, isOpen }) => (isOpen ? `${name} (open)` : name)).join(' '),
      dayOf(lastUsedAt),
    ]),
  );

export function usageTables({ since, until, days, queries, origins }: UsageSummary): string {
  if (days.length === 0) return `Nothing was asked for from ${since} to ${until}.`;
  return [
    tallies('Day', days),
    tallies('Query', queries, 'own operations'),
    tallies('Site', origins, 'servers'),
  ].join('\n\n');
}

const tallies = (title: string, all: readonly Tally[], unnamed = ''): string =>
  renderTable(
    [
      { title, shrinks: true },
      { title: 'Requests', align: 'right' },
      { title: 'Cost', align: 'right' },
    ],
    all.map(({ name, requests, cost }) => [name || unnamed, String(requests), String(cost)]),
  );
