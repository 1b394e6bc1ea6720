import type { Doc } from '../semantics/document.js';
import { located, StoreError } from '../semantics/errors.js';
import { decode } from '../storage/bson.js';
import { documentsOf } from '../wire/message.js';
import { flagArg } from './arguments.js';
import type { Call } from './command.js';

/** The single writes of an `update` or a `delete`. */
export function statements(call: Call, field: string, known: readonly string[]) {
  const documents = documentsOf(call.request, field);
  if (documents === undefined) {
    throw located(40414, `BSON field '${call.name}.${field}' is missing but a required field`);
  }
  if (documents.length === 0 || documents.length > 100_000) {
    const message = `Write batch sizes must be between 1 and 100000. Got ${documents.length} operations.`;
    throw new StoreError(16, 'InvalidLength', message);
  }
  const items = documents.map((bytes) => decode(bytes));
  for (const item of items) checkFields(item, `${call.name}.${field}`, known);
  const ordered = call.args.ordered === undefined || flagArg(call.args, 'ordered');
  return { items, ordered };
}

function checkFields(item: Doc, owner: string, known: readonly string[]): void {
  for (const name of Object.keys(item)) {
    if (!known.includes(name)) {
      throw located(40415, `BSON field '${owner}.${name}' is an unknown field.`);
    }
  }
}
