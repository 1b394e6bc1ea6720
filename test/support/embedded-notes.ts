import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../../server/mongo/embedded/start-store.js';

export interface Note {
  readonly _id: string;
  readonly text: string;
  readonly slug?: string;
}

/** A client that gives up soon: tests kill the store that it talks to. */
export async function withClient<T>(
  uri: string,
  use: (notes: mongo.Collection<Note>) => Promise<T>,
) {
  const client = new mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: 1000,
    waitQueueTimeoutMS: 2000,
    retryWrites: false,
  });
  try {
    await client.connect();
    return await use(client.db('notebook').collection<Note>('notes'));
  } finally {
    await client.close();
  }
}

export async function withStoreIn<T>(
  dataDir: string,
  use: (store: EmbeddedStore) => Promise<T>,
): Promise<T> {
  const store = await startEmbeddedStore({ dataDir });
  try {
    return await use(store);
  } finally {
    await store.stop();
  }
}

export const socketPath = (uri: string) =>
  decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '');
