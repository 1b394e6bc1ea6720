import type { Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { generateRecords } from './generated-records.js';
import { median } from './median.js';

const CHANGES = 10;
const PATIENCE_MS = 30_000;

/** How long a change takes from the beginning of its write until search finds it. */
export async function measureFindable(hub: Hub) {
  const [record] = await generateRecords(1);
  const texts = record?.texts[Locale.ES];
  if (!record || !texts) throw new Error('There is no record to change.');
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const word = `hallazgo${change}`;
    const changed = { ...texts, title: `${texts.title} ${word}` };
    const began = performance.now();
    await hub.writer.put([{ ...record, texts: { ...record.texts, [Locale.ES]: changed } }]);
    hub.indexer.wake();
    await untilFound(hub, word);
    times.push(performance.now() - began);
  }
  return { median: median(times), longest: Math.max(...times) };
}

/** Waits until the search of a hub finds the one record that has a word; rejects when it takes too long. */
export async function untilFound(hub: Hub, word: string): Promise<void> {
  const query = `query ($query: String!) { search(query: $query) { totalCount } }`;
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { data } = await hub.execute(query, { query: word });
    if ((data?.search as { totalCount: number } | undefined)?.totalCount === 1) return;
    if (performance.now() > deadline) throw new Error(`"${word}" was not found in time.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
