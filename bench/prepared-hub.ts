import { pino } from 'pino';
import { loadSeeds } from '../seeds/load.js';
import { readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import { generateRecords } from './generated-records.js';

export interface PreparedHub {
  readonly hub: Hub;
  /** From the last record written to all of them findable. */
  readonly indexMs: number;
}

/** Fills a folder with the shipped content and generated records up to a number. */
export async function prepareHub(dataDir: string, records: number): Promise<PreparedHub> {
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
  let loadedAt = 0;
  const hub = await createHub(config, {
    log: pino({ level: 'warn' }),
    loadContent: async (target) => {
      await loadSeeds(target);
      const missing = records - (await target.knowledge.countPublic({ generation: -1 }));
      if (missing > 0) await target.writer.put(await generateRecords(missing));
      loadedAt = performance.now();
    },
  });
  const prepared = hub.prepare();
  while (!hub.indexer.ready) await new Promise((resolve) => setTimeout(resolve, 10));
  const indexMs = performance.now() - loadedAt;
  await prepared;
  await hub.indexer.settle();
  return { hub, indexMs };
}
