import type { Hub } from '../server/hub.js';
import { fingerprintSeeds, seedFolder } from './folder.js';
import { toItemContent } from './item-documents.js';
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
  const fingerprint = await fingerprintOf(folder);
  const { state } = hub.models;
  const loaded = await state.findById('seeds').lean();
  if (loaded?.hash === fingerprint) return NOT_NEEDED;

  // Parsers and schemas are needed only when there is something to read.
  const { readSeeds } = await import('./read.js');
  const seeds = await readSeeds(folder);
  const wasCutOff = loaded?.hash === LOADING;
  await state.updateOne({ _id: 'seeds' }, { $set: { hash: LOADING } }, { upsert: true });

  const referenceWritten = await hub.referenceWriter.put(toReferenceDocuments(seeds));
  if (referenceWritten > 0 || wasCutOff) {
    // In this order: who sees a mark must see the names that it was set for.
    await hub.dataVersion.bump({ reference: true });
    await hub.writer.markAll();
  }
  const items = seeds.items.map(toItemContent);
  progress('records', 0, items.length);
  const itemsWritten = await hub.writer.putShipped(items, (done) =>
    progress('records', done, items.length),
  );

  await state.updateOne({ _id: 'seeds' }, { $set: { hash: fingerprint } });
  await hub.dataVersion.bump({ departure: true });
  hub.indexer.wake();
  return { wasNeeded: true, referenceWritten, itemsWritten };
}

const fingerprintOf = async (folder: string): Promise<string> =>
  `${LOADER_VERSION}-${await fingerprintSeeds(folder)}`;

export type LoadedContent = 'none' | 'partly' | 'other' | 'current';

/** How the content in a store stands to that of a folder; nothing is written. */
export async function loadedContent(
  { state }: Pick<Hub['models'], 'state'>,
  folder: string = seedFolder,
): Promise<LoadedContent> {
  const loaded = await state.findById('seeds').lean();
  if (!loaded?.hash) return 'none';
  if (loaded.hash === LOADING) return 'partly';
  return loaded.hash === (await fingerprintOf(folder)) ? 'current' : 'other';
}

/** Stands in the store while a load is under way: one that was cut off is done again. */
const LOADING = 'loading';
