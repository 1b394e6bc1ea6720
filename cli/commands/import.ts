import type { Command } from 'commander';
import type { Hub } from '../../server/hub.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { settleIndex } from '../settle-index.js';
import { checkFile } from '../transfer/check-file.js';
import { type ImportReport, importRecords } from '../transfer/import-records.js';
import { withReadable } from '../transfer/whole-file.js';

const EXAMPLES = `
Examples:
  saberes import saberes.jsonl             add and update, by ids
  saberes import saberes.jsonl --replace   and remove what the file does not hold
  gunzip -c backup.gz | saberes import -   from standard input

The whole file is checked first: a file that is cut off, damaged or wrong in any line changes
nothing. Importing the same file again changes nothing either.`;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Take over everything from a file that "saberes export" wrote, and index it.')
    .argument('<file>', 'where from; "-" is standard input')
    .option('--replace', 'remove what the file does not hold')
    .addHelpText('after', EXAMPLES)
    .action(importAll);
}

async function importAll(file: string, { replace = false }: { replace?: boolean }): Promise<void> {
  const report = await withReadable(file, (path, shownAs) =>
    withHub('connect', (hub) => takeOver(hub, path, shownAs, replace)),
  );
  process.stdout.write(`${describe(report)}\n`);
}

async function takeOver(
  hub: Hub,
  path: string,
  shownAs: string,
  replace: boolean,
): Promise<ImportReport> {
  const checked = await withProgress('Checking', (progress) =>
    checkFile(hub.models, path, shownAs, progress),
  );
  const report = await withProgress('Importing', (progress) =>
    importRecords(hub, checked, { replace, progress }),
  );
  await hub.prepare();
  await settleIndex(hub);
  if (report.removed > 0) await hub.builder.reconcile();
  if (report.wentBack) await indexAgain(hub);
  return report;
}

/** An index keeps the newest version that it has seen; a fresh one knows what is stored alone. */
async function indexAgain(hub: Hub): Promise<void> {
  await hub.builder.rebuild();
  await hub.dataVersion.bump();
}

async function withProgress<T>(
  title: string,
  work: (progress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = createProgress(title);
  try {
    return await work((done, total) => progress.update(done, total));
  } finally {
    progress.stop();
  }
}

function describe({ written, unchanged, removed }: ImportReport): string {
  const parts = [`${written} records written`, `${unchanged} were the same`];
  if (removed > 0) parts.push(`${removed} removed`);
  return `Imported: ${parts.join(', ')}.`;
}
