import type { Doc } from '../semantics/document.js';
import { failedToParse, StoreError } from '../semantics/errors.js';
import { compileFilter } from '../semantics/filter.js';
import { type CompiledUpdate, compileUpdate } from '../semantics/update.js';
import {
  collectionName,
  docArg,
  docsArg,
  flagArg,
  hintArg,
  refuseCollation,
  refuseSet,
} from './arguments.js';
import { changeMany } from './change-many.js';
import type { Call, Command } from './command.js';
import { applyTo, changeOne, insertUpsert, type Target } from './modify.js';
import { statements } from './statements.js';
import { eachWrite, eachWriteTogether, withErrors } from './write-errors.js';

export const updateCommand: Command = {
  names: ['update'],
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: update,
};

interface Totals {
  matched: number;
  modified: number;
  readonly upserted: Doc[];
}

const FIELDS = ['q', 'u', 'c', 'upsert', 'multi', 'arrayFilters', 'hint', 'collation'];

async function update(call: Call): Promise<Doc> {
  const name = collectionName(call);
  refuseSet(call.args, ['let']);
  const { items, ordered } = statements(call, 'updates', FIELDS);
  const totals: Totals = { matched: 0, modified: 0, upserted: [] };
  const write = (index: number) => updateOnce(call, name, items[index] as Doc, index, totals);
  const errors =
    !ordered && areSeparate(items)
      ? await eachWriteTogether(items.length, write)
      : await eachWrite(items.length, ordered, write);
  const { matched, modified, upserted } = totals;
  upserted.sort((a, b) => Number(a.index) - Number(b.index));
  const reply = { n: matched + upserted.length, nModified: modified, ok: 1 };
  return withErrors(upserted.length > 0 ? { ...reply, upserted } : reply, errors);
}

/** True when each statement names one document by a text `_id`, and no two the same. */
function areSeparate(items: readonly Doc[]): boolean {
  const ids = new Set<unknown>();
  for (const { q } of items) {
    const id = (q as Doc | undefined)?._id;
    if (typeof id !== 'string' || ids.has(id)) return false;
    ids.add(id);
  }
  return true;
}

async function updateOnce(
  { server, db }: Call,
  name: string,
  item: Doc,
  index: number,
  totals: Totals,
): Promise<void> {
  refuseCollation(item);
  refuseSet(item, ['c']);
  const filter = docArg(item, 'q') ?? {};
  const arrayFilters = docsArg(item, 'arrayFilters');
  const compiled = compileUpdate(item.u, { filter, arrayFilters, upsert: flagArg(item, 'upsert') });
  compileFilter(filter);
  const multi = flagArg(item, 'multi');
  if (multi && compiled.isReplacement) {
    throw failedToParse('multi update is not supported for replacement-style update');
  }
  const target = { store: server.store, db, name, filter, hint: hintArg(item) };
  const upsert = flagArg(item, 'upsert');
  if (multi && (await updateMany(target, compiled, totals))) return;
  if (multi && !upsert) return;
  await updateOne(target, compiled, upsert, index, totals);
}

/** True when it found any. */
async function updateMany(target: Target, compiled: CompiledUpdate, totals: Totals) {
  const before = totals.matched;
  await changeMany(target, (found) => {
    const isChanged = applyTo(target.store, found, compiled) !== null;
    totals.matched += 1;
    if (isChanged) totals.modified += 1;
  });
  return totals.matched > before;
}

async function updateOne(
  target: Target,
  compiled: CompiledUpdate,
  upsert: boolean,
  index: number,
  totals: Totals,
): Promise<void> {
  const { store, db, name } = target;
  const outcome = await retryingUpserts(upsert, () =>
    changeOne(target, (found) => {
      if (found !== null) return { changed: applyTo(store, found, compiled) !== null };
      return upsert ? { inserted: insertUpsert(store, db, name, compiled) } : null;
    }),
  );
  if (outcome === null) return;
  if ('inserted' in outcome) {
    totals.upserted.push({ index, _id: outcome.inserted?._id });
    return;
  }
  totals.matched += 1;
  if (outcome.changed) totals.modified += 1;
}

const UPSERT_ATTEMPTS = 5;

/** Another connection may insert the same key after the search: then there is something to update. */
export async function retryingUpserts<T>(upsert: boolean, attempt: () => Promise<T>): Promise<T> {
  for (let left = upsert ? UPSERT_ATTEMPTS : 1; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      const isDuplicate = error instanceof StoreError && error.code === 11000;
      if (!isDuplicate || left <= 1) throw error;
    }
  }
}
