import { randomBytes } from 'node:crypto';
import type { StateModel } from '../mongo/state.model.js';

const BYTES = 32;

/** What resumption tokens are signed with: drawn once for a store, the same for all who share it. */
export class TokenKey {
  private reading: Promise<Buffer> | null = null;

  constructor(private readonly state: StateModel) {}

  readonly get = (): Promise<Buffer> => {
    this.reading ??= this.read().catch((error: unknown) => {
      this.reading = null;
      throw error;
    });
    return this.reading;
  };

  private async read(): Promise<Buffer> {
    const drawn = randomBytes(BYTES).toString('base64url');
    const stored = await this.state
      .findOneAndUpdate(
        { _id: 'harvesting' },
        { $setOnInsert: { key: drawn } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    return Buffer.from(stored?.key ?? drawn, 'base64url');
  }
}
