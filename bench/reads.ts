import { cp, rm } from 'node:fs/promises';
import type { Hub } from '../server/hub.js';
import { toSearchDocument } from '../server/knowledge/knowledge.indexing.js';
import { onOwnCore, pinServer } from './cores.js';
import { loadInTurns, type Measured, sendOnce } from './load.js';
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
  const records = [];
  for await (const page of hub.marks.pages()) records.push(...page);
  for (const stored of records) {
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

const READS = ['item', 'list', 'search'] as const;

/** Settings of the hubs that are compared; all run at the same time, each on a copy of the folder. */
const HUBS = {
  fresh: { ANSWERS_CACHE_MB: '0' },
  kept: {},
  bare: { ANSWERS_CACHE_MB: '0', RECORDS_CACHE_MB: '0' },
} as const;
type Hubs = Readonly<Record<keyof typeof HUBS, MeasuredServer>>;

/** Measures the three reads without and with kept answers, each beside its floor. */
export async function measureReads(dataDir: string, plan: ReadPlan, port: number) {
  const names = Object.keys(HUBS) as (keyof typeof HUBS)[];
  const started = new Map<string, MeasuredServer>();
  for (const [at, name] of names.entries()) {
    await cp(dataDir, `${dataDir}-${name}`, { recursive: true });
    started.set(name, await startHub(`${dataDir}-${name}`, port + at, HUBS[name]));
  }
  const hubs = Object.fromEntries(started) as unknown as Hubs;
  const memory = hubs.kept.memory();
  for (const hub of started.values()) pinServer(hub.pid);
  const rows = await onOwnCore(() => measureRows(hubs, plan));
  for (const [name, hub] of started) {
    await hub.stop();
    await rm(`${dataDir}-${name}`, { recursive: true });
  }
  return { rows, memory };
}

async function measureRows(hubs: Hubs, plan: ReadPlan): Promise<ReadRow[]> {
  const bodiesOf = { ...plan, list: await listBodies(hubs.fresh) };
  const rows: ReadRow[] = [];
  for (const what of READS) rows.push(await measureRow(what, hubs, bodiesOf[what], plan));
  return rows;
}

/** The floor, and the hub in its ways, in turns. */
async function measureRow(
  what: Read,
  hubs: Hubs,
  bodies: readonly string[],
  plan: ReadPlan,
): Promise<ReadRow> {
  const documents = what === 'search' ? plan.documents : [];
  const answers = await answersOf(hubs.fresh, bodies);
  await sendOnce({ server: hubs.fresh, bodies });
  const floor = await startSmall('floor-server', { answers, documents, queries: QUERIES });
  pinServer(floor.pid);
  const measured = await loadInTurns({
    floor: { server: floor, bodies },
    hub: { server: hubs.fresh, bodies },
    kept: { server: hubs.kept, bodies: bodies.slice(0, 1) },
    bare: { server: hubs.bare, bodies },
  });
  await floor.stop();
  return { what, ...measured };
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
