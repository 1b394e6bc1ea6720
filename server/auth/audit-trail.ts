import type { AuditFilter, AuditOutcome } from '../../schema/audit-entry.js';
import type { Clock } from '../clock.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import { newId } from '../ids.js';
import type { AuditDocument, AuditModel } from './audit.model.js';
import { networkOf } from './client-address.js';

const MAX_NOTE = 500;

/** What is put on record; never a secret, never a whole address. */
export interface AuditEntry {
  readonly memberId: string | null;
  /** A dotted name, as `session.start`. */
  readonly action: string;
  readonly target?: string | null;
  readonly outcome?: `${AuditOutcome}`;
  /** The whole address; it is shortened before it is stored. */
  readonly address?: string;
  readonly note?: string | null;
}

/** Who did what and when; entries are added, never changed and never taken away. */
export class AuditTrail {
  constructor(
    private readonly model: AuditModel,
    private readonly clock: Clock,
  ) {}

  async record({ memberId, action, ...rest }: AuditEntry): Promise<void> {
    const at = this.clock.now();
    await this.model.create({
      _id: newId('audit', at),
      at,
      memberId,
      action,
      target: rest.target ?? null,
      outcome: rest.outcome ?? 'DONE',
      address: networkOf(rest.address ?? ''),
      note: rest.note?.slice(0, MAX_NOTE) ?? null,
    });
  }

  /** Newest first. */
  async page(filter: AuditFilter, first: number, after: string | null) {
    const size = pageSize(first);
    const list = listFingerprint('audit', filter);
    const below = after ? decodeCursor(list, after).id : null;
    const found = await this.model
      .find(toQuery(filter, below), null, { sort: { _id: -1 }, limit: size + 1 })
      .lean();
    const edges = found.slice(0, size).map((node) => ({
      node: toEntry(node),
      cursor: encodeCursor(list, { key: node._id, id: node._id }),
    }));
    return toPage(edges, { hasNextPage: found.length > size, hasPreviousPage: below !== null });
  }

  /** All of it, oldest first, without holding more than a few entries in memory. */
  async *all(filter: AuditFilter = {}): AsyncGenerator<ReturnType<typeof toEntry>> {
    const cursor = this.model
      .find(toQuery(filter, null), null, { sort: { _id: 1 } })
      .lean()
      .cursor();
    for await (const entry of cursor) yield toEntry(entry);
  }
}

export const toEntry = ({ _id: id, ...entry }: AuditDocument) => ({ id, ...entry });

/** Ids begin with their time, so that they bound a span of it. */
function toQuery({ since, until, ...equal }: AuditFilter, below: string | null) {
  const parts = Object.entries(equal).filter(([, value]) => typeof value === 'string');
  const bounds = {
    ...(since ? { $gte: boundAt(since) } : {}),
    ...lower(until ? boundAt(until) : null, below),
  };
  return { ...Object.fromEntries(parts), ...(Object.keys(bounds).length ? { _id: bounds } : {}) };
}

function lower(first: string | null, second: string | null) {
  const [least] = [first, second].filter((bound) => bound !== null).sort();
  return least ? { $lt: least } : {};
}

const RANDOM_PART = 16;
const boundAt = (at: Date): string => newId('audit', at).slice(0, -RANDOM_PART);
