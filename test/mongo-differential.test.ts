import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { ArrayStore } from './differential/array-store.js';
import { FAULTS, type Scenario, scenario } from './differential/operation.arbitrary.js';
import { type CommandStore, compareStores, driverStore } from './differential/stores.js';
import type { RealMongo } from './support/real-mongo.js';
import { freshDatabase, realMongoOfThisRun } from './support/running-mongo.js';

const RUNS = 100;
const OPERATIONS = 24;
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('The embedded store beside a reference', () => {
  let embedded: EmbeddedStore;
  let real: RealMongo | null;
  let folder: string;
  let left: CommandStore;
  let right: CommandStore;
  const clients: mongo.MongoClient[] = [];

  const connect = async (name: string, uri: string) => {
    const client = await mongo.MongoClient.connect(uri);
    clients.push(client);
    return driverStore(name, client.db(freshDatabase('differential')));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saberes-differential-'));
    embedded = await startEmbeddedStore({ dataDir: folder });
    real = await realMongoOfThisRun();
    left = await connect('embedded store', embedded.uri);
    right = real === null ? new ArrayStore() : await connect(real.name, real.uri);
    const cases = RUNS * OPERATIONS;
    process.stdout.write(
      `Differential test: ${left.name} and ${right.name}, ${cases} cases, FC_SEED=${seed}\n`,
    );
  });

  afterAll(async () => {
    for (const client of clients) await client.close();
    await embedded.stop();
    await real?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers random operations on random documents and indexes alike', async () => {
    await fc.assert(
      fc.asyncProperty(scenario(OPERATIONS), async (random) => {
        expect(await differenceIn(random)).toBeNull();
      }),
      { numRuns: RUNS, seed, endOnFailure: process.env.FC_SHRINK !== '1' },
    );
  }, 180_000);

  it('names the same code for every known fault', async () => {
    expect(await differenceIn(FAULTS)).toBeNull();
  });

  /** Null when both answered alike, else the first difference, readable. */
  async function differenceIn(random: Scenario): Promise<string | null> {
    const difference = await compareStores(left, right, random, real !== null);
    if (difference === null) return null;
    const shown = inspect(difference, { depth: 20, breakLength: 160 });
    return `${left.name} (left), ${right.name} (right): ${shown}`;
  }
});
