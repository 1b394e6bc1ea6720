import { badArgument } from './oai-fault.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

/** A stretch of time as the store is asked for it: the end is the first moment that is too late. */
export interface Stretch {
  readonly from?: Date;
  readonly before?: Date;
}

/** A moment as OAI-PMH writes it, to the second. */
export const toDatestamp = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

/** Both ends belong to the stretch. Throws `badArgument`. */
export function readStretch(from: string | null, until: string | null): Stretch {
  const start = from === null ? null : readMoment('from', from);
  const end = until === null ? null : readMoment('until', until);
  if (start && end && start.lasts !== end.lasts) {
    throw badArgument('"from" and "until" have to have the same granularity.');
  }
  if (start && end && start.at > end.at) throw badArgument('"from" lies after "until".');
  return {
    ...(start ? { from: new Date(start.at) } : {}),
    // Records know milliseconds, datestamps do not.
    ...(end ? { before: new Date(end.at + end.lasts) } : {}),
  };
}

function readMoment(name: string, text: string) {
  const lasts = DAY.test(text) ? DAY_MS : SECOND_MS;
  const at = lasts === DAY_MS || SECOND.test(text) ? Date.parse(text) : Number.NaN;
  // A year 0 is none for XML, and the 30th of February would be read as the 2nd of March.
  const isReal =
    !Number.isNaN(at) &&
    at >= FIRST_YEAR &&
    toDatestamp(new Date(at)).startsWith(text.replace('Z', ''));
  if (isReal) return { at, lasts };
  throw badArgument(
    `"${name}" has to be a day or a second in UTC: 2026-03-02 or 2026-03-02T12:00:00Z.`,
  );
}

const FIRST_YEAR = Date.parse('0001-01-01T00:00:00Z');
