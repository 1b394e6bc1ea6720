import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadSeeds } from '../../seeds/load.js';
import { readConfig } from '../../server/config.js';
import { createHub } from '../../server/hub.js';

/** Puts the shipped content into a new data folder; read and indexed once in a run, for reading takes longer than all else. */
export async function copySeeds(into: string): Promise<void> {
  const { SABERES_RUN_FOLDER: shared } = process.env;
  if (shared) await cp(await seededFolder(shared), into, { recursive: true });
}

/** Both workers may make it at once: the second finds that of the first. */
async function seededFolder(shared: string): Promise<string> {
  const ready = join(shared, 'seeded');
  if (existsSync(ready)) return ready;
  const own = await mkdtemp(join(shared, 'seeding-'));
  await seed(own);
  await rename(own, ready).catch((error: unknown) => {
    if (!existsSync(ready)) throw error;
  });
  return ready;
}

async function seed(folder: string): Promise<void> {
  const config = readConfig({ DATA_DIR: folder });
  const hub = await createHub(config, {
    log: pino({ level: 'silent' }),
    loadContent: async (started) => void (await loadSeeds(started)),
  });
  try {
    await hub.prepare();
    await hub.indexer.settle();
  } finally {
    await hub.stop();
  }
}
