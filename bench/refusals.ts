import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BOMBS, type Bomb } from '../test/support/bombs.js';
import { onOwnCore, pinServer } from './cores.js';
import { LIST } from './operations.js';
import { prepareHub } from './prepared-hub.js';
import { type MeasuredServer, startHub } from './processes.js';
import { type Spread, shownSpread, spreadOf } from './spread.js';

const PORT = 4_940;
const OF_A_KIND = 60;
/** Others who ask all the while, one question after the other. */
const OTHERS = 4;
/** A process that has just begun is slow at everything. */
const WARM_UP = 200;
const GOAL_MS = 50;

export interface RefusalFigures {
  readonly kind: string;
  readonly status: number;
  readonly refused: Spread;
  /** What others wait for an answer meanwhile. */
  readonly others: Spread;
}

/** How long requests that ask for too much keep a hub busy that others ask as well. */
export async function benchRefusals(): Promise<readonly RefusalFigures[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const { hub: prepared } = await prepareHub(folder, 0);
  await prepared.stop();
  const hub = await startHub(folder, PORT, { ANSWERS_CACHE_MB: '0' });
  pinServer(hub.pid);
  const figures = await onOwnCore(async () => {
    for (let number = 0; number < WARM_UP; number += 1) await timed(hub, LIST, 200);
    const measured: RefusalFigures[] = [];
    for (const bomb of BOMBS) measured.push(await measure(hub, bomb));
    return measured;
  });
  await hub.stop();
  await rm(folder, { recursive: true });
  return figures;
}

async function measure(hub: MeasuredServer, bomb: Bomb): Promise<RefusalFigures> {
  const work = { isDone: false };
  const asking = Promise.all(Array.from({ length: OTHERS }, () => askUntil(hub, work)));
  const refused: number[] = [];
  for (let number = 0; number < OF_A_KIND; number += 1) {
    refused.push(await timed(hub, bomb.document(number), bomb.status));
  }
  work.isDone = true;
  const others = (await asking).flat();
  const { kind, status } = bomb;
  return { kind, status, refused: spreadOf(refused), others: spreadOf(others) };
}

async function askUntil(hub: MeasuredServer, work: { readonly isDone: boolean }) {
  const times: number[] = [];
  while (!work.isDone) times.push(await timed(hub, LIST, 200));
  return times;
}

/** From the request to the last byte of its answer; rejects when that is another one. */
async function timed(hub: MeasuredServer, query: string, status: number): Promise<number> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  const began = performance.now();
  const response = await fetch(hub.url, { method: 'POST', headers, body });
  await response.text();
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}`);
  return performance.now() - began;
}

export const refusalsSection = (figures: readonly RefusalFigures[]): string[] => [
  '## Refusals',
  '',
  `${OF_A_KIND} requests of a kind that ask for too much, each one never seen before, one after the other, while ${OTHERS} others ask for lists of 20`,
  `that are not kept. Milliseconds from the request to the last byte: median / 95 of 100 / longest. Goal: refused within ${GOAL_MS} ms.`,
  '',
  '| kind | status | refused, ms | others wait, ms |',
  '| --- | --- | --- | --- |',
  ...figures.map(
    ({ kind, status, refused, others }) =>
      `| ${kind} | ${status} | ${shownSpread(refused)} | ${shownSpread(others)} |`,
  ),
  '',
];
