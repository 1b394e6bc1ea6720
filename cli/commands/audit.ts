import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AuditTrail } from '../../server/auth/audit-trail.js';
import { guarded } from '../../server/tables/formula-guard.js';
import { withHub } from '../one-shot.js';
import { STANDARD_STREAM, writeWhole } from '../transfer/whole-file.js';

const EXAMPLES = `
Examples:
  saberes audit export audit.csv
  saberes audit export --since 2026-01-01 --format jsonl - | grep member.hub_roles

Oldest first. Cells that a spreadsheet program would take for a formula begin with an apostrophe.`;

const COLUMNS = ['at', 'memberId', 'action', 'target', 'outcome', 'address', 'note'] as const;

interface ExportOptions {
  readonly format: 'csv' | 'jsonl';
  readonly since?: Date;
  readonly until?: Date;
}

type Entries = ReturnType<AuditTrail['all']>;

export function addAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('Export who signed in, changed rights or took a step, and who was refused.')
    .addHelpText('after', EXAMPLES);
  audit
    .command('export')
    .description('Write the audit trail to a file.')
    .argument('[file]', 'where to; "-" is standard output', STANDARD_STREAM)
    .addOption(
      new Option('--format <format>', 'form of the file').choices(['csv', 'jsonl']).default('csv'),
    )
    .option('--since <day>', 'the first day or moment, as 2026-01-31', toMoment)
    .option('--until <day>', 'the moment after the last', toMoment)
    .action(exportTrail);
}

async function exportTrail(file: string, { format, since, until }: ExportOptions): Promise<void> {
  await withHub('connect', async ({ auth }) => {
    const entries = auth.audit.all({ since, until });
    await writeWhole(file, format === 'csv' ? csvLines(entries) : jsonLines(entries));
  });
}

async function* csvLines(entries: Entries): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const entry of entries) {
    const cells = { ...entry, at: entry.at.toISOString() };
    yield `${COLUMNS.map((column) => quoted(cells[column] ?? '')).join(',')}\r\n`;
  }
}

async function* jsonLines(entries: Entries): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

const quoted = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

function toMoment(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('Give a day as 2026-01-31.');
  return moment;
}
