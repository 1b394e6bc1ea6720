import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { StartedStore } from './start-store.js';

const SELECTION_TIMEOUT_MS = 3_000;
const RETRY_MS = 1_000;
const POOL_SIZE = 20;

/** MongoDB, or the embedded store in this process; the code above it sees no difference. */
export class Store {
  readonly connection: Connection = mongoose.createConnection();
  readonly name: StartedStore['name'];
  /** Whether other hub processes may write to it. */
  readonly isShared: boolean;
  private isClosed = false;

  constructor(
    config: Config,
    private readonly started: Promise<StartedStore>,
    private readonly log: Logger,
  ) {
    this.isShared = Boolean(config.MONGODB_URI);
    this.name = this.isShared ? 'mongodb' : 'embedded';
  }

  /**
   * Resolves once the first connection stands; tries again for as long as it takes. Rejects with
   * an `EmbeddedStoreError` when the data folder cannot be used.
   */
  async connect(): Promise<void> {
    const { uri } = await this.started;
    while (!this.isClosed) {
      try {
        await this.connection.openUri(uri, {
          dbName: this.name === 'embedded' ? 'saberes' : undefined,
          serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
          maxPoolSize: POOL_SIZE,
          monitorCommands: true,
          // Only this hub writes what it reads; looking for broken UTF-8 in every text takes time.
          enableUtf8Validation: false,
          writeConcern: { w: 'majority', journal: true },
        });
        return;
      } catch (error) {
        if (this.isClosed) return;
        const reason = error instanceof Error ? error.message : String(error);
        this.log.warn({ reason, retryInMs: RETRY_MS }, 'the store cannot be reached yet');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  get isConnected(): boolean {
    return this.connection.readyState === mongoose.ConnectionStates.connected;
  }

  /** Rejects when the store does not answer. */
  async ping(): Promise<void> {
    if (!this.isConnected || !this.connection.db) throw new Error('not connected');
    await this.connection.db.command({ ping: 1, maxTimeMS: SELECTION_TIMEOUT_MS });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.connection.close();
    await this.started.then(
      (running) => running.stop(),
      () => {},
    );
  }
}
