import { readSeeds } from '../../seeds/read.js';
import { createEmbeddedEngine } from '../../server/search/embedded/embedded.engine.js';
import { createMeilisearchEngine } from '../../server/search/meilisearch/meilisearch.engine.js';
import type { SearchEngine } from '../../server/search/search-engine.js';
import { realMeilisearch } from '../support/real-meilisearch.js';
import { seedDocuments } from './seed-documents.js';

type Started = { readonly engine: SearchEngine; readonly stop: () => Promise<void> };

interface QualityEngine {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly start: () => Promise<Started>;
}

export const QUALITY_ENGINES: readonly QualityEngine[] = [
  {
    name: 'embedded',
    isThere: () => true,
    start: async () => {
      const engine = createEmbeddedEngine();
      await engine.open();
      return { engine, stop: () => engine.close() };
    },
  },
  {
    name: 'meilisearch',
    isThere: () => realMeilisearch.isThere,
    start: async () => {
      const indexName = realMeilisearch.freshIndexName();
      const engine = createMeilisearchEngine({ ...realMeilisearch.options, indexName });
      await engine.open();
      return { engine, stop: () => realMeilisearch.drop(engine, indexName) };
    },
  },
];

/** Builds an index of the shipped content, does something with it, and cleans up. */
export async function withSeeds<Result>(
  start: () => Promise<Started>,
  work: (engine: SearchEngine) => Promise<Result>,
): Promise<Result> {
  const documents = seedDocuments(await readSeeds());
  const { engine, stop } = await start();
  try {
    await engine.rebuild(
      (async function* () {
        yield* documents;
      })(),
    );
    return await work(engine);
  } finally {
    await stop();
  }
}
