import { readFileSync } from 'node:fs';
import { openTable } from '../../server/tables/open-table.js';
import { TableRefused } from '../../server/tables/table-problem.js';

/** Of this process alone: `maxRSS` begins with what its parent held when it was forked. */
function peakMemoryMib(): number {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(statusOfProcess()) ?? [];
  return (kib ? Number(kib) : process.resourceUsage().maxRSS) / 1_024;
}

/** Empty where the system has no such file. */
function statusOfProcess(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}

/** Reads a table in a process of its own and tells what it was, and how much memory that took. */
async function readThrough(file: string) {
  let rows = 0;
  const problems: string[] = [];
  try {
    for await (const row of (await openTable(file)).rows()) {
      rows += 1;
      problems.push(...row.problems.map(({ code }) => code));
    }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    problems.push(...error.problems.map(({ code }) => code));
  }
  return { rows, problems, memoryMib: peakMemoryMib() };
}

process.stdout.write(JSON.stringify(await readThrough(process.argv[2] ?? '')));
