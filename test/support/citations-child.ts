import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Cite } from '@citation-js/core';
import { readConfig } from '../../server/config.js';
import { createHub } from '../../server/hub.js';
import { Locale } from '../../server/locale.js';
import type { CitationOrder } from './citation-files.js';
import { ownMemoryMib } from './process-memory.js';

const LOOK_EVERY = 50;

/** In a process of its own: Jest cannot load the library, and memory is measured. */
const order = JSON.parse(process.argv[2] ?? '') as CitationOrder;
process.stdout.write(JSON.stringify(await obey()));

async function obey(): Promise<unknown> {
  if ('parse' in order) return parse(order.parse);
  const config = readConfig({ DATA_DIR: order.folder, SEED: 'never', LOG_LEVEL: 'silent' });
  const hub = await createHub(config);
  try {
    await hub.connect();
    const { format, filter, file } = order;
    let records = 0;
    let memoryMib = 0;
    const request = { format, filter, locale: Locale.ES };
    const lines = await hub.exchange.citations.export(request, (done) => {
      records = done;
      if (done % LOOK_EVERY === 0) memoryMib = Math.max(memoryMib, ownMemoryMib());
    });
    await pipeline(Readable.from(lines), createWriteStream(file));
    return { records, memoryMib };
  } finally {
    await hub.stop();
  }
}

async function parse(file: string): Promise<readonly object[]> {
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]);
  return new Cite(readFileSync(file, 'utf8')).data;
}
