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
import { replaceSection, type SizeResult, writeResults } from './results.js';
import { benchStore, storeTable } from './store.js';
import { benchTranslation, translationSection } from './translation.js';

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

/**
 * `npm run bench -- store` (or `pages`) measures that alone and leaves the results file as it is;
 * `translation`, `import`, `exports`, `publishing`, `embedding` and `harvest` write their own section of the file.
 */
if (process.argv.includes('store')) {
  process.stdout.write(`${storeTable(await benchStore())}\n`);
} else if (process.argv.includes('pages')) {
  process.stdout.write(pagesSection(await benchPages()).join('\n'));
} else if (process.argv.includes('translation')) {
  await replaceSection(translationSection(await benchTranslation()));
} else if (process.argv.includes('import')) {
  await replaceSection(importSection(await benchImport()));
} else if (process.argv.includes('exports')) {
  await replaceSection(exportsSection(await benchExports()));
} else if (process.argv.includes('publishing')) {
  await replaceSection(publishingSection(await benchPublishing()));
} else if (process.argv.includes('embedding')) {
  await replaceSection(embeddingSection(await benchEmbedding()));
} else if (process.argv.includes('harvest')) {
  await replaceSection(harvestSection(await benchHarvest()));
} else {
  const sizes = [await measureSize(null), await measureSize(10_000)];
  const [store, pages] = [await benchStore(), await benchPages()];
  await writeResults(sizes, store, pages, await benchTranslation(), await benchImport());
  await replaceSection(publishingSection(await benchPublishing()));
  await replaceSection(embeddingSection(await benchEmbedding()));
  await replaceSection(exportsSection(await benchExports()));
  await replaceSection(harvestSection(await benchHarvest()));
}
