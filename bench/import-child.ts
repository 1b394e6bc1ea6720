import { pino } from 'pino';
import { HubRole } from '../schema/member-enums.js';
import { loadSeeds } from '../seeds/load.js';
import { ALL_SCOPES, ANONYMOUS } from '../server/auth/viewer.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';

const [dataDir = '', file = ''] = process.argv.slice(2);
const viewer = {
  ...ANONYMOUS,
  memberId: 'bench',
  name: 'Benchmark',
  hubRoles: [HubRole.ADMINISTRATOR],
  scopes: ALL_SCOPES,
};
const MIB = 1_048_576;

/** The most memory that is held after a collection, which peaks of garbage do not blur. */
function watchHeap() {
  let most = 0;
  const look = () => {
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed / MIB);
  };
  return { look, most: () => most };
}

const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
const hub = await createHub(config, { log: pino({ level: 'warn' }) });
await hub.connect();
await loadSeeds(hub);
const heap = watchHeap();
heap.look();
const before = heap.most();
let seen = 0;
const request = {
  file,
  institution: 'act_amexcid',
  viewer,
  language: null,
  kind: null,
  isDryRun: false,
};
const began = performance.now();
const report = await hub.exchange.imports.import({
  ...request,
  progress: (done) => {
    if (done - seen < 500) return;
    seen = done;
    heap.look();
  },
});
const ms = performance.now() - began;
const again = performance.now();
const repeated = await hub.exchange.imports.import(request);
process.stdout.write(
  JSON.stringify({
    rows: report.rows,
    created: report.created,
    unchangedAgain: repeated.unchanged,
    ms,
    againMs: performance.now() - again,
    heapBefore: before,
    heapMost: heap.most(),
    memoryMost: process.resourceUsage().maxRSS / 1_024,
  }),
);
await hub.stop();
