import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { PUBLIC_ONLY } from './knowledge.policy.js';
import { toConditions } from './knowledge-query.js';

const BATCH = 100;

/** Everything that passes a filter, one record after the other: for exports, never for answers. */
export class PublicRecords {
  constructor(private readonly model: KnowledgeModel) {}

  /** Newest first, straight from the store; only what the public may see, and only these paths of it. */
  async *read<Path extends keyof KnowledgeDocument>(
    filter: SearchFilter,
    reference: Reference,
    paths: readonly Path[],
  ): AsyncGenerator<Pick<KnowledgeDocument, Path>> {
    const cursor = this.model.collection
      .find(toConditions(filter, reference))
      .project(Object.fromEntries(paths.map((path) => [path, 1])))
      .sort({ publishedAt: -1, _id: 1 })
      .batchSize(BATCH);
    try {
      for await (const stored of cursor) yield stored as unknown as Pick<KnowledgeDocument, Path>;
    } finally {
      await cursor.close();
    }
  }

  /** When a record that is public now changed last; null where there is none. */
  async lastChange(): Promise<Date | null> {
    const [latest] = await this.model.collection
      .find({ ...PUBLIC_ONLY })
      .project({ updatedAt: 1 })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(1)
      .toArray();
    return (latest?.updatedAt as Date | undefined) ?? null;
  }

  count(filter: SearchFilter, reference: Reference): Promise<number> {
    return this.model.collection.countDocuments(toConditions(filter, reference));
  }
}
