import { setTimeout as sleep } from 'node:timers/promises';
import type { Hub } from '../server/hub.js';
import { CommandError } from './fail.js';
import { createProgress } from './progress.js';

const LOOK_MS = 50;
/** Without any progress for so long, waiting on makes no sense. */
const PATIENCE_MS = 60_000;
const UNREACHABLE_MS = 10_000;

/** Waits until the search index knows every record; shows how far it is. */
export async function settleIndex(hub: Hub): Promise<void> {
  const progress = createProgress('Indexing');
  let most = 0;
  let last = -1;
  let movedAt = Date.now();
  try {
    for (;;) {
      const { depth } = await hub.marks.queue();
      if (hub.indexer.ready && depth === 0) break;
      if (depth !== last) movedAt = Date.now();
      last = depth;
      most = Math.max(most, depth);
      if (most > 0) progress.update(most - depth, most);
      await refuseToWait(hub, Date.now() - movedAt);
      hub.indexer.wake();
      await sleep(LOOK_MS);
    }
    if (most > 0) progress.update(most, most);
  } finally {
    progress.stop();
  }
}

async function refuseToWait(hub: Hub, waitedMs: number): Promise<void> {
  if (waitedMs < UNREACHABLE_MS) return;
  const answers = await hub.engine.stats().then(
    () => true,
    () => false,
  );
  if (answers && waitedMs < PATIENCE_MS) return;
  throw new CommandError(
    `The records are stored, but the search (${hub.engine.name}) cannot be written. They are indexed as soon as a hub runs and reaches it; "saberes doctor" says what is wrong.`,
  );
}
