import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import { buildPartner, buildStoredQuery } from '../test/support/partners.js';
import { onOwnCore, pinServer } from './cores.js';
import { loadInTurns, type Measured } from './load.js';
import { LIST } from './operations.js';
import { prepareHub } from './prepared-hub.js';
import { NO_QUOTAS, startHub, startSmall } from './processes.js';

const PORT = 4_920;
const QUERY = 'bench-list';
const PAGES = 1_000;
const LOCALES = ['es', 'en', 'pt', 'fr'] as const;
/** Distinct values of the one open variable. */
const LIMITS = [1, 5, 10, 15, 20] as const;
const GOALS = { sent: 2, unchanged: 3 } as const;

const siteOf = (at: number): string => `https://site-${at}.partner.example`;

/** Of a thousand pages that are opened at once while nothing is kept. */
interface Rush {
  readonly pages: number;
  readonly distinct: number;
  readonly executions: number;
  readonly failed: number;
  readonly allMs: number;
}

export interface EmbeddingFigures {
  readonly floor: Measured;
  readonly sent: Measured;
  /** The same to whoever takes gzip, as every browser does. */
  readonly packed: Measured;
  readonly unchanged: Measured;
  readonly rush: Rush;
}

/** A stored query, asked by public key, beside a server that serialises the same list. */
export async function benchEmbedding(): Promise<EmbeddingFigures> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const { hub } = await prepareHub(dataDir, 0);
  const key = await storeQuery(hub);
  await hub.stop();
  const rush = await measureRush(dataDir, key);
  const rates = await measureRates(dataDir, key);
  await rm(dataDir, { recursive: true });
  return { ...rates, rush };
}

/** Gives the public key of a partner who has stored the list of the other measurements. */
async function storeQuery({ models }: Hub): Promise<string> {
  const origins = ['https://*.partner.example'];
  const { _id: partner, publicKey } = await buildPartner(models, { origins });
  const document = LIST.replace('$after: String', '$after: String, $first: Int = 20').replace(
    'first: 20',
    'first: $first',
  );
  const variables = [{ name: 'first', value: null, isOpen: true }];
  await buildStoredQuery(models, { _id: QUERY, partner, document, variables });
  return publicKey;
}

async function measureRates(dataDir: string, key: string) {
  const hub = await startHub(dataDir, PORT);
  const url = new URL(`/embed/${QUERY}.json?lang=es&key=${key}`, hub.url).href;
  const headers = { origin: siteOf(0) };
  const first = await fetch(url, { headers });
  const answers = [await first.json()];
  const etag = first.headers.get('etag') ?? '';
  const floor = await startSmall('floor-server', { answers, documents: [], queries: [] });
  for (const { pid } of [hub, floor]) pinServer(pid);
  const embedded = { server: hub, url, bodies: [] };
  const rates = await onOwnCore(() =>
    loadInTurns({
      floor: { server: floor, bodies: [], headers },
      sent: { ...embedded, headers },
      packed: { ...embedded, headers: { ...headers, 'accept-encoding': 'gzip' } },
      unchanged: { ...embedded, headers: { ...headers, 'if-none-match': etag } },
    }),
  );
  await floor.stop();
  await hub.stop();
  return rates;
}

/** In this process, so that executions can be counted. */
async function measureRush(dataDir: string, key: string): Promise<Rush> {
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...NO_QUOTAS });
  const hub = await createHub(config, { log: pino({ level: 'warn' }) });
  await hub.start();
  await hub.indexer.settle();
  let executions = 0;
  const run = hub.operations.run.bind(hub.operations);
  hub.operations.run = (...asked) => {
    executions += 1;
    return run(...asked);
  };
  const address = hub.url.replace('localhost', '127.0.0.1');
  const started = performance.now();
  const texts = await Promise.all(
    Array.from({ length: PAGES }, (_one, at) => open(at, address, key)),
  );
  const allMs = performance.now() - started;
  await hub.stop();
  const good = texts.filter((text) => text !== null);
  const distinct = LOCALES.length * LIMITS.length;
  return { pages: PAGES, distinct, executions, failed: PAGES - good.length, allMs };
}

/** The answer that a page on a site of its own gets; null when it gets none. */
async function open(at: number, address: string, key: string): Promise<string | null> {
  const lang = LOCALES[at % LOCALES.length] ?? 'es';
  const first = String(LIMITS[at % LIMITS.length]);
  const parameters = new URLSearchParams({ lang, first, key });
  const headers = { origin: siteOf(at) };
  const response = await fetch(`${address}/embed/${QUERY}.json?${parameters}`, { headers });
  return response.ok ? response.text() : null;
}

/** Rows and sentences for the results file. */
export function embeddingSection({ rush, ...rates }: EmbeddingFigures): string[] {
  const { floor, sent, packed, unchanged } = rates;
  const row = (what: string, one: Measured, goal: number) =>
    `| ${what} | ${floor.perSecond.toFixed(0)} | ${one.perSecond.toFixed(0)} | ${one.medianMs}, ${one.p99Ms} | ${one.ratio.toFixed(2)} (${goal}) | ${floor.processorUs.toFixed(0)} | ${one.processorUs.toFixed(0)} | ${(floor.processorUs / one.processorUs).toFixed(2)} |`;
  return [
    '## Answers for other sites',
    '',
    'A stored query of 20 records, asked by GET with a public key and its site; key, origin and quota are checked and the use is counted',
    'each time, the data do not change. The floor serialises the same list and checks nothing. In turns, five rounds of a second.',
    'Processor time is that of the server for an answer: where the load generator, on the other core, is the slower side (it has to read',
    '24 KB that are not compressed), it says what the server could do.',
    '',
    '| answer | floor/s | hub/s | median, p99 ms | ratio (goal) | floor, µs of processor | hub, µs | ratio |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    row('200, not compressed', sent, GOALS.sent),
    row('200, gzip, as browsers ask', packed, GOALS.sent),
    row('304', unchanged, GOALS.unchanged),
    '',
    `- ${rush.pages.toLocaleString('en')} pages on as many sites opened at once, nothing kept: ${rush.executions} executions for ${rush.distinct} distinct answers, ${rush.failed} failed, all there after ${rush.allMs.toFixed(0)} ms.`,
    '',
  ];
}
