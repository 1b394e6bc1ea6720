import { describe } from '@jest/globals';
import { realMeilisearch } from './real-meilisearch.js';
import { startTestHub, type TestHub, type TestHubOptions } from './start-test-hub.js';

/** What a hub under test runs on; without addresses, on what it brings along. */
export interface Platform {
  readonly name: string;
  readonly mongoUri?: string;
  readonly meiliUrl?: string;
}

type StartHub = (options?: Omit<TestHubOptions, 'platform'>) => Promise<TestHub>;

const { SABERES_REAL_MONGO_URI: mongoUri, SABERES_REAL_MONGO_NAME, TEST_STORE } = process.env;

export const EMBEDDED: Platform = { name: 'embedded store' };

/** The real MongoDB of this run; null when there is none. */
export const realMongo: Platform | null = mongoUri
  ? { name: SABERES_REAL_MONGO_NAME ?? 'MongoDB', mongoUri }
  : null;

const besideMeilisearch = TEST_STORE === 'embedded' ? EMBEDDED : (realMongo ?? EMBEDDED);

/** Beside the real MongoDB where there is one, as those have it who run both. */
const meilisearch: Platform | null = realMeilisearch.isThere
  ? {
      ...besideMeilisearch,
      name: `${besideMeilisearch.name}, Meilisearch`,
      meiliUrl: realMeilisearch.options.url,
    }
  : null;

/** All that this run can use; `TEST_STORE=embedded` or `mongodb` narrows it. */
export const PLATFORMS: readonly Platform[] = [
  ...(TEST_STORE === 'mongodb' ? [] : [EMBEDDED]),
  ...(realMongo && TEST_STORE !== 'embedded' ? [realMongo] : []),
  ...(meilisearch && (TEST_STORE !== 'mongodb' || realMongo) ? [meilisearch] : []),
];

/** One suite, run on every platform there is. */
export function describeOnEveryStore(title: string, suite: (startHub: StartHub) => void): void {
  for (const platform of PLATFORMS) {
    describe(`${title} (${platform.name})`, () => {
      suite((options) => startTestHub({ ...options, platform }));
    });
  }
}
