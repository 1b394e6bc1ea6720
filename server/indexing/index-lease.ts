import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { StateModel } from '../mongo/state.model.js';

const DUPLICATE_KEY = 11000;

/** How long a process that was killed keeps the others from indexing. */
const LEASE_MS = 5_000;

/** Lets one of several hub processes index, or translate for the index; another takes over when it falls silent. */
export class IndexLease {
  private readonly holder = randomBytes(9).toString('base64url');
  private until = 0;

  constructor(
    private readonly state: StateModel,
    private readonly clock: Clock,
    private readonly work: 'indexing' | 'translating' = 'indexing',
  ) {}

  /** Whether this process may index now; asks the store when half of the lease is used up. */
  async hold(): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (now < this.until - LEASE_MS / 2) return true;
    const until = new Date(now + LEASE_MS);
    const isHeld = await this.acquire(new Date(now), until);
    this.until = isHeld ? until.getTime() : 0;
    return isHeld;
  }

  /** Holds on while work goes on that may take longer than a lease lasts. */
  async during<Done>(work: () => Promise<Done>): Promise<Done> {
    const timer = setInterval(() => void this.hold().catch(() => {}), LEASE_MS / 5);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Lets the next process start at once. */
  async release(): Promise<void> {
    this.until = 0;
    await this.state.deleteOne({ _id: this.work, holder: this.holder });
  }

  private async acquire(now: Date, until: Date): Promise<boolean> {
    try {
      await this.state.updateOne(
        { _id: this.work, $or: [{ holder: this.holder }, { until: { $lt: now } }] },
        { $set: { holder: this.holder, until } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }
}
