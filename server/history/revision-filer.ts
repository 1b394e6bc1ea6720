import type { mongo } from 'mongoose';
import type { Logger } from 'pino';
import type { StoredRevision } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import type { RevisionModel } from './revision.model.js';

const BATCH = 20;
/** Steps that follow each other closely are filed together. */
const GATHER_MS = 100;
const RETRY_MS = 2_000;

interface Unfiled {
  readonly _id: string;
  readonly unfiled: readonly StoredRevision[];
}

/**
 * Moves steps from the records that they were written with into the history. Doing it twice does no harm, so an end in
 * between loses nothing and several processes may do it at once.
 */
export class RevisionFiler {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly knowledge: KnowledgeModel,
    private readonly revisions: RevisionModel,
    private readonly log: Logger,
  ) {}

  /** To be called after each step. */
  wake(): void {
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => this.begin(), GATHER_MS);
  }

  /** Finishes what it is at; what is left is filed at the next start. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Resolves when nothing is left. */
  async fileAll(): Promise<void> {
    for (;;) {
      const records = await this.waiting();
      for (const record of records) await this.file(record);
      if (records.length < BATCH || this.isStopped) return;
    }
  }

  private begin(): void {
    this.timer = undefined;
    this.running = this.running
      .then(() => this.fileAll())
      .catch((error: unknown) => {
        this.log.warn({ reason: (error as Error).message }, 'the history has to wait');
        if (!this.isStopped) this.timer = setTimeout(() => this.begin(), RETRY_MS);
      });
  }

  private async waiting(): Promise<readonly Unfiled[]> {
    const found = await this.knowledge.collection
      .find({ 'unfiled.number': { $exists: true, $gte: 0 } })
      .project({ unfiled: 1 })
      .limit(BATCH)
      .toArray();
    return found as unknown as readonly Unfiled[];
  }

  private async file({ _id: item, unfiled }: Unfiled): Promise<void> {
    const writes = unfiled.map((revision) => {
      const _id = `${item}:${revision.number}`;
      const update = { $setOnInsert: { item, ...revision } };
      return { updateOne: { filter: { _id }, update, upsert: true } };
    });
    await this.revisions.collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[]);
    const last = Math.max(...unfiled.map(({ number }) => number));
    await this.knowledge.collection.updateOne(
      { _id: item } as object,
      { $pull: { unfiled: { number: { $lte: last } } } } as object,
    );
  }
}
