import { KeyWriter } from '../storage/key-encoding.js';
import type { Store } from '../storage/store.js';
import type { WireRequest } from '../wire/message.js';
import { RawCommand } from '../wire/raw-command.js';
import { CursorReply } from '../wire/reply.js';

interface Lookup {
  readonly db: string;
  readonly collection: string;
  readonly id: string;
}

const ids = new KeyWriter();

/**
 * Answers a `find` of one document by a text `_id` from the bytes of the request: the most frequent question by
 * far, and decoding, planning and a cursor cost more than the look-up. Null for anything else, unusual, or wrong:
 * that is the command's business.
 */
export function findById(store: Store, request: WireRequest): CursorReply | null {
  const lookup = readLookup(request);
  if (lookup === null) return null;
  const collection = store.catalog.find(lookup.db, lookup.collection);
  if (collection === undefined) return null;
  const key = ids.reset().field(lookup.id, false).takeBody();
  const document = store.records.documentOf(collection, key);
  const documents = document === undefined ? [] : [document];
  return new CursorReply('firstBatch', collection.namespace, 0n, documents);
}

function readLookup({ body, sequences }: WireRequest): Lookup | null {
  const command = new RawCommand(body);
  if (sequences.size > 0 || !command.next() || !command.is('find')) return null;
  const collection = command.text();
  let db: string | null = null;
  let id: string | null = null;
  while (command.next()) {
    if (command.is('filter')) id = command.onlyTextField('_id');
    else if (command.is('$db')) db = command.text();
    else if (!isHarmless(command)) return null;
  }
  return collection === null || db === null || id === null ? null : { db, collection, id };
}

/** What may stand beside the filter without changing the answer to a look-up of one document. */
function isHarmless(command: RawCommand): boolean {
  switch (command.name) {
    case 'lsid':
      return true;
    case 'limit':
    case 'batchSize':
      return (command.int() ?? 0) > 0;
    case 'singleBatch':
      return command.isBoolean;
    default:
      return false;
  }
}
