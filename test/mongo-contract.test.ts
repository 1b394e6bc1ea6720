import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { describeMongoContract } from './contracts/mongo.contract.js';
import { realMongoOfThisRun } from './support/running-mongo.js';

describeMongoContract('embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'saberes-contract-'));
  const store = await startEmbeddedStore({ dataDir: folder });
  return {
    uri: store.uri,
    stop: async () => {
      await store.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

const real = await realMongoOfThisRun();
if (real === null) {
  describe('A MongoDB as the hub uses it: real MongoDB', () => {
    it.todo('runs when TEST_MONGODB_URI, MONGOD_BIN or a mongod on the PATH is there');
  });
} else {
  describeMongoContract(real.name, () => Promise.resolve(real));
}
