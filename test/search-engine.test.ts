import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedEngine } from '../server/search/embedded/embedded.engine.js';
import { describeSearchEngineContract } from './contracts/search-engine.contract.js';

describeSearchEngineContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'saberes-search-'));
  const file = join(folder, 'search.index');
  let engine = createEmbeddedEngine({ file });
  const state = await engine.open();
  return {
    engine,
    state,
    async restart() {
      await engine.close();
      engine = createEmbeddedEngine({ file });
      return { engine, state: await engine.open() };
    },
    async stop() {
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
});
