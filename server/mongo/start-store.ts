import path from 'node:path';
import type { Config } from '../config.js';
import { startEmbeddedStore } from './embedded/start-store.js';

/** A store to connect to, and how to end it. */
export interface StartedStore {
  readonly name: 'embedded' | 'mongodb';
  readonly uri: string;
  stop(): Promise<void>;
}

/** Starts the embedded store when no MongoDB is configured; rejects with an `EmbeddedStoreError`. */
export function startStore({ MONGODB_URI, DATA_DIR }: StoreSettings): Promise<StartedStore> {
  const starting = MONGODB_URI
    ? Promise.resolve({ name: 'mongodb' as const, uri: MONGODB_URI, stop: async () => {} })
    : startEmbedded(path.join(DATA_DIR, 'store'));
  // Whoever connects learns of a failure; until then nobody may be waiting.
  starting.catch(() => {});
  return starting;
}

type StoreSettings = Pick<Config, 'MONGODB_URI' | 'DATA_DIR'>;

async function startEmbedded(dataDir: string): Promise<StartedStore> {
  const store = await startEmbeddedStore({ dataDir });
  return { name: 'embedded', uri: store.uri, stop: () => store.stop() };
}
