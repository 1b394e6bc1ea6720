import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { isDay } from '../calendar-day.js';
import type { PageContext } from '../page-context.js';

type AuditFilter = NonNullable<OperationTypes['audit-trail']['variables']['filter']>;
export type AuditEntry = OperationTypes['audit-trail']['data']['auditTrail']['nodes'][number];

export const OUTCOMES = ['DONE', 'REFUSED'] as const;
const DAY_MS = 86_400_000;

/** What the address asks for; days count as they do everywhere in the world's clock. */
export function auditFilter({ query }: PageContext): AuditFilter {
  const outcome = OUTCOMES.find((known) => known === query.get('outcome'));
  return {
    ...given('action', query),
    ...given('memberId', query),
    ...given('target', query),
    ...(outcome ? { outcome } : {}),
    ...moment('since', startOf(query.get('since'), 0)),
    ...moment('until', startOf(query.get('until'), 1)),
  };
}

const given = (name: 'action' | 'memberId' | 'target', query: URLSearchParams): AuditFilter => {
  const text = query.get(name)?.trim();
  return text ? { [name]: text } : {};
};

const moment = (name: 'since' | 'until', value: string | null): AuditFilter =>
  value === null ? {} : { [name]: value };

/** The first moment of a day, or of so many days later; null for what is no day. */
function startOf(day: string | null, later: number): string | null {
  if (!day || !isDay(day)) return null;
  return new Date(Date.parse(day) + later * DAY_MS).toISOString();
}
