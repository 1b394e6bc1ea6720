import { spaceRange } from '../storage/spaces.js';
import { Pauses } from './pauses.js';
import { isExact } from './plan.js';
import type { Query } from './query.js';
import { recordIds } from './record-ids.js';

const PAUSE_CHECK = 64;

/** How many documents a query finds; from the index alone where that is possible. */
export async function countRows(query: Query, maxMilliseconds = 0): Promise<number> {
  const { store, collection, plan, stats, spec } = query;
  if (!hasWindow(query)) {
    if (plan.kind === 'collection' && Object.keys(spec.filter).length === 0) {
      return store.file.count(spaceRange(collection.space));
    }
    if (plan.kind === 'index' && plan.exact && !plan.index.isMultikey) {
      return countKeys(query);
    }
  }
  const pauses = new Pauses(maxMilliseconds);
  let count = 0;
  if (!isExact(plan) || hasWindow(query)) {
    await query.each(() => {
      count += 1;
    }, pauses);
    return count;
  }
  const context = { records: store.records, queue: store.queue, collection, stats, expected: 0 };
  for (const _ of recordIds(context, plan)) {
    count += 1;
    if (count % PAUSE_CHECK === 0 && pauses.isDue) await pauses.take();
  }
  return count;
}

const hasWindow = ({ spec }: Query) => (spec.skip ?? 0) > 0 || (spec.limit ?? 0) > 0;

function countKeys({ store, plan, stats }: Query): number {
  if (plan.kind !== 'index') return 0;
  let count = 0;
  for (const range of plan.streams.flat()) count += store.file.count(range);
  stats.keys += count;
  return count;
}
