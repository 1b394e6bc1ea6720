import type { Model, mongo } from 'mongoose';
import type { Models } from '../mongo/models.js';
import type { NamedDocument } from '../mongo/named-document.js';
import type { ReferenceRecords } from './reference-records.js';

/** Writes reference data by its stable ids; records with the same fingerprint stay. */
export class ReferenceWriter {
  constructor(private readonly models: Models) {}

  /** Gives how many records were written. */
  async put(records: ReferenceRecords): Promise<number> {
    const { country, group, concept, actor, event } = this.models;
    const written = await Promise.all([
      putChanged(country, records.countries),
      putChanged(group, records.groups),
      putChanged(concept, records.concepts),
      putChanged(actor, records.actors),
      putChanged(event, records.events),
    ]);
    return written.reduce((sum, count) => sum + count, 0);
  }
}

async function putChanged<T extends NamedDocument>(
  model: Pick<Model<T>, 'collection'>,
  records: readonly T[],
): Promise<number> {
  const stored = await model.collection.find({}).project({ seedHash: 1, version: 1 }).toArray();
  const known = new Map(stored.map((one) => [String(one._id), one]));
  const changed = records.filter(({ _id, seedHash }) => {
    const one = known.get(_id);
    // What curators have changed is theirs.
    return one?.seedHash !== seedHash && !one?.version;
  });
  if (changed.length === 0) return 0;
  const writes = changed.map((replacement) => ({
    replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
  }));
  await model.collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[], {
    ordered: false,
  });
  return changed.length;
}
