import type { Command } from 'commander';
import { CITATION_FORMATS } from '../../server/citation/citation-formats.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { toFormat } from '../tables/asked-values.js';
import { exportTable } from '../tables/export-table.js';
import { exportLines } from '../transfer/export-lines.js';
import { STANDARD_STREAM, writeWhole } from '../transfer/whole-file.js';

const EXAMPLES = `
Examples:
  saberes export saberes.jsonl          a backup
  saberes export records.xlsx --format xlsx --language pt
  saberes export peru.csv --format csv --filter "country=PE&kind=PROTOCOL"
  saberes export all.bib --format bib --language en
  saberes export | gzip > backup.gz     to standard output
  DATA_DIR=.data saberes export | MONGODB_URI=mongodb://db/saberes saberes import -

A backup holds every record with its version as JSON Lines, between a header and a closing
line with a checksum. With --format the file is a table of what the public sees, or its
citations (bib, ris, csl); the filter is written as in the address of the search page. Either appears under its name only once it is whole.`;

const FORMATS = ['CSV', 'XLSX', 'JSONL', ...CITATION_FORMATS] as const;

interface ExportOptions {
  readonly format?: string;
  readonly filter?: string;
  readonly language?: string;
  readonly translations?: boolean;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'Write everything that the hub holds to a file, or public records as a table or as citations.',
    )
    .argument('[file]', 'where to; "-" is standard output', STANDARD_STREAM)
    .option('--format <format>', 'a table: csv, xlsx, jsonl; citations: bib, ris, csl')
    .option('--filter <filter>', 'public records: what passes it')
    .option('--language <code>', 'of headings and citations (es, en, pt, fr)')
    .option('--translations', 'table: with the texts of translations')
    .addHelpText('after', EXAMPLES)
    .action(exportAny);
}

async function exportAny(file: string, { format, ...options }: ExportOptions): Promise<void> {
  if (format === undefined) return exportAll(file);
  const records = await exportTable({ file, format: toFormat(format, FORMATS), ...options });
  if (file !== STANDARD_STREAM) process.stdout.write(`${records} records are in ${file}.\n`);
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
