import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mongo } from 'mongoose';
import { startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { measureStore, type StoreFigures } from './store-figures.js';

export interface StoreBench {
  readonly embedded: StoreFigures;
  /** Null when there is no MongoDB to compare with. */
  readonly mongod: StoreFigures | null;
}

/** Measures the embedded store, and a real MongoDB beside it in the same run. */
export async function benchStore({
  mongodUri,
}: {
  readonly mongodUri?: string | undefined;
} = {}): Promise<StoreBench> {
  const mongod = mongodUri === undefined ? null : await measureAt(mongodUri);
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const store = await startEmbeddedStore({ dataDir: folder });
  try {
    return { embedded: await measureAt(store.uri), mongod };
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAt(uri: string): Promise<StoreFigures> {
  const client = new mongo.MongoClient(uri, { maxPoolSize: 20 });
  try {
    await client.connect();
    return await measureStore(client.db('bench_store'));
  } finally {
    await client.close();
  }
}

export function storeTable({ embedded, mongod }: StoreBench): string {
  const rows = Object.entries(embedded).map(([name, rate]) => {
    const other = mongod?.[name as keyof StoreFigures];
    const ratio = other === undefined ? '' : (rate / other).toFixed(2);
    return `| ${name} | ${rate.toFixed(0)} | ${other?.toFixed(0) ?? 'not measured'} | ${ratio} |`;
  });
  return ['| per second | embedded | mongod | ratio |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { mongod: { type: 'string' } } });
  console.log(storeTable(await benchStore({ mongodUri: values.mongod })));
}
