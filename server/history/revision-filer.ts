import type { mongo } from 'mongoose';
import type { Logger } from 'pino';
import type { StoredRevision } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import type { RevisionModel } from './revision.model.js';

const BATCH = 50;
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
      if (records.length > 0) await this.file(records);
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

  /** First into the history, then out of the records: in between, a step is in both. */
  private async file(records: readonly Unfiled[]): Promise<void> {
    await write(this.revisions.collection, records.flatMap(toRevisions));
    await write(this.knowledge.collection, records.map(toRemoval));
  }
}

const write = (
  collection: { bulkWrite: mongo.Collection['bulkWrite'] },
  writes: readonly object[],
): Promise<unknown> =>
  collection.bulkWrite(writes as mongo.AnyBulkWriteOperation[], { ordered: false });

const toRevisions = ({ _id: item, unfiled }: Unfiled): readonly object[] =>
  unfiled.map((revision) => ({
    updateOne: {
      filter: { _id: `${item}:${revision.number}` },
      update: { $setOnInsert: { item, ...revision } },
      upsert: true,
    },
  }));

/** Steps that were taken meanwhile stay. */
function toRemoval({ _id, unfiled }: Unfiled): object {
  const last = Math.max(...unfiled.map(({ number }) => number));
  return {
    updateOne: { filter: { _id }, update: { $pull: { unfiled: { number: { $lte: last } } } } },
  };
}
