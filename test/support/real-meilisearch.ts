import { Meilisearch } from 'meilisearch';
import type { SearchEngine } from '../../server/search/search-engine.js';

const { TEST_MEILI_URL: url = '', TEST_MEILI_API_KEY: apiKey } = process.env;

/** A Meilisearch given by `TEST_MEILI_URL`; each test works in an index of its own. */
export const realMeilisearch = {
  isThere: url !== '',
  options: { url, apiKey },

  freshIndexName: (): string =>
    `saberes-test-${process.pid}-${Math.random().toString(36).slice(2)}`,

  /** Closes the engine and deletes all that it made. */
  async drop(engine: SearchEngine, indexName: string): Promise<void> {
    await engine.close();
    const client = new Meilisearch({ host: url, apiKey });
    const { results } = await client.getRawIndexes({ limit: 1_000 });
    for (const { uid } of results) {
      if (uid.startsWith(indexName)) await client.deleteIndex(uid).waitTask();
    }
  },
};
