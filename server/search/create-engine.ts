import path from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { createEmbeddedEngine } from './embedded/embedded.engine.js';
import { createMeilisearchEngine } from './meilisearch/meilisearch.engine.js';
import type { SearchEngine } from './search-engine.js';

/** Meilisearch where it is configured, otherwise the engine in this process. */
export function createSearchEngine(config: Config, log: Logger): SearchEngine {
  if (config.MEILI_URL) {
    return createMeilisearchEngine({
      url: config.MEILI_URL,
      apiKey: config.MEILI_API_KEY,
      indexName: config.MEILI_INDEX,
      log,
    });
  }
  return createEmbeddedEngine({ file: path.join(config.DATA_DIR, 'search', 'index'), log });
}
