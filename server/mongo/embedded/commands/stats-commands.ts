import type { Doc } from '../semantics/document.js';
import type { Collection } from '../storage/collection.js';
import { spaceRange } from '../storage/spaces.js';
import type { Store } from '../storage/store.js';
import { collectionName, findCollection } from './arguments.js';
import type { Call, Command } from './command.js';

export const collStatsCommand: Command = {
  names: ['collStats', 'collstats'],
  fields: ['scale'],
  run: collStats,
};

export const dbStatsCommand: Command = {
  names: ['dbStats', 'dbstats'],
  fields: ['scale', 'freeStorage'],
  run: dbStats,
};

const documentsIn = ({ file }: Store, { space }: Collection) => file.count(spaceRange(space));

function collStats(call: Call): Doc {
  const ns = `${call.db}.${collectionName(call)}`;
  const collection = findCollection(call);
  const count = collection === undefined ? 0 : documentsIn(call.server.store, collection);
  return { ns, count, nindexes: collection?.indexes.length ?? 0, capped: false, ok: 1 };
}

function dbStats({ server, db }: Call): Doc {
  const collections = server.store.catalog.inDatabase(db);
  const counts = collections.map((collection) => documentsIn(server.store, collection));
  return {
    db,
    collections: collections.length,
    views: 0,
    objects: counts.reduce((sum, count) => sum + count, 0),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
    ok: 1,
  };
}
