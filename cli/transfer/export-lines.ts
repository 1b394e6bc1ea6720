import { createHash } from 'node:crypto';
import type { Models } from '../../server/mongo/models.js';
import { HUB_VERSION } from '../../server/version.js';
import {
  collectionOf,
  FORMAT,
  modelOf,
  type StoredRecord,
  TRANSFERRED,
  toLine,
  WITHOUT_LEASE,
  withoutMark,
} from './transfer-format.js';

const BATCH = 200;

export type ExportProgress = (done: number, total: number) => void;

/** Everything that a hub holds, a line each; the last one tells whether all of it is there. */
export async function* exportLines(
  models: Models,
  progress: ExportProgress,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (value: object): string => {
    const line = `${toLine(value)}\n`;
    hash.update(line);
    return line;
  };
  const counts = await countAll(models);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const exportedAt = new Date().toISOString();
  yield hashed({ saberes: HUB_VERSION, format: FORMAT, exportedAt, counts });

  let documents = 0;
  for (const name of TRANSFERRED) {
    const collection = collectionOf(models, name);
    for await (const document of recordsOf(models, name)) {
      yield hashed({ collection, document: withoutMark(document) });
      documents += 1;
      progress(documents, Math.max(documents, total));
    }
  }
  yield `${JSON.stringify({ end: true, documents, sha256: hash.digest('hex') })}\n`;
}

async function countAll(models: Models): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of TRANSFERRED) {
    const { collection } = modelOf(models, name);
    counts[collectionOf(models, name)] = await collection.countDocuments(WITHOUT_LEASE as object);
  }
  return counts;
}

const recordsOf = (models: Models, name: (typeof TRANSFERRED)[number]) =>
  modelOf(models, name)
    .collection.find<StoredRecord>(WITHOUT_LEASE as object)
    .sort({ _id: 1 })
    .batchSize(BATCH);
