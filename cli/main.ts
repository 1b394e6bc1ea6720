import { Command } from 'commander';
import { HUB_VERSION } from '../server/version.js';
import { addServe } from './commands/serve.js';
import { failReadably } from './fail.js';

const program = new Command('saberes')
  .description('Knowledge-exchange hub: serve it, fill it, search it, move it, look after it.')
  .version(HUB_VERSION)
  .showHelpAfterError('(--help says what there is)');

addServe(program);

program.parseAsync().catch(failReadably);
