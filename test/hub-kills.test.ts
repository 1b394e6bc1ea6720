import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { createFolders } from './support/cli.js';
import { eventually } from './support/eventually.js';
import { FaultyServer } from './support/faulty-engine.js';
import { HubProcess } from './support/hub-process.js';
import { realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';

const ROUNDS = 4;
/** A kill falls on one of so many events of store commands, by chance. */
const EVENTS = 80;
const WHOLE = `{ knowledgeItems(first: 100, sort: TITLE) { totalCount nodes { slug title } }
  search(query: "registro", first: 100, sort: TITLE) { totalCount nodes { slug title } } }`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string; readonly title: string }[];
}

let folders: Awaited<ReturnType<typeof createFolders>>;
let hubs: HubProcess[];
/** The last edition of each record that any hub was told to be stored. */
let acknowledged: Map<string, number>;
/** When the hubs were killed, for the message of a test that fails. */
let moments: number[];
beforeEach(async () => {
  folders = await createFolders();
  hubs = [];
  acknowledged = new Map();
  moments = [];
});
afterEach(async () => {
  await killAll();
  await folders.remove();
});

async function killAll(): Promise<void> {
  for (const hub of hubs) await hub.kill();
}

function start(name: string, settings: Record<string, string>, index?: FaultyServer): HubProcess {
  const all = { SEED: 'never', DATA_DIR: folders.path(name), ...settings };
  const hub = new HubProcess({ name, settings: all }, index);
  hubs.push(hub);
  return hub;
}

/** Resolves once it is gone and what it was told is noted. */
async function writeUntilKilled(hub: HubProcess): Promise<void> {
  const moment = 1 + Math.floor(Math.random() * EVENTS);
  moments.push(moment);
  await hub.write(moment);
  await hub.gone;
  note(hub);
}

function note(hub: HubProcess): void {
  for (const [slug, edition] of hub.acknowledged) {
    acknowledged.set(slug, Math.max(edition, acknowledged.get(slug) ?? 0));
  }
}

async function ask(hub: HubProcess): Promise<{ knowledgeItems: Page; search: Page }> {
  const response = await fetch(`${await hub.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: WHOLE }),
  });
  return ((await response.json()) as { data: { knowledgeItems: Page; search: Page } }).data;
}

const editionIn = ({ title }: { readonly title: string }) => Number(title.split(' ').at(-1));

/** Acknowledged editions that are neither there nor replaced by a later one. */
function lostFrom({ nodes }: Page, expected = acknowledged): readonly string[] {
  const found = new Map(nodes.map((node) => [node.slug, editionIn(node)]));
  const all = [...expected];
  return all.filter(([slug, edition]) => (found.get(slug) ?? 0) < edition).map(([slug]) => slug);
}

/** What a hub answers and has indexed is what is stored, and all that was acknowledged is in it. */
async function expectWhole(hub: HubProcess): Promise<void> {
  const { knowledgeItems, search } = await ask(hub);
  const { stored, indexed } = await hub.held();
  expect({ moments, lost: lostFrom(knowledgeItems) }).toEqual({ moments, lost: [] });
  expect(knowledgeItems.totalCount).toBe(stored.size);
  expect(search).toEqual(knowledgeItems);
  expect(new Map(indexed)).toEqual(new Map(stored));
}

describe('A hub on the embedded store that is killed while records are written', () => {
  it('carries on each time; nothing is lost and the index equals the store', async () => {
    for (let round = 0; round < ROUNDS; round++) await writeUntilKilled(start('only', {}));

    const last = start('only', {});

    await eventually(() => expectWhole(last));
    expect(acknowledged.size).toBeGreaterThan(0);
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo(`Two hub processes on one database (${realMongo?.name ?? 'no MongoDB'})`, () => {
  let settings: { readonly MONGODB_URI: string };
  beforeEach(() => {
    const MONGODB_URI = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('kills'));
    settings = { MONGODB_URI };
  });
  afterEach(async () => {
    await killAll();
    const client = await mongo.MongoClient.connect(settings.MONGODB_URI);
    await client.db().dropDatabase();
    await client.close();
  });

  /** Each in turn is killed while both write, and started again; gives them when they rest. */
  async function killInTurn(index?: FaultyServer): Promise<readonly HubProcess[]> {
    const pair = ['one', 'two'].map((name) => start(name, settings, index));
    for (let round = 0; round < ROUNDS; round++) {
      const [victim, survivor] = round % 2 === 0 ? [0, 1] : [1, 0];
      await pair[survivor]?.write();
      await writeUntilKilled(pair[victim] as HubProcess);
      await expectNothingLost(pair[survivor] as HubProcess);
      pair[victim] = start(victim === 0 ? 'one' : 'two', settings, index);
    }
    for (const hub of pair) {
      await hub.rest();
      note(hub);
    }
    return pair;
  }

  /** Though it keeps answers and writes on. */
  async function expectNothingLost(survivor: HubProcess): Promise<void> {
    note(survivor);
    const killedAt = new Map(acknowledged);
    await eventually(async () => {
      const lost = lostFrom((await ask(survivor)).knowledgeItems, killedAt);
      expect({ moments, lost }).toEqual({ moments, lost: [] });
    });
  }

  it('lose nothing when either is killed, each with an index of its own', async () => {
    for (const hub of await killInTurn()) await eventually(() => expectWhole(hub));
    expect(acknowledged.size).toBeGreaterThan(0);
  }, 120_000);

  it('lose nothing when either is killed, with one index for both', async () => {
    const server = new FaultyServer();

    for (const hub of await killInTurn(server)) await eventually(() => expectWhole(hub));

    // A record is sent once more only when the one that sent it was killed before it could say so.
    const again = [...server.writes.values()].filter((times) => times > 1 + ROUNDS);
    expect(again).toEqual([]);
  }, 120_000);
});
