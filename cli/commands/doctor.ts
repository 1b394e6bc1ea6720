import type { Command } from 'commander';
import { readConfig } from '../../server/config.js';
import { examine } from '../doctor/examine.js';
import { renderReport } from '../doctor/render-report.js';

const EXAMPLES = `
Examples:
  saberes doctor                                    the hub with the present settings
  saberes doctor --json                             the same for programs
  MONGODB_URI=mongodb://db/saberes saberes doctor   before moving to MongoDB

Shows the settings in force, and whether store, content, search and index are as they should be.
Nothing is made or changed. While a hub runs on the data folder, that hub is asked. The exit
code is 1 when something is wrong.`;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Say what is configured, reachable and indexed, and what to do about the rest.')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', EXAMPLES)
    .action(doctor);
}

async function doctor({ json }: { readonly json?: boolean }): Promise<void> {
  const report = await examine(readConfig());
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderReport(report)}\n`);
  if (!report.isWell) process.exitCode = 1;
}
