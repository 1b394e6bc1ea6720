import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mongo } from 'mongoose';
import { startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { measureStores, type StoreFigures } from './store-figures.js';

export interface StoreBench {
  readonly embedded: StoreFigures;
  /** Null when there is no MongoDB to compare with. */
  readonly mongod: StoreFigures | null;
}

/** Measures the embedded store, beside a real MongoDB in the same run when there is one. */
export async function benchStore(
  options: { readonly mongodUri?: string | undefined } = {},
): Promise<StoreBench> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const store = await startEmbeddedStore({ dataDir: folder });
  const uris = options.mongodUri === undefined ? [store.uri] : [store.uri, options.mongodUri];
  const clients = uris.map((uri) => new mongo.MongoClient(uri, { maxPoolSize: 20 }));
  try {
    for (const client of clients) await client.connect();
    const stores = clients.map((client) => client.db('bench_store'));
    const [embedded = {}, mongod = null] = await measureStores(stores);
    return { embedded, mongod };
  } finally {
    for (const client of clients) await client.close();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line of the results: operations per second, and how many times the one is the other. */
export interface StoreRow {
  readonly what: string;
  readonly embedded: number;
  readonly mongod: number | null;
  readonly ratio: number | null;
}

export function storeRows({ embedded, mongod }: StoreBench): readonly StoreRow[] {
  return Object.entries(embedded).map(([what, rate]) => {
    const other = mongod?.[what] ?? null;
    return { what, embedded: rate, mongod: other, ratio: other === null ? null : rate / other };
  });
}

export function storeTable(bench: StoreBench): string {
  const rows = storeRows(bench).map(
    ({ what, embedded, mongod, ratio }) =>
      `| ${what} | ${embedded.toFixed(0)} | ${mongod?.toFixed(0) ?? 'not measured'} | ${ratio?.toFixed(2) ?? ''} |`,
  );
  return ['| per second | embedded | mongod | ratio |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { mongod: { type: 'string' } } });
  console.log(storeTable(await benchStore({ mongodUri: values.mongod })));
}
