import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { findRealMongo } from '../test/support/real-mongo.js';
import { environment } from './processes.js';
import { measureStores, type StoreFigure } from './store-figures.js';

/** Measures the embedded store, beside a real MongoDB in the same run when there is one. */
export async function benchStore(): Promise<readonly StoreFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const store = await startEmbeddedStore({ dataDir: folder });
  const mongod = await findRealMongo(environment);
  const uris = mongod === null ? [store.uri] : [store.uri, mongod.uri];
  const clients = uris.map((uri) => new mongo.MongoClient(uri, { maxPoolSize: 20 }));
  try {
    for (const client of clients) await client.connect();
    return await measureStores(clients.map((client) => client.db('bench_store')));
  } finally {
    for (const client of clients) await client.close();
    await mongod?.stop();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the ratios have to reach, by the first words of a figure: from the issue that founded the hub. */
const GOALS = { durable: 1.5, finds: 1.5, indexed: 1 } as const;

/** Medians of all rounds; the ratio is the median of the rounds' own ratios, so a slow moment spoils one round. */
export function storeTable(figures: readonly StoreFigure[]): string {
  const rows = figures.map(({ what, rates: [embedded = [], mongod] }) => {
    const other = mongod === undefined ? 'not measured' : median(mongod).toFixed(0);
    return `| ${what} | ${median(embedded).toFixed(0)} | ${other} | ${ratio(what, embedded, mongod)} |`;
  });
  const head = ['| per second | embedded | mongod | ratio (goal) |', '| --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

function ratio(what: string, embedded: readonly number[], mongod: readonly number[] = []): string {
  if (mongod.length === 0) return '';
  const perRound = embedded.map((rate, round) => rate / (mongod[round] as number));
  const goal = GOALS[what.split(' ')[0] as keyof typeof GOALS];
  return `${median(perRound).toFixed(2)} (${goal})`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
