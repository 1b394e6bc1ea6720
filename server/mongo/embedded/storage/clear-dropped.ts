import { spaceRange } from './spaces.js';
import type { Store } from './store.js';

const KEYS_PER_WRITE = 1000;

/** Removes the keys of dropped spaces in small writes, so that others get their turn. */
export async function clearDropped({ file, catalog, queue }: Store): Promise<void> {
  for (const space of catalog.droppedSpaces()) {
    let isMore = true;
    while (isMore) {
      isMore = await queue.run(() => {
        const keys = file.keys({ ...spaceRange(space), limit: KEYS_PER_WRITE });
        for (const key of keys) file.remove(key);
        if (keys.length === 0) catalog.forget(space);
        return keys.length > 0;
      });
    }
  }
}
