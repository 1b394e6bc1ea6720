import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { HUB_VERSION } from '../server/version.js';
import { type PageFigures, pagesSection } from './pages.js';
import type { ReadRow } from './reads.js';
import { storeTable } from './store.js';
import type { StoreFigure } from './store-figures.js';

export interface SizeResult {
  readonly records: number;
  readonly rows: readonly ReadRow[];
  /** Resident MiB after load. */
  readonly memory: number;
  readonly indexMs: number;
  /** From the beginning of a write until search finds what it changed. */
  readonly findableMs: { readonly median: number; readonly longest: number };
  readonly start: { readonly hubMs: number; readonly bareMs: number };
}

/** What the ratios have to reach, and where these come from: the issue that founded the hub. */
const GOALS = {
  item: { fresh: 0.12, kept: 0.7 },
  list: { fresh: 0.2, kept: 2 },
  search: { fresh: 0.3, kept: 2 },
} as const;

const file = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));

/** Prints the results and writes them to bench/RESULTS.md. */
export async function writeResults(
  sizes: readonly SizeResult[],
  store: readonly StoreFigure[],
  pages: PageFigures,
): Promise<void> {
  const text = [
    '# Results of `npm run bench`',
    '',
    `${new Date().toISOString().slice(0, 10)}, hub ${HUB_VERSION}, Node ${process.version}, ${await libraries()},`,
    `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB. One run; ratios decide, absolute numbers are orders of magnitude.`,
    '',
    'The floor is a bare Node HTTP server that serialises the same answers from memory; for search it first asks the',
    'bare search library (MiniSearch) the same question. *Fresh* means no finished answer was kept; records that were',
    'read before are shared until the data changes, as in service: each record was asked for once before. *Kept* is the',
    'same anonymous query again. *No caches* reads every record from the store each time. All of them and the floor are',
    'loaded in turns, five rounds of a second; figures are medians of the rounds, ratios of those within a round. Servers',
    'share one core and the load generator has another, where `taskset` can see to it.',
    '',
    ...sizes.flatMap(sizeSection),
    '## Store, beside a real mongod in the same run',
    '',
    'Durable writes on both (`j: true`), 100,000 documents for the pages, the same driver. Fifteen short rounds in turns; the',
    'ratio is the median of the ratios of the rounds.',
    '',
    storeTable(store),
    '',
    ...pagesSection(pages),
  ].join('\n');
  await writeFile(file, text);
  process.stdout.write(text);
}

/** Puts one section into the file that was measured on its own; it begins with its heading. */
export async function replaceSection(lines: readonly string[]): Promise<void> {
  const section = lines.join('\n');
  const before = (await readFile(file, 'utf8')).split(/^(?=## )/m);
  const others = before.filter((one) => !one.startsWith(`${lines[0]}\n`));
  const kept = others.map((one) => `${one.trimEnd()}\n`);
  await writeFile(file, [...kept, section].join('\n'));
  process.stdout.write(section);
}

function sizeSection(size: SizeResult): string[] {
  const { hubMs, bareMs } = size.start;
  return [
    `## ${size.records.toLocaleString('en')} records`,
    '',
    '| read | floor/s | fresh/s | median, p99 ms | ratio (goal) | kept/s | ratio (goal) | no caches/s | ratio |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...size.rows.map(readRow),
    '',
    `- Warm start: ready in ${hubMs.toFixed(0)} ms, a bare Apollo server in ${bareMs.toFixed(0)} ms: ${(hubMs / bareMs).toFixed(1)} × (median of five, in turns).`,
    `- Memory after load: ${size.memory.toFixed(0)} MiB resident.`,
    `- Indexing all records: ${(size.indexMs / 1_000).toFixed(1)} s.`,
    `- A change is findable ${size.findableMs.median.toFixed(0)} ms after its write began (median of ten; the longest took ${size.findableMs.longest.toFixed(0)} ms).`,
    '',
  ];
}

function readRow({ what, floor, hub, kept, bare }: ReadRow): string {
  const goal = GOALS[what];
  const latency = `${hub.medianMs}, ${hub.p99Ms}`;
  return `| ${what} | ${floor.perSecond.toFixed(0)} | ${hub.perSecond.toFixed(0)} | ${latency} | ${hub.ratio.toFixed(2)} (${goal.fresh}) | ${kept.perSecond.toFixed(0)} | ${kept.ratio.toFixed(2)} (${goal.kept}) | ${bare.perSecond.toFixed(0)} | ${bare.ratio.toFixed(2)} |`;
}

async function libraries(): Promise<string> {
  const description = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { readonly dependencies: Readonly<Record<string, string>> };
  const named = ['@apollo/server', 'graphql-jit', 'mongoose', 'lmdb', 'minisearch'];
  return named.map((name) => `${name} ${description.dependencies[name]}`).join(', ');
}
