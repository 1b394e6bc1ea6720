import { Binary } from 'bson';
import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import { compileFilter } from '../semantics/filter.js';
import { encode } from '../storage/bson.js';
import type { Collection } from '../storage/collection.js';
import {
  collectionName,
  countArg,
  docArg,
  maxTime,
  refuseCollation,
  refuseSet,
} from './arguments.js';
import type { Call, Command } from './command.js';
import { Cursor, DEFAULT_FIRST_BATCH, firstReply } from './cursor.js';
import { describeIndex } from './index-spec.js';

const REFUSED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'viewOn',
  'pipeline',
  'validator',
  'encryptedFields',
];

export const createCommand: Command = {
  names: ['create'],
  fields: [
    ...REFUSED,
    'collation',
    'validationLevel',
    'validationAction',
    'idIndex',
    'storageEngine',
  ],
  run: create,
};

export const dropCommand: Command = { names: ['drop'], fields: [], run: drop };

export const dropDatabaseCommand: Command = {
  names: ['dropDatabase'],
  fields: [],
  run: dropDatabase,
};

export const listCollectionsCommand: Command = {
  names: ['listCollections'],
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: listCollections,
};

export const listDatabasesCommand: Command = {
  names: ['listDatabases'],
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: listDatabases,
};

async function create(call: Call): Promise<Doc> {
  const { store } = call.server;
  const name = collectionName(call);
  refuseCollation(call.args);
  refuseSet(call.args, REFUSED);
  await store.queue.run(() => {
    if (store.catalog.find(call.db, name) !== undefined) {
      const message = `Collection ${call.db}.${name} already exists.`;
      throw new StoreError(48, 'NamespaceExists', message);
    }
    store.catalog.create(call.db, name);
  });
  return { ok: 1 };
}

async function drop(call: Call): Promise<Doc> {
  const { store } = call.server;
  const name = collectionName(call);
  const reply = await store.queue.run(() => {
    const collection = store.catalog.find(call.db, name);
    if (collection === undefined) throw new StoreError(26, 'NamespaceNotFound', 'ns not found');
    store.catalog.drop(collection);
    return { nIndexesWas: collection.indexes.length, ns: collection.namespace, ok: 1 };
  });
  void store.clearDropped();
  return reply;
}

async function dropDatabase({ server, db }: Call): Promise<Doc> {
  const { store } = server;
  const dropped = await store.queue.run(() => {
    const collections = store.catalog.inDatabase(db);
    for (const collection of collections) store.catalog.drop(collection);
    return collections.length;
  });
  void store.clearDropped();
  return dropped > 0 ? { dropped: db, ok: 1 } : { ok: 1 };
}

async function listCollections({ server, db, args }: Call) {
  const matches = compileFilter(docArg(args, 'filter') ?? {});
  const documents = server.store.catalog
    .inDatabase(db)
    .map((collection) => describe(collection, args.nameOnly === true))
    .filter((description) => matches(description))
    .map((description) => encode(description));
  const cursor = new Cursor(`${db}.$cmd.listCollections`, documents.values());
  return firstReply(server.cursors, cursor, {
    batchSize: countArg(docArg(args, 'cursor') ?? {}, 'batchSize') ?? DEFAULT_FIRST_BATCH,
    singleBatch: false,
    maxMilliseconds: maxTime(args),
  });
}

function describe(collection: Collection, nameOnly: boolean): Doc {
  const { name, uuid, idIndex } = collection;
  if (nameOnly) return { name, type: 'collection' };
  const id = new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID);
  return {
    name,
    type: 'collection',
    options: {},
    info: { readOnly: false, uuid: id },
    idIndex: describeIndex(idIndex),
  };
}

function listDatabases({ server, args }: Call): Doc {
  const matches = compileFilter(docArg(args, 'filter') ?? {});
  const names = [...new Set(server.store.catalog.all().map(({ db }) => db))].sort();
  const all = names.map((name) => ({ name, sizeOnDisk: 0, empty: false }));
  const found = all.filter((database) => matches(database));
  if (args.nameOnly === true) return { databases: found.map(({ name }) => ({ name })), ok: 1 };
  return { databases: found, totalSize: 0, totalSizeMb: 0, ok: 1 };
}
