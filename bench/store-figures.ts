import type { mongo } from 'mongoose';

/** What was measured, and per store the operations per second of each round. */
export interface StoreFigure {
  readonly what: string;
  readonly rates: readonly (readonly number[])[];
}

interface Item {
  readonly _id: string;
  readonly title: string;
  readonly body: string;
  readonly status: string;
  readonly themes: readonly string[];
  readonly publishedAt: Date;
}

const DOCUMENTS = 100_000;
const LOADED_AT_ONCE = 5000;
const IN_FLIGHT = 20;
const DURABLE = { writeConcern: { w: 1, journal: true } } as const;
const WARM_UP_MILLISECONDS = 1000;
const ROUND_MILLISECONDS = 200;
const ROUNDS = 15;

function item(number: number): Item {
  return {
    _id: `item_${String(number).padStart(8, '0')}`,
    title: `Experience number ${number} of a regional institution`,
    body: 'What was done, by whom, what came of it, and what others can take from it. '.repeat(10),
    status: number % 10 === 0 ? 'DRAFT' : 'PUBLISHED',
    themes: [`theme-${number % 50}`, `theme-${number % 7}`],
    publishedAt: new Date(1_700_000_000_000 + ((number * 7919) % DOCUMENTS) * 60_000),
  };
}

/** Measures stores in short turns, so that what else the machine does meets all of them alike. */
export async function measureStores(stores: readonly mongo.Db[]): Promise<readonly StoreFigure[]> {
  for (const db of stores) await load(db);
  const actions = stores.map(actionsOn);
  const figures: StoreFigure[] = [];
  for (const what of Object.keys(actions[0] ?? {})) {
    figures.push({ what, rates: await inTurns(actions.map((all) => all[what] as Measured)) });
  }
  for (const db of stores) await db.dropDatabase();
  return figures;
}

/** Per store, its rate in each round; who goes first changes from round to round. */
async function inTurns(measured: readonly Measured[]): Promise<number[][]> {
  const rates: number[][] = measured.map(() => []);
  for (const { run, inFlight } of measured) await repeat(run, inFlight, WARM_UP_MILLISECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [...measured.entries()];
    if (round % 2 === 1) turns.reverse();
    for (const [at, { run, inFlight }] of turns) rates[at]?.push(await rate(run, inFlight));
  }
  return rates;
}

async function load(db: mongo.Db): Promise<void> {
  await db.dropDatabase();
  const items = db.collection<Item>('items');
  await items.createIndexes([{ key: { status: 1, publishedAt: -1, _id: 1 }, name: 'newest' }]);
  for (let from = 0; from < DOCUMENTS; from += LOADED_AT_ONCE) {
    await items.insertMany(Array.from({ length: LOADED_AT_ONCE }, (_, at) => item(from + at)));
  }
}

interface Measured {
  readonly run: () => Promise<unknown>;
  readonly inFlight: number;
}

function actionsOn(db: mongo.Db): Readonly<Record<string, Measured>> {
  const items = db.collection<Item>('items');
  const inserts = db.collection<Item>('inserts');
  let next = 0;
  const insert = () => inserts.insertOne(item(next++), DURABLE);
  const find = () => items.findOne({ _id: item((next++ * 7919) % DOCUMENTS)._id });
  const page = () => {
    const before = item((next++ * 104_729) % DOCUMENTS).publishedAt;
    const filter = { status: 'PUBLISHED', publishedAt: { $lte: before } };
    return items.find(filter).sort({ publishedAt: -1, _id: 1 }).limit(20).toArray();
  };
  return {
    'durable inserts, one at a time': { run: insert, inFlight: 1 },
    'durable inserts, 20 in flight': { run: insert, inFlight: IN_FLIGHT },
    'finds by id, one at a time': { run: find, inFlight: 1 },
    'finds by id, 20 in flight': { run: find, inFlight: IN_FLIGHT },
    'indexed and sorted pages of 20, one at a time': { run: page, inFlight: 1 },
    'indexed and sorted pages of 20, 20 in flight': { run: page, inFlight: IN_FLIGHT },
  };
}

async function rate(action: () => Promise<unknown>, inFlight: number): Promise<number> {
  const startedAt = performance.now();
  const done = await repeat(action, inFlight, ROUND_MILLISECONDS);
  return (done * 1000) / (performance.now() - startedAt);
}

async function repeat(action: () => Promise<unknown>, inFlight: number, milliseconds: number) {
  const end = performance.now() + milliseconds;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await action();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return done;
}
