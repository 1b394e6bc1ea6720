import DataLoader from 'dataloader';
import type { KnowledgeModel } from './knowledge.model.js';
import { PUBLIC_ONLY } from './knowledge.policy.js';
import type { ReadDocument } from './knowledge.view.js';
import { projectionFor } from './knowledge-projection.js';

type Reads = DataLoader<string, ReadDocument | null>;

/** What the store answers without a second batch. */
const MOST_IDS = 100;

/**
 * Public records by id. What several requests ask for in one turn of the event loop goes to the store in one
 * command: under load, sending commands takes longer than reading records.
 */
export class SharedReads {
  private readonly ofThisTurn = new Map<string, Reads>();

  constructor(private readonly model: KnowledgeModel) {}

  /** With what the fields of the contract need, in the order of the ids; null for one that is not to be seen. */
  read(
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<readonly (ReadDocument | null)[]> {
    const key = fields.join(' ');
    const reads = this.ofThisTurn.get(key) ?? this.begin(key, fields);
    return Promise.all(ids.map((id) => reads.load(id)));
  }

  private begin(key: string, fields: readonly string[]): Reads {
    const begun: Reads = new DataLoader(
      (ids) => {
        this.ofThisTurn.delete(key);
        return this.fetch(ids, fields);
      },
      { maxBatchSize: MOST_IDS, batchScheduleFn: setImmediate },
    );
    this.ofThisTurn.set(key, begun);
    return begun;
  }

  private async fetch(
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<(ReadDocument | null)[]> {
    const found = await this.model.collection
      .find({ _id: { $in: ids }, ...PUBLIC_ONLY } as object)
      .project(projectionFor(fields))
      .toArray();
    const byId = new Map(
      (found as unknown as ReadDocument[]).map((stored) => [stored._id, stored]),
    );
    return ids.map((id) => byId.get(id) ?? null);
  }
}
