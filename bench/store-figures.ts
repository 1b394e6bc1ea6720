import type { mongo } from 'mongoose';

/** Operations per second. */
export interface StoreFigures {
  readonly 'durable inserts, one at a time': number;
  readonly 'durable inserts, 20 in flight': number;
  readonly 'finds by id, one at a time': number;
  readonly 'finds by id, 20 in flight': number;
  readonly 'indexed and sorted pages of 20': number;
  readonly 'indexed and sorted pages of 20, 20 in flight': number;
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
const IN_FLIGHT = 20;
const DURABLE = { writeConcern: { w: 1, journal: true } } as const;

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

/** Runs every measurement in a fresh database, which is dropped afterwards. */
export async function measureStore(db: mongo.Db): Promise<StoreFigures> {
  await db.dropDatabase();
  const items = db.collection<Item>('items');
  const inserts = db.collection<Item>('inserts');
  await items.createIndex({ status: 1, publishedAt: -1, _id: 1 });
  for (let from = 0; from < DOCUMENTS; from += 5000) {
    await items.insertMany(Array.from({ length: 5000 }, (_, at) => item(from + at)));
  }
  let next = 0;
  const insert = () => inserts.insertOne(item(next++), DURABLE);
  const findOne = () => items.findOne({ _id: item((next++ * 7919) % DOCUMENTS)._id });
  const page = () => {
    const before = item((next++ * 104_729) % DOCUMENTS).publishedAt;
    const filter = { status: 'PUBLISHED', publishedAt: { $lte: before } };
    return items.find(filter).sort({ publishedAt: -1, _id: 1 }).limit(20).toArray();
  };
  const figures = {
    'durable inserts, one at a time': await rate(insert, 1),
    'durable inserts, 20 in flight': await rate(insert, IN_FLIGHT),
    'finds by id, one at a time': await rate(findOne, 1),
    'finds by id, 20 in flight': await rate(findOne, IN_FLIGHT),
    'indexed and sorted pages of 20': await rate(page, 1),
    'indexed and sorted pages of 20, 20 in flight': await rate(page, IN_FLIGHT),
  };
  await db.dropDatabase();
  return figures;
}

const WARM_UP_MILLISECONDS = 500;
const MEASURED_MILLISECONDS = 2500;

async function rate(action: () => Promise<unknown>, inFlight: number): Promise<number> {
  await repeat(action, inFlight, WARM_UP_MILLISECONDS);
  const startedAt = performance.now();
  const done = await repeat(action, inFlight, MEASURED_MILLISECONDS);
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
