import type { TestHub } from './start-test-hub.js';

/** What the hub writes by itself, and what it writes about refusals. */
const BESIDE = new Set(['state', 'audit']);

/** Everything that is stored, as text to compare; nothing is under way when it resolves. */
export async function storedDocuments({ hub }: TestHub): Promise<Readonly<Record<string, string>>> {
  await hub.publishing.filer.fileAll();
  await hub.indexer.settle();
  const models = Object.entries(hub.models).filter(([name]) => !BESIDE.has(name));
  const all = await Promise.all(
    models.map(async ([name, { collection }]) => {
      const documents = await collection.find({}).sort({ _id: 1 }).toArray();
      return [name, JSON.stringify(documents, null, 1)] as const;
    }),
  );
  return Object.fromEntries(all);
}
