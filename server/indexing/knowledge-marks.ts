import type { mongo } from 'mongoose';
import type { Clock } from '../clock.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import { INDEXED_FIELDS, type IndexedDocument } from '../knowledge/knowledge.indexing.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import { PUBLIC_ONLY } from '../knowledge/knowledge.policy.js';

/** Clocks of hub processes may differ by so much. */
const CLOCK_SKEW_MS = 60_000;
const RECORDS_PER_PAGE = 250;

/** A mark as it was read, to be cleared if it still stands for the same version. */
export type Marked = Pick<IndexedDocument, '_id' | 'version' | 'unindexedSince'>;

/** Reads records for the indexer, and clears their marks. */
export class KnowledgeMarks {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly clock: Clock,
  ) {}

  /** Marked records in their present state, longest waiting first. */
  async marked(most: number): Promise<IndexedDocument[]> {
    return this.read({ unindexedSince: { $exists: true, $lte: this.soon() } }, most);
  }

  /** Clears a mark only where the record has not changed since it was read. */
  async clear(documents: readonly Marked[]): Promise<void> {
    if (documents.length === 0) return;
    const writes = documents.map(({ _id, version, unindexedSince }) => ({
      updateOne: {
        filter: { _id, version, unindexedSince },
        update: { $unset: { unindexedSince: '' } },
      },
    }));
    await this.model.collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[], {
      ordered: false,
    });
  }

  /** Every public record, by id, some at a time. */
  async *pages(): AsyncGenerator<readonly IndexedDocument[]> {
    let next = this.publicAfter('');
    for (;;) {
      const page = await next;
      const last = page.at(-1);
      if (!last) return;
      // The store reads on while this page is being indexed.
      next = this.publicAfter(last._id);
      next.catch(() => {});
      yield page;
    }
  }

  private async publicAfter(id: string): Promise<IndexedDocument[]> {
    const found = await this.model.collection
      .find({ ...PUBLIC_ONLY, _id: { $gt: id } } as object)
      .project(INDEXED_FIELDS)
      .sort({ _id: 1 })
      .limit(RECORDS_PER_PAGE)
      .toArray();
    return found as unknown as IndexedDocument[];
  }

  /** Versions of all public records, to compare with an index. */
  async versions(): Promise<Map<string, number>> {
    const cursor = this.model.collection.find({ ...PUBLIC_ONLY }).project({ version: 1 });
    const versions = new Map<string, number>();
    for await (const { _id, version } of cursor) versions.set(String(_id), version as number);
    return versions;
  }

  /** In which languages each public record is. */
  async *languages(): AsyncGenerator<Pick<KnowledgeDocument, '_id' | 'version' | 'locales'>> {
    const cursor = this.model.collection.find({ ...PUBLIC_ONLY });
    for await (const record of cursor.project({ version: 1, locales: 1 })) yield record as never;
  }

  /** Has records indexed again as they are, unless they have changed: then they are marked anyway. */
  async mark(records: readonly Pick<Marked, '_id' | 'version'>[]): Promise<void> {
    if (records.length === 0) return;
    const update = { $set: { unindexedSince: this.clock.now() } };
    const writes = records.map(({ _id, version }) => ({
      updateOne: { filter: { _id, version, ...PUBLIC_ONLY }, update },
    }));
    await this.model.collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[], {
      ordered: false,
    });
  }

  /** Records that changed since then in any process, public or not. */
  async changedSince(moment: Date): Promise<IndexedDocument[]> {
    const from = new Date(moment.getTime() - CLOCK_SKEW_MS);
    const found = await this.model.collection
      .find({ updatedAt: { $gte: from } })
      .project(INDEXED_FIELDS)
      .sort({ updatedAt: 1, _id: 1 })
      .toArray();
    return found as unknown as IndexedDocument[];
  }

  async byIds(ids: readonly string[]): Promise<IndexedDocument[]> {
    return this.read({ _id: { $in: [...ids] } }, ids.length);
  }

  /** How many records wait, and for how long the oldest has. */
  async queue(): Promise<{ depth: number; ageSeconds: number }> {
    const [oldest] = await this.marked(1);
    if (!oldest?.unindexedSince) return { depth: 0, ageSeconds: 0 };
    const depth = await this.model.collection.countDocuments({
      unindexedSince: { $exists: true, $lte: this.soon() },
    });
    const age = this.clock.now().getTime() - oldest.unindexedSince.getTime();
    return { depth, ageSeconds: Math.max(0, age / 1_000) };
  }

  private soon(): Date {
    return new Date(this.clock.now().getTime() + CLOCK_SKEW_MS);
  }

  private async read(conditions: object, most: number): Promise<IndexedDocument[]> {
    const found = await this.model.collection
      .find(conditions)
      .project(INDEXED_FIELDS)
      .sort({ unindexedSince: 1, _id: 1 })
      .limit(most)
      .toArray();
    return found as unknown as IndexedDocument[];
  }
}
