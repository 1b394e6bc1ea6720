import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPages } from '../web/pages.js';
import { median } from './median.js';
import { body } from './operations.js';
import { prepareHub } from './prepared-hub.js';
import { startHub } from './processes.js';
import { firstResultOnSlowLine, type SlowLine } from './slow-line.js';

/** The three pages that have a goal, as a reader opens them. */
const PAGES = {
  home: '/es',
  search: '/es/search?q=compra+conjunta+de+medicamentos',
  record: '/es/items/ciss-disaster-protocol',
} as const;

type PageName = keyof typeof PAGES;

export interface PageFigure {
  readonly what: PageName;
  /** Median milliseconds of the page, and of its queries one after the other. */
  readonly pageMs: number;
  readonly queriesMs: number;
  readonly queries: number;
}

export interface PageFigures {
  readonly pages: readonly PageFigure[];
  /** Null without a browser. */
  readonly slowLine: SlowLine | null;
}

const PORT = 4_910;
const WARM_UP = 60;
const ROUNDS = 200;

/** Pages beside the GraphQL queries that they are made of, both over HTTP, nothing kept. */
export async function benchPages(): Promise<PageFigures> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const queries = await queriesOfPages(dataDir);
  const nothingKept = { ANSWERS_CACHE_MB: '0', PAGES_CACHE_MB: '0' };
  const hub = await startHub(dataDir, PORT, nothingKept);
  const pages: PageFigure[] = [];
  for (const what of Object.keys(PAGES) as PageName[]) {
    pages.push({ what, ...(await measurePage(hub.url, PAGES[what], queries[what])) });
  }
  await hub.stop();
  const kept = await startHub(dataDir, PORT);
  const slowLine = await firstResultOnSlowLine(new URL(PAGES.search, kept.url).href);
  await kept.stop();
  await rm(dataDir, { recursive: true });
  return { pages, slowLine };
}

/** What each page asks the hub, ready to be sent to `/graphql`. */
async function queriesOfPages(dataDir: string): Promise<Record<PageName, readonly string[]>> {
  const { hub } = await prepareHub(dataDir, 0);
  const asked: string[] = [];
  const pages = createPages({
    url: hub.url,
    embedding: hub.embedding,
    execute: (source, variables, locale) => {
      asked.push(body(source, variables));
      return hub.execute(source, variables, locale);
    },
  });
  const queries = {} as Record<PageName, readonly string[]>;
  for (const what of Object.keys(PAGES) as PageName[]) {
    const { pathname, search } = new URL(PAGES[what], 'http://hub');
    asked.length = 0;
    await pages.answer({ path: pathname, search, acceptLanguage: undefined });
    queries[what] = [...asked];
  }
  await hub.stop();
  return queries;
}

async function measurePage(graphql: string, address: string, queries: readonly string[]) {
  const page = new URL(address, graphql).href;
  const pageTimes: number[] = [];
  const queryTimes: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const pageMs = await timeOf(() => fetch(page));
    let queriesMs = 0;
    for (const query of queries) queriesMs += await timeOf(() => fetch(graphql, posted(query)));
    if (round < WARM_UP) continue;
    pageTimes.push(pageMs);
    queryTimes.push(queriesMs);
  }
  return { pageMs: median(pageTimes), queriesMs: median(queryTimes), queries: queries.length };
}

const posted = (query: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'accept-language': 'es' },
  body: query,
});

async function timeOf(send: () => Promise<Response>): Promise<number> {
  const started = performance.now();
  const response = await send();
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.status} from ${response.url}`);
  return performance.now() - started;
}

/** Rows and sentences for the results file. */
export function pagesSection({ pages, slowLine }: PageFigures): string[] {
  return [
    '## Pages, beside their queries in the same run',
    '',
    'One request at a time, page and queries in turns, medians; answers and pages are not kept, records are.',
    '',
    '| page | ms | its queries, ms | queries | ratio (goal: at most) |',
    '| --- | --- | --- | --- | --- |',
    ...pages.map(
      ({ what, pageMs, queriesMs, queries }) =>
        `| ${what} | ${pageMs.toFixed(2)} | ${queriesMs.toFixed(2)} | ${queries} | ${(pageMs / queriesMs).toFixed(2)} (2) |`,
    ),
    '',
    slowLine
      ? `- First result on a slow line (400 kbit/s, 400 ms there and back, processor four times slower, nothing cached): ${(slowLine.firstResultMs / 1_000).toFixed(1)} s (goal 3). The page moved by ${slowLine.layoutShift.toFixed(3)} (goal 0.02).`
      : '- First result on a slow line: not measured, there was no browser.',
    '',
  ];
}
