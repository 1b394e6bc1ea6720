import type { Hub } from '../server/hub.js';
import { toItemContent } from './item-documents.js';
import { fingerprintSeeds, readSeeds, seedFolder } from './read.js';
import { toReferenceDocuments } from './reference-documents.js';

/** Progress of a load: what is being done, and how far it is. */
export type LoadProgress = (what: string, done: number, total: number) => void;

export interface LoadReport {
  /** False when this very content was loaded before and nothing was read. */
  readonly wasNeeded: boolean;
  readonly referenceWritten: number;
  readonly itemsWritten: number;
}

/** Raised when loading writes something else from the same files. */
const LOADER_VERSION = 1;
const NOT_NEEDED: LoadReport = { wasNeeded: false, referenceWritten: 0, itemsWritten: 0 };

/**
 * Brings the shipped content into the store, by stable keys: what changed is written, the rest
 * stays. Rejects with a `SeedError` before anything is written when a file has a problem.
 */
export async function loadSeeds(
  hub: Hub,
  progress: LoadProgress = () => {},
  folder: string = seedFolder,
): Promise<LoadReport> {
  const fingerprint = `${LOADER_VERSION}-${await fingerprintSeeds(folder)}`;
  const { state } = hub.models;
  const loaded = await state.findById('seeds').lean();
  if (loaded?.hash === fingerprint) return NOT_NEEDED;

  const seeds = await readSeeds(folder);
  const wasCutOff = loaded?.hash === LOADING;
  await state.updateOne({ _id: 'seeds' }, { $set: { hash: LOADING } }, { upsert: true });

  const referenceWritten = await hub.referenceWriter.put(toReferenceDocuments(seeds));
  if (referenceWritten > 0 || wasCutOff) await hub.writer.markAll();
  const items = seeds.items.map(toItemContent);
  progress('records', 0, items.length);
  const itemsWritten = await hub.writer.putShipped(items, (done) =>
    progress('records', done, items.length),
  );

  await state.updateOne({ _id: 'seeds' }, { $set: { hash: fingerprint } });
  await hub.dataVersion.bump({ reference: referenceWritten > 0 || wasCutOff });
  hub.indexer.wake();
  return { wasNeeded: true, referenceWritten, itemsWritten };
}

/** Stands in the store while a load is under way: one that was cut off is done again. */
const LOADING = 'loading';
