// Holds every kind of page to its byte budget, compressed as it is sent: npm run check.
import { gzipSync } from 'node:zlib';
import { sendEditorTo } from '../dist/test/support/editors-desk.js';
import { KnownMembers } from '../dist/test/support/members.js';
import { PAGE_TYPES } from '../dist/test/support/page-types.js';
import { startTestHub } from '../dist/test/support/start-test-hub.js';

const KB = 1_000;
const BUDGET = { html: 40 * KB, scripts: 20 * KB, styles: 12 * KB };
/** Writers load more, and have a budget of their own for it. */
const DESK_BUDGET = { ...BUDGET, scripts: 10 * KB };
/** All that a page of another site loads to show records, besides these themselves. */
const WIDGET_BUDGET = 12 * KB;
const LOCALES = ['es', 'en', 'pt', 'fr'];

const members = new KnownMembers();
const hub = await startTestHub({ seeds: true, authenticator: members });
const desk = await sendEditorTo(hub, members);
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

async function weigh(address, budget, headers = {}) {
  const html = await (await fetch(hub.url + address, { headers })).text();
  const found = (pattern) => [...html.matchAll(pattern)].map(([, name]) => name);
  const weight = {
    html: gzipSync(html).length,
    scripts: await sum(found(/<script[^>]* src="([^"]+)"/g)),
    styles: await sum(found(/<link rel="stylesheet" href="([^"]+)"/g)),
  };
  for (const [part, bytes] of Object.entries(weight)) {
    heaviest[part] = Math.max(heaviest[part], bytes);
    if (bytes > budget[part])
      faults.push(`${address}: ${part} weigh ${bytes}, more than ${budget[part]} bytes`);
  }
}

for (const locale of LOCALES) {
  const at = (type) => `/${locale}${type === '/' ? '' : type}`;
  for (const type of PAGE_TYPES) await weigh(at(type), BUDGET);
  for (const type of desk.addresses) await weigh(at(type), DESK_BUDGET, { cookie: desk.cookie });
}

const { url: widgetUrl } = await (await fetch(`${hub.url}/widget/saberes.json`)).json();
const widget = await weightOf(widgetUrl);
if (widget > WIDGET_BUDGET)
  faults.push(`The widget weighs ${widget}, more than ${WIDGET_BUDGET} bytes`);

await hub.stop();
const report = Object.entries(heaviest).map(
  ([part, bytes]) => `${part} ${(bytes / KB).toFixed(1)}`,
);
process.stdout.write(`Heaviest page, KB compressed: ${report.join(', ')}\n`);
process.stdout.write(`Widget, KB compressed: ${(widget / KB).toFixed(1)}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
