import type { SearchEngine } from '../../server/search/search-engine.js';
import { realMeilisearch } from '../support/real-meilisearch.js';
import { startTestHub, type TestHubOptions } from '../support/start-test-hub.js';

interface QualityEngine {
  readonly name: 'embedded' | 'meilisearch';
  readonly isThere: boolean;
  readonly hub: TestHubOptions;
}

export const QUALITY_ENGINES: readonly QualityEngine[] = [
  { name: 'embedded', isThere: true, hub: {} },
  {
    name: 'meilisearch',
    isThere: realMeilisearch.isThere,
    hub: {
      config: {
        MEILI_URL: realMeilisearch.options.url,
        MEILI_API_KEY: realMeilisearch.options.apiKey,
        MEILI_INDEX: realMeilisearch.freshIndexName(),
      },
    },
  },
];

/** Starts a hub on this engine with the shipped content, as it is stored and indexed for people. */
export async function withShippedContent<Result>(
  { hub: options }: QualityEngine,
  work: (engine: SearchEngine) => Promise<Result>,
): Promise<Result> {
  const test = await startTestHub({ ...options, seeds: true });
  try {
    return await work(test.hub.engine);
  } finally {
    await test.stop();
  }
}
