import 'reflect-metadata';
import { Command } from 'commander';
import { HUB_VERSION } from '../server/version.js';
import { failReadably } from './fail.js';

type AddCommand = (program: Command) => void;

/** Each command is loaded only when it, or the help of all, is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  serve: async () => (await import('./commands/serve.js')).addServe,
  seed: async () => (await import('./commands/seed.js')).addSeed,
  search: async () => (await import('./commands/search.js')).addSearch,
  reindex: async () => (await import('./commands/reindex.js')).addReindex,
  export: async () => (await import('./commands/export.js')).addExport,
  import: async () => (await import('./commands/import.js')).addImport,
  user: async () => (await import('./commands/user.js')).addUserCommands,
  partner: async () => (await import('./commands/partner.js')).addPartnerCommands,
  audit: async () => (await import('./commands/audit.js')).addAudit,
  doctor: async () => (await import('./commands/doctor.js')).addDoctor,
};

const program = new Command('saberes')
  .description('Knowledge-exchange hub: serve it, fill it, search it, move it, look after it.')
  .version(HUB_VERSION)
  .showHelpAfterError('(--help says what there is)');

const asked = COMMANDS[process.argv[2] ?? ''];
for (const load of asked ? [asked] : Object.values(COMMANDS)) (await load())(program);

// A reader such as "head" may close the pipe early; that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
});

program.parseAsync().catch(failReadably);
