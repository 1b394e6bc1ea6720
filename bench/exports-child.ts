import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { loadSeeds } from '../seeds/load.js';
import { type CitationFormat, isCitationFormat } from '../server/citation/citation-formats.js';
import { readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import type { TableFormat } from '../server/tables/table.js';
import type { ExportFigures } from './exports.js';
import { generateRecords } from './generated-records.js';

const [dataDir = '', count = '0', format = ''] = process.argv.slice(2);
const MIB = 1_048_576;
const BATCH = 500;
/** So often live objects are counted, which takes time that is not the export's. */
const LOOKS = 10;

const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
const hub = await createHub(config, { log: pino({ level: 'warn' }) });
await hub.connect();
if (format === '') await fill(hub, Number(count));
else process.stdout.write(JSON.stringify(await measure(hub, format as CitationFormat)));
await hub.stop();

async function fill(into: Hub, wanted: number): Promise<void> {
  await loadSeeds(into);
  const records = await generateRecords(wanted);
  for (let done = 0; done < wanted; done += BATCH)
    await into.writer.put(records.slice(done, done + BATCH));
}

async function measure(from: Hub, as: CitationFormat | TableFormat): Promise<ExportFigures> {
  await readThrough(from, as); // what is loaded at the first use belongs to no export
  const floorMs = await floor(from);
  const began = performance.now();
  const bytes = await readThrough(from, as);
  const ms = performance.now() - began;
  const records = await from.exchange.exports.count({});
  return { format: as, records, bytes, ms, floorMs, ...(await memory(from, as, records)) };
}

/** The same records from the same store, only read and written out as they are. */
async function floor({ models }: Hub): Promise<number> {
  const began = performance.now();
  const hash = createHash('sha256');
  const cursor = models.knowledge.collection.find({ public: true }).batchSize(100);
  for await (const record of cursor) hash.update(JSON.stringify(record));
  return performance.now() - began;
}

async function memory(from: Hub, as: CitationFormat | TableFormat, records: number) {
  const held = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / MIB;
  };
  const heapBefore = held();
  const every = Math.ceil(records / LOOKS);
  let heapMost = 0;
  await readThrough(from, as, (done) => {
    if (done % every === 0) heapMost = Math.max(heapMost, held());
  });
  return { heapBefore, heapMost, memoryMost: process.resourceUsage().maxRSS / 1_024 };
}

async function readThrough(
  { exchange }: Hub,
  as: CitationFormat | TableFormat,
  progress?: (done: number) => void,
): Promise<number> {
  const asked = { filter: {}, locale: Locale.ES, withTranslations: false };
  const file = isCitationFormat(as)
    ? await exchange.citations.export({ ...asked, format: as }, progress)
    : await exchange.exports.export({ ...asked, format: as }, progress);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of file) {
    hash.update(part);
    bytes += part.length;
  }
  return bytes;
}
