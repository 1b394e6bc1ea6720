import { openTable } from '../../server/tables/open-table.js';
import { TableRefused } from '../../server/tables/table-problem.js';
import { peakMemoryMib } from './process-memory.js';

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
