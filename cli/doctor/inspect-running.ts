import type { Config } from '../../server/config.js';
import { describeFailure } from '../fail.js';
import { askOverHttp, fetchFrom, runningHubUrl } from '../search/running-hub.js';
import { type Finding, ok, wrong } from './finding.js';

interface RunningHub {
  readonly version: string;
  readonly store: string;
  readonly search: string;
  readonly counts: Readonly<Record<string, number>>;
}

const COUNTS = '{ hub { version store search counts { items actors countries thematicAreas } } }';

/** The store can be open in one process only, so the hub that has it is asked. */
export async function inspectRunning(config: Config, inUse: string): Promise<Finding[]> {
  const url = runningHubUrl(config);
  try {
    const ready = await fetchFrom(url, '/health/ready');
    const { data } = await askOverHttp(url, COUNTS, {});
    const { version, store, search, counts } = (data?.hub ?? {}) as Partial<RunningHub>;
    const shown = Object.entries(counts ?? {}).map(([name, count]) => `${count} ${name}`);
    const health = ready.ok
      ? ok('Running hub', `${url} is ready, version ${version}, store ${store}, search ${search}`)
      : wrong('Running hub', `${url} is not ready`, `Its log and ${url}/health/ready say more.`);
    return [health, ok('Content', shown.join(', '))];
  } catch (error) {
    const advice = 'Give PORT or PUBLIC_URL of the hub that uses it, or stop that process.';
    return [wrong('Store', `${inUse} ${describeFailure(error)}`, advice)];
  }
}
