import { isHinted } from '../query/planner.js';
import type { Doc } from '../semantics/document.js';
import { isDoc } from '../semantics/document.js';
import { located, StoreError } from '../semantics/errors.js';
import { encode } from '../storage/bson.js';
import type { Collection } from '../storage/collection.js';
import { buildIndex } from '../storage/index-build.js';
import type { StoredIndex } from '../storage/stored-index.js';
import { collectionName, countArg, docArg, docsArg, findCollection, maxTime } from './arguments.js';
import type { Call, Command } from './command.js';
import { Cursor, DEFAULT_FIRST_BATCH, firstReply } from './cursor.js';
import { describeIndex, findSame, readIndexSpec } from './index-spec.js';

export const createIndexesCommand: Command = {
  names: ['createIndexes'],
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: createIndexes,
};

export const listIndexesCommand: Command = {
  names: ['listIndexes'],
  fields: ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo'],
  run: listIndexes,
};

export const dropIndexesCommand: Command = {
  names: ['dropIndexes', 'deleteIndexes'],
  fields: ['index'],
  run: dropIndexes,
};

async function createIndexes(call: Call): Promise<Doc> {
  const { args, db, server } = call;
  const { store } = server;
  const name = collectionName(call);
  const given = docsArg(args, 'indexes');
  if (given === undefined) {
    throw located(40414, "BSON field 'createIndexes.indexes' is missing but a required field");
  }
  if (given.length === 0)
    throw new StoreError(2, 'BadValue', 'Must specify at least one index to create');
  const specs = given.map(readIndexSpec);
  const isNew = store.catalog.find(db, name) === undefined;
  const collection = await store.queue.run(() => store.findOrCreate(db, name));
  const before = collection.indexes.length;
  for (const spec of specs) {
    if (findSame(collection, spec) === undefined) await buildIndex(store, collection, spec);
  }
  const after = collection.indexes.length;
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: isNew,
    ...(after === before ? { note: 'all indexes already exist' } : {}),
    ok: 1,
  };
}

async function listIndexes(call: Call) {
  const { args, server } = call;
  const collection = existing(call);
  const documents = collection.indexes
    .filter(({ ready }) => ready)
    .map((index) => encode(describeIndex(index)));
  const namespace = collection.namespace;
  return firstReply(server.cursors, new Cursor(namespace, documents.values()), {
    batchSize: countArg(docArg(args, 'cursor') ?? {}, 'batchSize') ?? DEFAULT_FIRST_BATCH,
    singleBatch: false,
    maxMilliseconds: maxTime(args),
  });
}

async function dropIndexes(call: Call): Promise<Doc> {
  const { args, server } = call;
  const { store } = server;
  const nIndexesWas = await store.queue.run(() => {
    const collection = existing(call);
    const count = collection.indexes.length;
    const doomed = indexesNamed(collection, args.index);
    for (const index of doomed) store.catalog.dropIndex(collection, index);
    return count;
  });
  void store.clearDropped();
  return { nIndexesWas, ok: 1 };
}

function indexesNamed(collection: Collection, which: unknown): StoredIndex[] {
  if (which === '*') return collection.indexes.filter(({ isId }) => !isId);
  if (Array.isArray(which)) return which.flatMap((name) => indexesNamed(collection, name));
  if (typeof which !== 'string' && !isDoc(which)) {
    throw new StoreError(14, 'TypeMismatch', "BSON field 'dropIndexes.index' is the wrong type");
  }
  const found = collection.indexes.find((index) => isHinted(index, which));
  if (found === undefined) {
    const name =
      typeof which === 'string' ? `with name [${which}]` : `with key ${JSON.stringify(which)}`;
    throw new StoreError(27, 'IndexNotFound', `index not found ${name}`);
  }
  if (found.isId) throw new StoreError(72, 'InvalidOptions', 'cannot drop _id index');
  return [found];
}

function existing(call: Call): Collection {
  const found = findCollection(call);
  if (found !== undefined) return found;
  const namespace = `${call.db}.${collectionName(call)}`;
  const message =
    call.name === 'listIndexes' ? `ns does not exist: ${namespace}` : `ns not found ${namespace}`;
  throw new StoreError(26, 'NamespaceNotFound', message);
}
