import path from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import type { Config } from '../../server/config.js';
import { startEmbeddedStore } from '../../server/mongo/embedded/start-store.js';

/** A person waits. */
const PATIENCE_MS = 5_000;

/** Connects to the store and makes nothing in it, neither collections nor indexes. */
export async function withStore<T>(
  config: Config,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { uri, dbName, stop } = await addressOf(config);
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(uri, {
      dbName,
      serverSelectionTimeoutMS: PATIENCE_MS,
      connectTimeoutMS: PATIENCE_MS,
    });
    return await use(connection);
  } finally {
    await connection.close();
    await stop();
  }
}

async function addressOf({ MONGODB_URI, DATA_DIR }: Config) {
  if (MONGODB_URI) return { uri: MONGODB_URI, dbName: undefined, stop: async () => {} };
  const embedded = await startEmbeddedStore({ dataDir: path.join(DATA_DIR, 'store') });
  return { uri: embedded.uri, dbName: 'saberes', stop: () => embedded.stop() };
}
