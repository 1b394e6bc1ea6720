import { badInput } from '../errors.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
export const KEPT_DAYS = 400;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SHOWN_LENGTH = 40;

/** Days of UTC, as 2026-03-02, both included. */
export interface UsageDays {
  readonly since: string;
  readonly until: string;
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const dayBefore = (at: Date, days: number): string =>
  dayOf(new Date(at.getTime() - days * DAY_MS));

/** Whether the calendar has such a day: the 31st of February would be read as the 3rd of March. */
export function isDay(text: string): boolean {
  const at = new Date(text);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && dayOf(at) === text;
}

/** The days that are asked for, or the last thirty; throws `BAD_USER_INPUT` for others than the calendar has, or are kept. */
export function usageDays(
  now: Date,
  given: { since: string | null; until: string | null },
): UsageDays {
  for (const [name, text] of Object.entries(given)) {
    if (text !== null && !isDay(text)) throw badInput(name, notADay(text));
  }
  const until = given.until ?? dayOf(now);
  const since = given.since ?? dayBefore(new Date(until), USUAL_DAYS - 1);
  const days = (Date.parse(until) - Date.parse(since)) / DAY_MS;
  if (days >= 0 && days <= KEPT_DAYS) return { since, until };
  throw badInput(
    'since',
    `The first day is not after the last, and at most ${KEPT_DAYS} days before.`,
  );
}

/** What is said of it, wherever it is refused. */
export const notADay = (text: string): string =>
  `There is no day "${text.slice(0, SHOWN_LENGTH)}". Write one of the calendar as 2026-01-31.`;
