import { Command } from 'commander';
import { HUB_VERSION } from '../server/version.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addReindex } from './commands/reindex.js';
import { addSearch } from './commands/search.js';
import { addSeed } from './commands/seed.js';
import { addServe } from './commands/serve.js';
import { failReadably } from './fail.js';

const program = new Command('saberes')
  .description('Knowledge-exchange hub: serve it, fill it, search it, move it, look after it.')
  .version(HUB_VERSION)
  .showHelpAfterError('(--help says what there is)');

addServe(program);
addSeed(program);
addSearch(program);
addReindex(program);
addExport(program);
addImport(program);

// A reader such as "head" may close the pipe early; that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
});

program.parseAsync().catch(failReadably);
