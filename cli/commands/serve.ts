import type { Command } from 'commander';
import { readConfig } from '../../server/config.js';
import type { Hub } from '../../server/hub.js';
import { startStore } from '../../server/mongo/start-store.js';
import { failReadably } from '../fail.js';
import { createProgress } from '../progress.js';

/** After so long a stop is forced, whatever still hangs. */
const FORCED_STOP_MS = 10_000;

const EXAMPLES = `
Examples:
  saberes serve                                         embedded, on port 4000
  PORT=8080 DATA_DIR=/var/lib/saberes saberes serve
  MONGODB_URI=mongodb://db/saberes MEILI_URL=http://search:7700 saberes serve

The first start loads the shipped content. SIGTERM and Ctrl+C stop the hub within ten seconds.
All settings: docs/operators.md; "saberes doctor" shows those in force.`;

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Run the hub until it is stopped. Settings come from the environment.')
    .addHelpText('after', EXAMPLES)
    .action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig();
  // The store starts in its own thread while the rest of the code is being loaded.
  const store = startStore(config);
  const { createHub } = await import('../../server/hub.js');
  const { loadSeeds } = await import('../../seeds/load.js');
  const progress = createProgress('Loading content');
  const hub = await createHub(config, {
    store,
    loadPages: async (target) => (await import('../../web/pages.js')).createPages(target),
    loadContent: async (target) => {
      if (config.SEED === 'never') return;
      await loadSeeds(target, (_what, done, total) => progress.update(done, total));
      progress.stop();
    },
  });
  stopOnSignals(hub);
  try {
    await hub.start();
  } catch (error) {
    await hub.stop().catch(() => {});
    failReadably(error);
  }
  process.stdout.write(greeting(hub));
}

function greeting(hub: Hub): string {
  const { store, search, version } = hub.facts;
  const where = store === 'embedded' ? ` in ${hub.config.DATA_DIR}` : '';
  return [
    '',
    `  Saberes ${version} is ready.`,
    '',
    `  Pages              ${hub.url}/`,
    `  API and explorer   ${hub.url}/graphql`,
    `  Health             ${hub.url}/health/ready`,
    `  Metrics            ${hub.url}/metrics`,
    '',
    `  Store: ${store}${where}. Search: ${search}.`,
    '  Stop with Ctrl+C.',
    '',
    '',
  ].join('\n');
}

function stopOnSignals(hub: Hub): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), FORCED_STOP_MS).unref();
    hub.stop().then(() => process.exit(0), failReadably);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
