import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { loadSeeds } from '../seeds/load.js';
import { readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import { buildPartner, buildStoredQuery, ORIGIN } from '../test/support/partners.js';
import { findRealMongo, withDatabase } from '../test/support/real-mongo.js';
import { EDITOR, newSubmission } from './editor.js';
import { environment, NO_QUOTAS } from './processes.js';
import { type Spread, shownSpread, spreadOf } from './spread.js';

const TIMES = 20;
const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 30_000;
const TITLE = 'query ($id: ID!) { knowledgeItem(id: $id) { title } }';
const FOUND = 'query ($query: String!) { search(query: $query) { totalCount } }';

/** What one hub does, until the other shows it. */
const DELAYS = {
  answered: { what: 'a publication, until the other answers with it', goalMs: 1_000 },
  found: { what: 'the same, until the search of the other finds it', goalMs: 1_000 },
  gone: { what: 'a withdrawal, until no answer for other sites shows it', goalMs: 5_000 },
  refused: { what: 'a key is revoked, until the other refuses it', goalMs: 5_000 },
} as const;
type Delays<Value> = Readonly<Record<keyof typeof DELAYS, Value>>;

/** Null without a MongoDB. */
export async function benchTwoHubs(): Promise<Delays<Spread> | null> {
  const mongod = await findRealMongo(environment);
  if (!mongod) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const one = await start(path.join(folder, 'one'), mongod.uri);
  const other = await start(path.join(folder, 'other'), mongod.uri);
  try {
    return await measure(one, other);
  } finally {
    await other.stop();
    await one.stop();
    await mongod.stop();
    await rm(folder, { recursive: true });
  }
}

async function start(folder: string, uri: string): Promise<Hub> {
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    MONGODB_URI: withDatabase(uri, 'bench_two_hubs'),
    ...NO_QUOTAS,
  });
  const loadContent = async (target: Hub) => void (await loadSeeds(target));
  const hub = await createHub(config, { log: pino({ level: 'warn' }), loadContent });
  await hub.start();
  await hub.indexer.settle();
  return hub;
}

async function measure(one: Hub, other: Hub): Promise<Delays<Spread>> {
  const rounds: Delays<number>[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    rounds.push({
      ...(await publishAndWithdraw(one, other, `segundo${round}x`)),
      refused: await revoke(one, other),
    });
  }
  const names = Object.keys(DELAYS) as (keyof typeof DELAYS)[];
  const spreads = names.map((name) => [name, spreadOf(rounds.map((round) => round[name]))]);
  return Object.fromEntries(spreads) as Delays<Spread>;
}

async function publishAndWithdraw(one: Hub, other: Hub, word: string) {
  const { publication } = one.publishing;
  const { _id: id, revision = 0 } = await newSubmission(one, `Un registro ${word}`);
  const isAnswered = async () => (await ask(other, TITLE, { id })).includes(word);
  const isFound = async () => (await ask(other, FOUND, { query: word })).includes('"totalCount":1');
  const isShown = async () =>
    (await (await fetch(addressOf(other, '/embed/newest.json'))).text()).includes(word);
  await isAnswered(); // what is kept now has to go

  const published = performance.now();
  const done = await publication.publish(EDITOR, id, revision, null);
  const [answered, found] = await Promise.all([
    since(published, isAnswered),
    since(published, isFound),
  ]);
  await since(published, isShown);

  const withdrawn = performance.now();
  await publication.withdraw(EDITOR, id, done.revision ?? 0, { es: 'Medida y retirada.' });
  return { answered, found, gone: await since(withdrawn, async () => !(await isShown())) };
}

async function revoke(one: Hub, other: Hub): Promise<number> {
  const { _id: partner, publicKey, keys } = await buildPartner(one.models);
  const { _id: query } = await buildStoredQuery(one.models, { partner });
  const address = addressOf(other, `/embed/${query}.json?key=${publicKey}`);
  const isAllowed = async () => (await fetch(address, { headers: { origin: ORIGIN } })).ok;
  if (!(await isAllowed())) throw new Error('The key does not hold.');

  const revoked = performance.now();
  await one.embedding.partners.revokeKey(
    { viewer: EDITOR, address: '127.0.0.1' },
    partner,
    keys[0]?._id ?? '',
  );
  return since(revoked, async () => !(await isAllowed()));
}

const addressOf = ({ url }: Hub, address: string): string =>
  new URL(address, url.replace('localhost', '127.0.0.1')).href;

async function ask(hub: Hub, query: string, variables: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables });
  return (await fetch(addressOf(hub, '/graphql'), { method: 'POST', headers, body })).text();
}

/** Milliseconds until it is so. */
async function since(began: number, isSo: () => Promise<boolean>): Promise<number> {
  while (!(await isSo())) {
    if (performance.now() > began + PATIENCE_MS) throw new Error('The other hub does not show it.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return performance.now() - began;
}

export const twoHubsSection = (delays: Delays<Spread> | null): string[] => [
  '## Two hubs on one MongoDB',
  '',
  ...(delays ? delayTable(delays) : ['Not measured: there was no MongoDB.']),
  '',
];

const delayTable = (delays: Delays<Spread>): string[] => [
  `What one hub does, ${TIMES} times, until the other shows it over HTTP, from the beginning of the call. The other had kept an answer from before.`,
  'Milliseconds: median / 95 of 100 / longest.',
  '',
  '| from, until | ms | goal |',
  '| --- | --- | --- |',
  ...Object.entries(DELAYS).map(
    ([name, { what, goalMs }]) =>
      `| ${what} | ${shownSpread(delays[name as keyof typeof DELAYS])} | ${goalMs.toLocaleString('en')} |`,
  ),
];
