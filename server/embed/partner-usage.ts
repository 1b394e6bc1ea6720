import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import type { PartnerUsageDocument, PartnerUsageModel } from './partner-usage.model.js';
import type { StoredQueryModel } from './stored-query.model.js';
import { dayBefore, dayOf, KEPT_DAYS, type UsageDays, usageDays } from './usage-days.js';

const FLUSH_MS = 3_000;
const DAY_MS = 86_400_000;

/** Below a wildcard there is no end of origins: those beyond this many a day are counted together. */
const MOST_ROWS = 200;
export const OTHER_ORIGINS = '*';
/** Of queries and of origins; in many days there may be more than anybody reads, or the store sends at once. */
const MOST_TOLD = 500;

/** One request of a partner. */
export interface Use {
  /** Id of a partner. */
  readonly partner: string;
  /** Id of a stored or a ready-made query; null: an operation of the caller's own. */
  readonly query: string | null;
  /** Null: a server, which has none. */
  readonly origin: string | null;
  readonly cost: number;
}

type Row = PartnerUsageDocument;
type Counted = Omit<Row, 'requests' | 'cost'> & { requests: number; cost: number };

/** How often something was asked for, and what that cost. */
export interface Tally {
  readonly name: string;
  readonly requests: number;
  readonly cost: number;
}

export interface UsageSummary extends UsageDays {
  readonly days: readonly Tally[];
  readonly queries: readonly Tally[];
  readonly origins: readonly Tally[];
}

/** Counts what partners ask for, in memory first: an answer never waits for it. */
export class PartnerUsage {
  private rows = new Map<string, Counted>();
  /** The same rows by what was asked, until they are written. */
  private readonly open = new Map<string, Counted>();
  private readonly rowsToday = new Map<string, Set<string>>();
  private today = '';
  /** Nothing older is stored; found out once a day. */
  private oldest = '';
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly model: PartnerUsageModel,
    private readonly queries: StoredQueryModel,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  note({ partner, query, origin, cost }: Use): void {
    const now = this.clock.now();
    const name = `${Math.floor(now.getTime() / DAY_MS)} ${partner} ${query} ${origin}`;
    const open = this.open.get(name);
    if (open) {
      open.requests += 1;
      open.cost += cost;
      return;
    }
    const day = dayOf(now);
    const row = this.placeOf({ partner, day, query: query ?? '', origin: origin ?? '' });
    this.open.set(name, this.add({ ...row, requests: 1, cost }));
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what was counted; what cannot be written now waits for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  stop(): Promise<void> {
    return this.flush();
  }

  /** What a partner asked for in these days, or in the last thirty. */
  async summary(
    partner: string,
    since: string | null = null,
    until: string | null = null,
  ): Promise<UsageSummary> {
    const span = usageDays(this.clock.now(), { since, until });
    await this.flush();
    const [found] = await this.model.aggregate<Omit<UsageSummary, keyof UsageDays>>([
      { $match: { partner, day: { $gte: span.since, $lte: span.until } } },
      { $facet: { days: byName('$day'), queries: busiest('$query'), origins: busiest('$origin') } },
    ]);
    return { ...span, ...(found ?? { days: [], queries: [], origins: [] }) };
  }

  private placeOf(use: Omit<Row, '_id' | 'requests' | 'cost'>) {
    if (use.day !== this.today) this.rowsToday.clear();
    this.today = use.day;
    const ids = this.rowsToday.get(use.partner) ?? new Set();
    this.rowsToday.set(use.partner, ids);
    const row = { ...use, _id: idOf(use) };
    if (ids.has(row._id) || ids.size < MOST_ROWS) {
      ids.add(row._id);
      return row;
    }
    const origin = OTHER_ORIGINS;
    return { ...use, origin, _id: idOf({ ...use, origin }) };
  }

  private add(row: Row): Counted {
    const sum: Counted = this.rows.get(row._id) ?? { ...row, requests: 0, cost: 0 };
    sum.requests += row.requests;
    sum.cost += row.cost;
    this.rows.set(row._id, sum);
    return sum;
  }

  private async write(): Promise<void> {
    const rows = [...this.rows.values()];
    if (rows.length === 0) return;
    this.rows = new Map();
    this.open.clear();
    try {
      await this.model.bulkWrite(rows.map(toUpsert), { ordered: false });
    } catch (error) {
      for (const row of unwritten(rows, error)) this.add(row);
      this.warn(error, 'the use of partners has to wait');
      return;
    }
    await this.tidy(rows).catch((error) => this.warn(error, 'old use of partners has to wait'));
  }

  private async tidy(rows: readonly Row[]): Promise<void> {
    const ids = [...new Set(rows.map(({ query }) => query))];
    const lastUsedAt = this.clock.now();
    await this.queries.updateMany({ _id: { $in: ids } }, { $set: { lastUsedAt } });
    const oldest = dayBefore(lastUsedAt, KEPT_DAYS);
    if (oldest === this.oldest) return;
    await this.model.deleteMany({ day: { $lt: oldest } });
    this.oldest = oldest;
  }

  private warn(error: unknown, message: string): void {
    this.log.warn({ reason: (error as Error).message }, message);
  }
}

const toUpsert = ({ _id, requests, cost, ...rest }: Row) => ({
  updateOne: {
    filter: { _id },
    update: { $setOnInsert: rest, $inc: { requests, cost } },
    upsert: true,
  },
});

/** A batch may fail in part; what was written must not count twice. */
function unwritten(rows: readonly Row[], error: unknown): readonly Row[] {
  const { writeErrors } = error as { readonly writeErrors?: readonly { readonly index: number }[] };
  if (!writeErrors) return rows;
  const failed = new Set(writeErrors.map(({ index }) => index));
  return rows.filter((_row, index) => failed.has(index));
}

const idOf = ({ partner, day, query, origin }: Omit<Row, '_id' | 'requests' | 'cost'>): string =>
  [partner, day, query, origin].join(' ');

const by = (field: string) => [
  { $group: { _id: field, requests: { $sum: '$requests' }, cost: { $sum: '$cost' } } },
  { $project: { _id: 0, name: '$_id', requests: 1, cost: 1 } },
];

const byName = (field: string) => [...by(field), { $sort: { name: 1 as const } }];

const busiest = (field: string) => [
  ...by(field),
  { $sort: { requests: -1 as const, name: 1 as const } },
  { $limit: MOST_TOLD },
];
