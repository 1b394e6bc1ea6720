import type { Command } from 'commander';
import type { Hub } from '../../server/hub.js';
import { PUBLIC_ONLY } from '../../server/knowledge/knowledge.policy.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';

const BATCH = 500;

const EXAMPLES = `
Examples:
  saberes reindex                                  the index below DATA_DIR
  MEILI_URL=http://search:7700 saberes reindex     the index in Meilisearch

The new index is built beside the present one and takes its place when it is whole. The hub
rebuilds by itself when the index is missing, damaged or of another version.`;

export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('Build the search index again from the store, and swap it in.')
    .addHelpText('after', EXAMPLES)
    .action(reindex);
}

async function reindex(): Promise<void> {
  const started = performance.now();
  await withHub('connect', async (hub) => {
    const documents = await rebuild(hub);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const { name } = hub.engine;
    process.stdout.write(`Indexed ${documents} records in ${seconds} s (${name} search).\n`);
  });
}

async function rebuild(hub: Hub): Promise<number> {
  const progress = createProgress('Indexing');
  try {
    const total = await hub.models.knowledge.countDocuments({ ...PUBLIC_ONLY });
    await hub.engine.open();
    const documents = await hub.builder.rebuild((done) => progress.update(done, total));
    progress.update(documents, documents);
    await takeOverLateChanges(hub);
    await hub.dataVersion.bump();
    return documents;
  } finally {
    progress.stop();
  }
}

/** What another process wrote while the index was being built, and what still was marked. */
async function takeOverLateChanges({ builder, marks }: Hub): Promise<void> {
  await builder.reconcile();
  for (;;) {
    const batch = await marks.marked(BATCH);
    if (batch.length === 0) return;
    await builder.apply(batch);
    await marks.clear(batch);
  }
}
