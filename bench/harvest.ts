import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { prepareHub } from './prepared-hub.js';
import { type MeasuredServer, startHub } from './processes.js';

const run = promisify(execFile);
const CLIENT = fileURLToPath(new URL('./harvest-client.js', import.meta.url));
const PORT = 4_960;
const RECORDS = 10_000;
const LOOK_EVERY_MS = 50;
const MIB = 1_048_576;

/** Everything taken from a hub once, by a program of its own. */
export interface HarvestFigures {
  readonly what: string;
  readonly records: number;
  readonly seconds: number;
  readonly mebibytes: number;
  /** Resident MiB of the hub, without pages of files that it has mapped. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
}

/** What such a program says when it is done. */
interface Taken {
  readonly records: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Runs a client and looks at the hub's memory all the while. */
async function measureTaking(
  hub: MeasuredServer,
  what: string,
  take: () => Promise<Taken>,
): Promise<HarvestFigures> {
  const before = hub.ownMemory();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, hub.ownMemory());
  }, LOOK_EVERY_MS);
  try {
    const { records, bytes, seconds } = await take();
    return { what, records, seconds, mebibytes: bytes / MIB, before, most, after: hub.ownMemory() };
  } finally {
    clearInterval(looking);
  }
}

/** Ten thousand records out of one process, in both formats, and again. */
export async function benchHarvest(): Promise<readonly HarvestFigures[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const { hub: prepared } = await prepareHub(folder, RECORDS);
  await prepared.stop();
  const hub = await startHub(folder, PORT);
  try {
    const site = new URL('/', hub.url).href;
    const figures: HarvestFigures[] = [];
    for (const prefix of ['oai_dc', 'oai_openaire', 'oai_dc']) {
      const take = () => client(`${site}oai`, prefix);
      figures.push(await measureTaking(hub, `OAI-PMH, \`${prefix}\``, take));
    }
    return figures;
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true });
  }
}

async function client(...given: readonly string[]): Promise<Taken> {
  const { stdout } = await run(process.execPath, [CLIENT, ...given]);
  return JSON.parse(stdout) as Taken;
}

/** Rows and sentences for the results file. */
export const harvestSection = (figures: readonly HarvestFigures[]): string[] => [
  '## Harvest',
  '',
  'All records of a hub on the embedded store, taken by a program of its own that asks for one page after the other (100 records each) and parses',
  'what it gets. Goal: 10,000 records harvested in at most 20 s, memory flat. Memory of the hub, without the',
  'mapped pages of its store, in MiB: just before, at most meanwhile, just after; in the order in which they were measured, in one process.',
  '',
  '| what | records | s | MiB | records/s | before | at most | after |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...figures.map(toRow),
  '',
];

function toRow({ what, records, seconds, mebibytes, before, most, after }: HarvestFigures): string {
  const cells = [
    what,
    records.toLocaleString('en'),
    seconds.toFixed(1),
    mebibytes.toFixed(0),
    (records / seconds).toFixed(0),
    ...[before, most, after].map((mib) => mib.toFixed(0)),
  ];
  return `| ${cells.join(' | ')} |`;
}
