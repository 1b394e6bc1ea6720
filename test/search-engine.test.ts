import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedEngine } from '../server/search/embedded/embedded.engine.js';
import { createMeilisearchEngine } from '../server/search/meilisearch/meilisearch.engine.js';
import { describeSearchEngineContract } from './contracts/search-engine.contract.js';
import { realMeilisearch } from './support/real-meilisearch.js';

const beside = realMeilisearch.isThere ? 'Meilisearch' : 'no Meilisearch given (TEST_MEILI_URL)';
process.stdout.write(`Search engines under test: embedded; ${beside}\n`);

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

if (realMeilisearch.isThere) {
  describeSearchEngineContract('meilisearch', async () => {
    const indexName = realMeilisearch.freshIndexName();
    const options = { ...realMeilisearch.options, indexName };
    let engine = createMeilisearchEngine(options);
    return {
      engine,
      state: await engine.open(),
      async restart() {
        await engine.close();
        engine = createMeilisearchEngine(options);
        return { engine, state: await engine.open() };
      },
      stop: () => realMeilisearch.drop(engine, indexName),
    };
  });
}
