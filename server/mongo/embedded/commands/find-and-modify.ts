import type { Doc } from '../semantics/document.js';
import { failedToParse } from '../semantics/errors.js';
import { compileFilter } from '../semantics/filter.js';
import { compileProjection } from '../semantics/project.js';
import { compileUpdate } from '../semantics/update.js';
import {
  collectionName,
  docArg,
  docsArg,
  flagArg,
  hintArg,
  refuseCollation,
  refuseSet,
} from './arguments.js';
import type { Call, Command } from './command.js';
import { applyTo, changeOne, insertUpsert, type Target } from './modify.js';
import { retryingUpserts } from './update.js';

export const findAndModifyCommand: Command = {
  names: ['findAndModify', 'findandmodify'],
  fields: [
    'query',
    'sort',
    'update',
    'remove',
    'new',
    'upsert',
    'fields',
    'hint',
    'arrayFilters',
    'collation',
    'bypassDocumentValidation',
    'let',
  ],
  run: findAndModify,
};

async function findAndModify(call: Call): Promise<Doc> {
  const { args, server, db } = call;
  refuseCollation(args);
  refuseSet(args, ['let']);
  const name = collectionName(call);
  const filter = docArg(args, 'query') ?? {};
  compileFilter(filter);
  const fields = docArg(args, 'fields') ?? {};
  const project = compileProjection(fields, { filter });
  const sort = docArg(args, 'sort');
  const target = { store: server.store, db, name, filter, sort, hint: hintArg(args) };
  const { lastErrorObject, value } = flagArg(args, 'remove')
    ? await remove(target, args)
    : await update(target, args);
  return { lastErrorObject, value: value === null ? null : project(value), ok: 1 };
}

async function remove(target: Target, args: Doc) {
  if (args.update !== undefined) {
    throw failedToParse("Cannot specify both an 'update' and 'remove'=true");
  }
  if (flagArg(args, 'upsert')) {
    throw failedToParse("Cannot specify both 'upsert'=true and 'remove'=true");
  }
  if (flagArg(args, 'new')) {
    throw failedToParse(
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  }
  const value = await changeOne(target, (found) => {
    if (found === null) return null;
    target.store.writer.remove(found.collection, found.recordId, found.doc);
    return found.doc;
  });
  return { lastErrorObject: { n: value === null ? 0 : 1 }, value };
}

async function update(target: Target, args: Doc) {
  if (args.update === undefined) {
    throw failedToParse("Either an 'update' or 'remove'=true must be specified");
  }
  const { store, db, name, filter } = target;
  const arrayFilters = docsArg(args, 'arrayFilters');
  const upsert = flagArg(args, 'upsert');
  const compiled = compileUpdate(args.update, { filter, arrayFilters, upsert });
  const wantsNew = flagArg(args, 'new');
  return retryingUpserts(upsert, () =>
    changeOne(target, (found) => {
      if (found !== null) {
        const after = applyTo(store, found, compiled) ?? found.doc;
        const lastErrorObject = { n: 1, updatedExisting: true };
        return { lastErrorObject, value: wantsNew ? after : found.doc };
      }
      if (!upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
      const inserted = insertUpsert(store, db, name, compiled);
      const lastErrorObject = { n: 1, updatedExisting: false, upserted: inserted._id };
      return { lastErrorObject, value: wantsNew ? inserted : null };
    }),
  );
}
