// Holds every kind of page to its byte budget, compressed as it is sent: npm run check.
import { gzipSync } from 'node:zlib';
import { PAGE_TYPES } from '../dist/test/support/page-types.js';
import { startTestHub } from '../dist/test/support/start-test-hub.js';

const KB = 1_000;
const BUDGET = { html: 40 * KB, scripts: 20 * KB, styles: 12 * KB };
const LOCALES = ['es', 'en', 'pt', 'fr'];

const hub = await startTestHub({ seeds: true });
const weights = new Map();

/** Bytes of a file when it is compressed; each is fetched once. */
async function weightOf(address) {
  if (!weights.has(address)) {
    const response = await fetch(hub.url + address);
    weights.set(address, gzipSync(Buffer.from(await response.arrayBuffer())).length);
  }
  return weights.get(address);
}

const sum = async (addresses) => {
  let total = 0;
  for (const address of addresses) total += await weightOf(address);
  return total;
};

const heaviest = { html: 0, scripts: 0, styles: 0 };
const faults = [];

for (const locale of LOCALES) {
  for (const type of PAGE_TYPES) {
    const address = `/${locale}${type === '/' ? '' : type}`;
    const html = await (await fetch(hub.url + address)).text();
    const found = (pattern) => [...html.matchAll(pattern)].map(([, name]) => name);
    const weight = {
      html: gzipSync(html).length,
      scripts: await sum(found(/<script[^>]* src="([^"]+)"/g)),
      styles: await sum(found(/<link rel="stylesheet" href="([^"]+)"/g)),
    };
    for (const [part, bytes] of Object.entries(weight)) {
      heaviest[part] = Math.max(heaviest[part], bytes);
      if (bytes > BUDGET[part])
        faults.push(`${address}: ${part} weigh ${bytes}, more than ${BUDGET[part]} bytes`);
    }
  }
}

await hub.stop();
const report = Object.entries(heaviest).map(
  ([part, bytes]) => `${part} ${(bytes / KB).toFixed(1)}`,
);
process.stdout.write(`Heaviest page, KB compressed: ${report.join(', ')}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
