import type { Command } from 'commander';
import type { Hub } from '../../server/hub.js';
import { CommandError } from '../fail.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { settleIndex } from '../settle-index.js';
import { toKind, toLocale } from '../tables/asked-values.js';
import { importTable, type TableImport } from '../tables/import-table.js';
import { isBackup } from '../tables/is-backup.js';
import { writeTemplate } from '../tables/write-template.js';
import { checkFile } from '../transfer/check-file.js';
import { type ImportReport, importRecords } from '../transfer/import-records.js';
import { withReadable } from '../transfer/whole-file.js';

const EXAMPLES = `
Examples:
  saberes import lessons.xlsx --institution AMEXCID --dry-run
  saberes import lessons.csv --institution AMEXCID --language es --report problems.csv
  saberes import --template lesson --language pt > lessons.xlsx
  saberes import saberes.jsonl             a backup: add and update, by ids
  saberes import saberes.jsonl --replace   and remove what the backup does not hold
  gunzip -c backup.gz | saberes import -   from standard input

A table becomes drafts of an institution: rows that are right are taken over whole, the others
are reported with row and column. Rows are known by their identifier, so importing a table
again changes nothing, and a stopped import goes on where it was: give the command again.

A backup is checked first: one that is cut off, damaged or wrong in any line changes nothing.
Importing the same one again changes nothing either. Which of the two a file is decides its
first line, unless --as says it.`;

interface ImportOptions {
  readonly replace?: boolean;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly institution?: string;
  readonly asMember?: string;
  readonly language?: string;
  readonly kind?: string;
  readonly report?: string;
  readonly template?: string;
  readonly format?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Take over a table as drafts (CSV, XLSX, JSON Lines), or a whole backup.')
    .argument('[file]', 'where from; "-" is standard input')
    .option('--institution <name>', 'table: whose records these are; id, slug, acronym or name')
    .option('--dry-run', 'table: say what would be done and what is wrong, and write nothing')
    .option('--as-member <email>', 'table: with the rights of this member')
    .option('--language <code>', 'table: of rows that name none (es, en, pt, fr)')
    .option('--kind <kind>', 'table: of rows that name none (lesson, case, practice, protocol)')
    .option('--report <file>', 'table: write what is wrong as CSV')
    .option('--template <kind>', 'write an empty table for this kind to standard output')
    .option('--format <format>', 'template: xlsx or csv', 'xlsx')
    .option('--as <what>', '"table" or "backup"')
    .option('--replace', 'backup: remove what the file does not hold')
    .addHelpText('after', EXAMPLES)
    .action(importAny);
}

async function importAny(file: string | undefined, options: ImportOptions): Promise<void> {
  const { template, language, format } = options;
  if (template !== undefined) return writeTemplate({ template, language, format });
  if (file === undefined) throw new CommandError('Say which file: saberes import FILE');
  await withReadable(file, async (path, shownAs) => {
    if (await takesForBackup(path, options.as)) return importBackup(path, shownAs, options);
    if (options.replace) throw new CommandError('--replace is for backups, and this is a table.');
    return importTable(toTableImport(path, shownAs, options));
  });
}

async function takesForBackup(path: string, as: string | undefined): Promise<boolean> {
  if (as === undefined) return isBackup(path);
  if (as === 'table' || as === 'backup') return as === 'backup';
  throw new CommandError('--as takes "table" or "backup".');
}

const toTableImport = (file: string, shownAs: string, options: ImportOptions): TableImport => ({
  file,
  shownAs,
  institution: options.institution,
  asMember: options.asMember,
  language: options.language === undefined ? null : toLocale(options.language),
  kind: options.kind === undefined ? null : toKind(options.kind),
  isDryRun: options.dryRun ?? false,
  reportFile: options.report,
});

async function importBackup(
  path: string,
  shownAs: string,
  { replace = false }: ImportOptions,
): Promise<void> {
  const report = await withHub('connect', (hub) => takeOver(hub, path, shownAs, replace));
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
