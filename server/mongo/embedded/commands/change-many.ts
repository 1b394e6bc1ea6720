import { Query } from '../query/query.js';
import { type Found, stillMatching, type Target } from './modify.js';

/** Documents changed in one go, before other writes get their turn. */
const CHUNK = 100;

/** Hands every document that matches to `change`, some per write. What changes meanwhile is checked again. */
export async function changeMany(target: Target, change: (found: Found) => void): Promise<void> {
  const { store, db, name, filter, hint } = target;
  const collection = store.catalog.find(db, name);
  if (collection === undefined) return;
  const query = new Query(store, collection, { filter, hint });
  const recordIds: number[] = [];
  await query.each(({ recordId }) => {
    recordIds.push(recordId);
  });
  for (let at = 0; at < recordIds.length; at += CHUNK) {
    const part = recordIds.slice(at, at + CHUNK);
    await store.queue.run(() => {
      const current = store.catalog.find(db, name);
      if (current?.space !== collection.space) return;
      for (const recordId of part) {
        const found = stillMatching(query, current, recordId);
        if (found !== null) change(found);
      }
    });
  }
}
