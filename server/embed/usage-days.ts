import { badInput } from '../errors.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
export const KEPT_DAYS = 400;

/** Days of UTC, as 2026-03-02, both included. */
export interface UsageDays {
  readonly since: string;
  readonly until: string;
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const dayBefore = (at: Date, days: number): string =>
  dayOf(new Date(at.getTime() - days * DAY_MS));

/** The days that are asked for, or the last thirty; throws `BAD_USER_INPUT` for more than are kept. */
export function usageDays(
  now: Date,
  given: { since: string | null; until: string | null },
): UsageDays {
  const until = given.until ?? dayOf(now);
  const since = given.since ?? dayBefore(new Date(until), USUAL_DAYS - 1);
  const days = (Date.parse(until) - Date.parse(since)) / DAY_MS;
  if (days >= 0 && days <= KEPT_DAYS) return { since, until };
  throw badInput(
    'since',
    `The first day is not after the last, and at most ${KEPT_DAYS} days before.`,
  );
}
