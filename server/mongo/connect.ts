import path from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { startEmbeddedStore } from './embedded/start-store.js';

const SELECTION_TIMEOUT_MS = 3_000;
const RETRY_MS = 1_000;
const POOL_SIZE = 20;

/** MongoDB, or the embedded store in this process; the code above it sees no difference. */
export class Store {
  private isClosed = false;

  private constructor(
    readonly name: 'embedded' | 'mongodb',
    /** Whether other hub processes may write to it. */
    readonly isShared: boolean,
    readonly connection: Connection,
    private readonly uri: string,
    private readonly log: Logger,
    private readonly stopEmbedded: () => Promise<void>,
  ) {}

  /** Starts the embedded store when no MongoDB is configured; connects to nothing yet. */
  static async open(config: Config, log: Logger): Promise<Store> {
    const connection = mongoose.createConnection();
    if (config.MONGODB_URI) {
      return new Store('mongodb', true, connection, config.MONGODB_URI, log, async () => {});
    }
    const embedded = await startEmbeddedStore({ dataDir: path.join(config.DATA_DIR, 'store') });
    const stop = () => embedded.stop();
    return new Store('embedded', false, connection, embedded.uri, log, stop);
  }

  /** Resolves once the first connection stands; tries again for as long as it takes. */
  async connect(): Promise<void> {
    while (!this.isClosed) {
      try {
        await this.connection.openUri(this.uri, {
          dbName: this.name === 'embedded' ? 'saberes' : undefined,
          serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
          maxPoolSize: POOL_SIZE,
          monitorCommands: true,
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
    await this.stopEmbedded();
  }
}
