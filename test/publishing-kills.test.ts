import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import type { KnowledgeDocument, StoredRevision } from '../server/knowledge/knowledge.document.js';
import { createFolders } from './support/cli.js';
import type { Acknowledged, EditorOrders, FromEditor } from './support/editor-messages.js';
import { EMBEDDED, PLATFORMS } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';

const CHILD = fileURLToPath(new URL('./support/editor-child.js', import.meta.url));
const ROUNDS = 50;
/** Folders beside each other, so that a start waits for nobody else's. */
const LINES = 2;
const ROUNDS_ELSEWHERE = 10;
/** A kill falls on one of so many events of store commands, by chance. */
const EVENTS = 120;

describe.each(PLATFORMS)('A hub that is killed while editors work ($name)', (platform) => {
  const rounds = platform.name === EMBEDDED.name ? ROUNDS : ROUNDS_ELSEWHERE;
  let folders: Awaited<ReturnType<typeof createFolders>>;
  beforeEach(async () => {
    folders = await createFolders();
  });
  afterEach(() => folders.remove());

  const settingsOf = (line: number): Settings => ({
    SEED: 'never',
    DATA_DIR: folders.path(`data-${line}`),
    ...(platform.mongoUri
      ? { MONGODB_URI: withDatabase(platform.mongoUri, freshDatabase('editors')) }
      : {}),
  });

  it(`keeps every step that was acknowledged, ${rounds} times`, async () => {
    const lines = await Promise.all(
      Array.from({ length: LINES }, async (_, line) => {
        const settings = settingsOf(line);
        const heard = await workAndKill(settings, rounds / LINES);
        return { ...heard, held: await readEverything(settings) };
      }),
    );

    for (const { moments, inForce, acknowledged, held } of lines) {
      const faults = [...held.values()].flatMap(faultsOf);
      const lost = acknowledged.filter((step) => !isHeld(held.get(step.id), step));
      expect({ moments, inForce }).toEqual({ moments, inForce: moments.map(() => 1) });
      expect({ moments, lost, faults }).toEqual({ moments, lost: [], faults: [] });
      expect(acknowledged.length).toBeGreaterThan(moments.length);
    }
  }, 300_000);
});

type Settings = Readonly<Record<string, string>>;

/** One hub after the other on the same data, each killed at a moment of its own. */
async function workAndKill(settings: Settings, rounds: number) {
  const acknowledged: Acknowledged[] = [];
  const inForce: number[] = [];
  const moments: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const killAt = 1 + Math.floor(Math.random() * EVENTS);
    moments.push(killAt);
    for (const message of await workUntilKilled({ settings, killAt })) {
      if ('inForce' in message) inForce.push(message.inForce);
      else acknowledged.push(message);
    }
  }
  return { acknowledged, inForce, moments };
}

async function workUntilKilled(orders: EditorOrders): Promise<readonly FromEditor[]> {
  const heard: FromEditor[] = [];
  const child = fork(CHILD, [JSON.stringify(orders)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (message: FromEditor) => heard.push(message));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`It ended by itself, with ${code}.`);
  return heard;
}

interface Held {
  readonly record: KnowledgeDocument;
  readonly history: readonly StoredRevision[];
}

/** As the next start leaves it, once it has taken the steps that were due and all is filed. */
async function readEverything(settings: Settings) {
  const hub = await createHub(readConfig(settings), { log: pino({ level: 'silent' }) });
  try {
    await hub.prepare();
    await hub.publishing.settleEditions();
    await hub.publishing.filer.fileAll();
    const { knowledge, revision } = hub.models;
    const records = (await knowledge.collection
      .find({})
      .toArray()) as unknown as KnowledgeDocument[];
    const held = new Map<string, Held>();
    for (const record of records) {
      const history = await revision.collection
        .find({ item: record._id })
        .sort({ number: 1 })
        .toArray();
      held.set(record._id, { record, history: history as unknown as StoredRevision[] });
    }
    return held;
  } finally {
    if (hub.store.isShared) await hub.store.connection.dropDatabase();
    await hub.stop();
  }
}

/** A gap, a step that waits to be filed, or a record that is not what its last step says. */
function faultsOf({ record, history }: Held): readonly string[] {
  const { _id, revision = 0, unfiled = [], draft, texts } = record;
  const numbers = history.map(({ number }) => number).join();
  const gapless = Array.from({ length: revision }, (_, index) => index + 1).join();
  const last = history.at(-1);
  const shown = draft?.content.texts ?? texts;
  return [
    ...(numbers === gapless ? [] : [`${_id} has the steps ${numbers} of ${revision}`]),
    ...(unfiled.length === 0 ? [] : [`${_id} has steps that are not filed`]),
    ...(JSON.stringify(last?.content.texts) === JSON.stringify(shown)
      ? []
      : [`${_id} differs from its last step`]),
  ];
}

function isHeld(held: Held | undefined, { revision, title }: Acknowledged): boolean {
  const step = held?.history.find(({ number }) => number === revision);
  return step !== undefined && (title === null || step.content.texts.es?.title === title);
}
