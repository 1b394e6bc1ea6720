import type { Doc } from '../semantics/document.js';
import { failedToParse } from '../semantics/errors.js';
import { compileFilter } from '../semantics/filter.js';
import { collectionName, docArg, hintArg, refuseCollation, refuseSet } from './arguments.js';
import { changeMany } from './change-many.js';
import type { Call, Command } from './command.js';
import { changeOne, type Found } from './modify.js';
import { statements } from './statements.js';
import { eachWrite, withErrors } from './write-errors.js';

export const deleteCommand: Command = {
  names: ['delete'],
  fields: ['deletes', 'ordered', 'let'],
  run: deleteDocuments,
};

async function deleteDocuments(call: Call): Promise<Doc> {
  const name = collectionName(call);
  refuseSet(call.args, ['let']);
  const { items, ordered } = statements(call, 'deletes', ['q', 'limit', 'hint', 'collation']);
  let removed = 0;
  const errors = await eachWrite(items.length, ordered, async (index) => {
    await deleteOnce(call, name, items[index] as Doc, () => {
      removed += 1;
    });
  });
  return withErrors({ n: removed, ok: 1 }, errors);
}

async function deleteOnce({ server, db }: Call, name: string, item: Doc, count: () => void) {
  refuseCollation(item);
  const limit = Number(item.limit ?? Number.NaN);
  if (limit !== 0 && limit !== 1) {
    throw failedToParse(
      `The limit field in delete objects must be 0 or 1. Got ${String(item.limit)}`,
    );
  }
  const { store } = server;
  const filter = docArg(item, 'q') ?? {};
  compileFilter(filter);
  const target = { store, db, name, filter, hint: hintArg(item) };
  const remove = ({ collection, recordId, doc }: Found) => {
    store.writer.remove(collection, recordId, doc);
  };
  if (limit === 0) {
    return changeMany(target, (found) => {
      remove(found);
      count();
    });
  }
  const isRemoved = await changeOne(target, (found) => {
    if (found !== null) remove(found);
    return found !== null;
  });
  if (isRemoved) count();
}
