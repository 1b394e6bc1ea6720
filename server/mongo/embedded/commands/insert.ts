import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import { documentsOf } from '../wire/message.js';
import { collectionName, flagArg } from './arguments.js';
import type { Call, Command } from './command.js';
import { fromBytes, type StoredDocument } from './stored-document.js';
import { withErrors, writeError } from './write-errors.js';

export const insertCommand: Command = {
  names: ['insert'],
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: insert,
};

/** Documents stored in one go, before other writes get their turn. */
const CHUNK = 250;

async function insert(call: Call): Promise<Doc> {
  const name = collectionName(call);
  const documents = documentsOf(call.request, 'documents');
  if (documents === undefined) {
    throw new StoreError(
      40414,
      'Location40414',
      "BSON field 'insert.documents' is missing but a required field",
    );
  }
  if (documents.length === 0 || documents.length > 100_000) {
    const message = `Write batch sizes must be between 1 and 100000. Got ${documents.length} operations.`;
    throw new StoreError(16, 'InvalidLength', message);
  }
  const ordered = call.args.ordered === undefined || flagArg(call.args, 'ordered');
  const errors: Doc[] = [];
  let inserted = 0;
  for (let at = 0; at < documents.length; at += CHUNK) {
    const part = parsed(documents.slice(at, at + CHUNK), at, ordered, errors);
    inserted += await insertPart(call, name, part, ordered, errors);
    if (ordered && errors.length > 0) break;
  }
  errors.sort((a, b) => Number(a.index) - Number(b.index));
  return withErrors({ n: inserted, ok: 1 }, errors);
}

interface Numbered extends StoredDocument {
  readonly index: number;
}

function parsed(documents: readonly Buffer[], offset: number, ordered: boolean, errors: Doc[]) {
  const good: Numbered[] = [];
  for (const [at, bytes] of documents.entries()) {
    try {
      good.push({ ...fromBytes(bytes), index: offset + at });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      errors.push(writeError(offset + at, error));
      if (ordered) break;
    }
  }
  return good;
}

async function insertPart(
  { server, db }: Call,
  name: string,
  part: readonly Numbered[],
  ordered: boolean,
  errors: Doc[],
): Promise<number> {
  if (part.length === 0) return 0;
  const { store } = server;
  const refused: Doc[] = [];
  const inserted = await store.queue.run(() => {
    let count = 0;
    const collection = store.findOrCreate(db, name);
    for (const { doc, bytes, index } of part) {
      try {
        store.writer.insert(collection, doc, bytes);
        count += 1;
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        refused.push(writeError(index, error));
        if (ordered) break;
      }
    }
    return count;
  });
  // Refusals come before what an ordered batch found unreadable further on.
  if (ordered && refused.length > 0) errors.length = 0;
  errors.push(...refused);
  return inserted;
}
