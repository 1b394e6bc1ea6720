import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchEmbedding, embeddingSection } from './embedding.js';
import { benchExports, exportsSection } from './exports.js';
import { measureFindable } from './findable.js';
import { benchHarvest, harvestSection } from './harvest.js';
import { benchImport, importSection } from './import.js';
import { median } from './median.js';
import { benchPages, pagesSection } from './pages.js';
import { prepareHub } from './prepared-hub.js';
import { startHub, startSmall } from './processes.js';
import { benchPublishing, publishingSection } from './publishing.js';
import { measureReads, planReads } from './reads.js';
import { benchRefusals, refusalsSection } from './refusals.js';
import { replaceSection, type SizeResult, writeResults } from './results.js';
import { benchStore, storeTable } from './store.js';
import { benchTranslation, translationSection } from './translation.js';
import { benchTwoHubs, twoHubsSection } from './two-hubs.js';

const PORT = 4_900;
const ROUNDS = 5;

/** Warm start of the hub beside a bare Apollo server, alternating, median of five. */
async function measureStart(dataDir: string) {
  const hubs: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const hub = await startHub(dataDir, PORT + 1, { SEED: 'auto' });
    hubs.push(hub.readyMs);
    await hub.stop();
    const apollo = await startSmall('bare-apollo');
    bare.push(apollo.readyMs);
    await apollo.stop();
  }
  return { hubMs: median(hubs), bareMs: median(bare) };
}

async function measureSize(records: number | null): Promise<SizeResult> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const { hub, indexMs } = await prepareHub(dataDir, records ?? 0);
  const plan = await planReads(hub);
  const findableMs = await measureFindable(hub);
  await hub.stop();
  const start = await measureStart(dataDir);
  const { rows, memory } = await measureReads(dataDir, plan, PORT);
  await rm(dataDir, { recursive: true });
  return { records: plan.documents.length, rows, memory, indexMs, findableMs, start };
}

/** What writes its own section of the results file, by the word that asks for it alone. */
const SECTIONS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  translation: async () => translationSection(await benchTranslation()),
  import: async () => importSection(await benchImport()),
  publishing: async () => publishingSection(await benchPublishing()),
  'two-hubs': async () => twoHubsSection(await benchTwoHubs()),
  refusals: async () => refusalsSection(await benchRefusals()),
  embedding: async () => embeddingSection(await benchEmbedding()),
  exports: async () => exportsSection(await benchExports()),
  harvest: async () => harvestSection(await benchHarvest()),
};

async function measureAll(): Promise<void> {
  const sizes = [await measureSize(null), await measureSize(10_000)];
  await writeResults(sizes, await benchStore(), await benchPages());
  for (const section of Object.values(SECTIONS)) await replaceSection(await section());
}

/** `npm run bench -- store` (or `pages`) prints that alone; with the word of a section that one is measured anew. */
const [wanted] = process.argv.slice(2);
if (wanted === undefined) await measureAll();
else if (wanted === 'store') process.stdout.write(`${storeTable(await benchStore())}\n`);
else if (wanted === 'pages') process.stdout.write(pagesSection(await benchPages()).join('\n'));
else if (SECTIONS[wanted]) await replaceSection(await SECTIONS[wanted]());
else {
  const words = ['store', 'pages', ...Object.keys(SECTIONS)].join(', ');
  process.stdout.write(
    `Without a word everything is measured, with one of these only that: ${words}.\n`,
  );
  if (wanted !== 'help') process.exitCode = 1;
}
