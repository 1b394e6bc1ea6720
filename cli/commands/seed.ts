import type { Command } from 'commander';
import { type LoadReport, loadSeeds } from '../../seeds/load.js';
import type { Hub } from '../../server/hub.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { settleIndex } from '../settle-index.js';

const EXAMPLES = `
Examples:
  saberes seed                   load the content that ships with the hub
  saberes seed --dir ./content   load content of your own, in the same form

What is stored already and has not changed is not written again. A hub that starts with
SEED=auto does the same by itself.`;

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Load the shipped content and index it; what has not changed stays.')
    .option('--dir <folder>', 'read the content from this folder')
    .addHelpText('after', EXAMPLES)
    .action(seed);
}

async function seed({ dir }: { readonly dir?: string }): Promise<void> {
  let report: LoadReport | undefined;
  const loadContent = async (hub: Hub): Promise<void> => {
    const progress = createProgress('Loading content');
    try {
      report = await loadSeeds(hub, (_what, done, total) => progress.update(done, total), dir);
    } finally {
      progress.stop();
    }
  };
  await withHub('prepare', settleIndex, { loadContent });
  process.stdout.write(`${describe(report)}\n`);
}

function describe(report: LoadReport | undefined): string {
  const { itemsWritten = 0, referenceWritten = 0 } = report ?? {};
  if (itemsWritten + referenceWritten === 0)
    return 'Nothing changed: the content was loaded already.';
  const what = [
    `${itemsWritten} knowledge records`,
    `${referenceWritten} countries, groups, concepts, actors and events`,
  ];
  return `Written: ${what.join('; ')}. All of it can be searched.`;
}
