import type { Hub } from '../server/hub.js';
import { toSearchDocument } from '../server/knowledge/knowledge.indexing.js';
import { load, type Measured, sendOnce } from './load.js';
import { body, ITEM, LIST, QUERIES, SEARCH } from './operations.js';
import { type MeasuredServer, startHub, startSmall } from './processes.js';

type Read = 'item' | 'list' | 'search';

export interface ReadRow {
  readonly what: Read;
  readonly floor: Measured;
  readonly hub: Measured;
  readonly kept: Measured;
  /** With all caches off: every record comes from the store each time. */
  readonly bare: Measured;
}

/** Requests of the three kinds, and the texts that the floor's search library indexes. */
export interface ReadPlan {
  readonly item: readonly string[];
  readonly search: readonly string[];
  readonly documents: readonly { readonly id: string; readonly [field: string]: string }[];
}

const MOST_ITEMS = 2_000;
const MOST_PAGES = 20;
const MOST_ANSWERS = 200;

/** Reads from the hub what will be asked of it. */
export async function planReads(hub: Hub): Promise<ReadPlan> {
  const reference = await hub.references.get();
  const documents = [];
  for await (const stored of hub.marks.all()) {
    const { id, texts, labels } = toSearchDocument(stored, reference);
    const fields = Object.entries(texts).flatMap(([locale, text]) =>
      Object.entries(text).map(([name, value]) => [`${name}_${locale}`, String(value)] as const),
    );
    documents.push({
      id,
      ...Object.fromEntries(fields),
      labels: Object.values(labels).flat().join(' '),
    });
  }
  return {
    item: documents.slice(0, MOST_ITEMS).map(({ id }) => body(ITEM, { id })),
    search: QUERIES.map((query) => body(SEARCH, { query })),
    documents,
  };
}

async function listBodies(hub: MeasuredServer): Promise<string[]> {
  const bodies = [body(LIST, { after: null })];
  while (bodies.length < MOST_PAGES) {
    const { data } = (await ask(hub, bodies.at(-1) ?? '')) as ListAnswer;
    const { hasNextPage, endCursor } = data.knowledgeItems.pageInfo;
    if (!hasNextPage) break;
    bodies.push(body(LIST, { after: endCursor }));
  }
  return bodies;
}

interface ListAnswer {
  readonly data: {
    readonly knowledgeItems: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

/** Measures the three reads without and with kept answers, each beside its floor. */
export async function measureReads(dataDir: string, plan: ReadPlan, port: number) {
  const fresh = await startHub(dataDir, port, { ANSWERS_CACHE_MB: '0' });
  const bodies = { ...plan, list: await listBodies(fresh) };
  const rows: Omit<ReadRow, 'kept' | 'bare'>[] = [];
  for (const what of ['item', 'list', 'search'] as const) {
    const documents = what === 'search' ? plan.documents : [];
    const answers = await answersOf(fresh, bodies[what]);
    await sendOnce(fresh.url, bodies[what]);
    const floor = await startSmall('floor-server', { answers, documents, queries: QUERIES });
    rows.push({
      what,
      floor: await load(floor.url, bodies[what]),
      hub: await load(fresh.url, bodies[what]),
    });
    await floor.stop();
  }
  await fresh.stop();

  const keeping = await startHub(dataDir, port);
  const memory = keeping.memory();
  const kept = await loadAll(keeping, (what) => bodies[what].slice(0, 1));
  await keeping.stop();

  const without = await startHub(dataDir, port, { ANSWERS_CACHE_MB: '0', RECORDS_CACHE_MB: '0' });
  const bare = await loadAll(without, (what) => bodies[what]);
  await without.stop();
  return {
    rows: rows.map((row): ReadRow => ({ ...row, kept: kept[row.what], bare: bare[row.what] })),
    memory,
  };
}

async function loadAll(hub: MeasuredServer, bodiesOf: (what: Read) => readonly string[]) {
  return {
    item: await load(hub.url, bodiesOf('item')),
    list: await load(hub.url, bodiesOf('list')),
    search: await load(hub.url, bodiesOf('search')),
  };
}

async function answersOf(hub: MeasuredServer, bodies: readonly string[]): Promise<unknown[]> {
  const answers = [];
  for (const request of bodies.slice(0, MOST_ANSWERS)) answers.push(await ask(hub, request));
  return answers;
}

async function ask(hub: MeasuredServer, request: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(hub.url, { method: 'POST', headers, body: request });
  return response.json();
}
