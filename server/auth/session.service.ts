import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { type Client, networkOf } from './client-address.js';
import { digestOf, newSecret } from './secret.js';
import type { SessionDocument, SessionModel } from './session.model.js';
import type { ViewerCache } from './viewer-cache.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More than a person has browsers; the oldest ends when one more begins. */
export const MAX_SESSIONS = 20;

export interface SessionSettings {
  readonly SESSION_IDLE_HOURS: number;
  readonly SESSION_DAYS: number;
}

/** A session that has just begun; its secret is told this once. */
export interface StartedSession {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Sessions: each has a secret of its own that the store knows by its digest only. */
export class SessionService {
  constructor(
    private readonly model: SessionModel,
    private readonly cache: ViewerCache,
    private readonly settings: SessionSettings,
    private readonly clock: Clock,
  ) {}

  /** Always a new secret: one that a browser brought along is never taken over. */
  async start(member: string, { address, userAgent }: Client): Promise<StartedSession> {
    const now = this.clock.now();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + this.settings.SESSION_DAYS * DAY_MS);
    const id = newId('session', now);
    await this.model.create({
      _id: id,
      hash: digestOf(secret),
      member,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent,
      address: networkOf(address) ?? '',
    });
    await this.tidy(member);
    return { id, secret, expiresAt };
  }

  /** When it ends if it is not used again. */
  endOf({ lastSeenAt, expiresAt }: Pick<SessionDocument, 'lastSeenAt' | 'expiresAt'>): Date {
    const idle = lastSeenAt.getTime() + this.settings.SESSION_IDLE_HOURS * HOUR_MS;
    return new Date(Math.min(idle, expiresAt.getTime()));
  }

  /** Those that have not ended, newest first. */
  async list(member: string): Promise<readonly SessionDocument[]> {
    const found = await this.model
      .find({ member }, null, { sort: NEWEST, limit: MAX_SESSIONS })
      .lean();
    const now = this.clock.now();
    return found.filter((session) => this.endOf(session) > now);
  }

  /** False when the member has no such session. */
  async end(id: string, member: string): Promise<boolean> {
    const { deletedCount } = await this.model.deleteOne({ _id: id, member });
    this.cache.clear();
    return deletedCount > 0;
  }

  /** Leaves one; says how many ended. */
  async endOthers(kept: string, member: string): Promise<number> {
    const { deletedCount } = await this.model.deleteMany({ member, _id: { $ne: kept } });
    this.cache.clear();
    return deletedCount;
  }

  async endAll(member: string): Promise<void> {
    await this.model.deleteMany({ member });
    this.cache.clear();
  }

  /** Takes away what is over, of everybody, and what this member has too many of. */
  private async tidy(member: string): Promise<void> {
    await this.model.deleteMany({ expiresAt: { $lt: this.clock.now() } });
    const [oldestKept] = await this.model
      .find({ member }, 'createdAt', { sort: NEWEST, skip: MAX_SESSIONS - 1, limit: 1 })
      .lean();
    if (!oldestKept) return;
    await this.model.deleteMany({ member, createdAt: { $lt: oldestKept.createdAt } });
  }
}

const NEWEST = { createdAt: -1, _id: 1 } as const;
