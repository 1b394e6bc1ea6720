import type { Command } from 'commander';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { exportLines } from '../transfer/export-lines.js';
import { STANDARD_STREAM, writeWhole } from '../transfer/whole-file.js';

const EXAMPLES = `
Examples:
  saberes export saberes.jsonl          a backup
  saberes export | gzip > backup.gz     to standard output
  DATA_DIR=.data saberes export | MONGODB_URI=mongodb://db/saberes saberes import -

The file holds every record with its version as JSON Lines, between a header and a closing
line with a checksum. It appears under its name only once it is whole.`;

export function addExport(program: Command): void {
  program
    .command('export')
    .description('Write everything that the hub holds to a file.')
    .argument('[file]', 'where to; "-" is standard output', STANDARD_STREAM)
    .addHelpText('after', EXAMPLES)
    .action(exportAll);
}

async function exportAll(file: string): Promise<void> {
  let documents = 0;
  await withHub('connect', async ({ models }) => {
    const progress = createProgress('Exporting');
    try {
      const lines = exportLines(models, (done, total) => {
        documents = done;
        progress.update(done, total);
      });
      await writeWhole(file, lines);
    } finally {
      progress.stop();
    }
  });
  if (file !== STANDARD_STREAM) process.stdout.write(`${documents} records are in ${file}.\n`);
}
