import { z } from 'zod';
import type { Config } from '../../server/config.js';
import { askOverHttp, fetchFrom, runningHubUrl } from '../search/running-hub.js';
import { type Check, note, ok, reasonOf, wrong } from './check.js';
import { queueCheck } from './store-checks.js';

const part = z.object({ name: z.string(), status: z.enum(['ok', 'down', 'starting']) });
const health = z.object({ store: part, search: part.extend({ documents: z.number().optional() }) });
const counted = z.object({ hub: z.object({ counts: z.record(z.string(), z.number()) }) });

const COUNTS = '{ hub { counts { items actors countries thematicAreas events } } }';

/** What a hub says of itself: while it has the data folder open nobody else may look into it. */
export async function runningHubChecks(config: Config): Promise<readonly Check[]> {
  const url = runningHubUrl(config);
  try {
    const response = await fetchFrom(url, '/health/ready');
    const report = health.parse(await response.json());
    const { data } = await askOverHttp(url, COUNTS, {});
    const counts = counted.safeParse(data).data?.hub.counts ?? {};
    const { store, search } = report;
    return [
      ok('Hub', `answers at ${url}`),
      partCheck('Store', store),
      partCheck('Search', search),
      recordsCheck(counts),
      contentCheck(config, store.status),
      indexCheck(search.documents ?? 0, counts.items ?? 0),
      queueCheck(queueOf(await (await fetchFrom(url, '/metrics')).text())),
    ];
  } catch (error) {
    const advice = `Set PORT or PUBLIC_URL as they are for the hub that has the folder open, or stop it and look again.`;
    const found = error instanceof z.ZodError ? `${url} is no Saberes hub` : reasonOf(error);
    return [wrong('Hub', found, advice)];
  }
}

function partCheck(name: string, { name: kind, status }: z.infer<typeof part>): Check {
  if (status === 'ok') return ok(name, `${kind}, answers`);
  if (status === 'starting') return note(name, `${kind}, still starting`, 'Look again in a while.');
  return wrong(name, `${kind}, does not answer`, 'The log of the hub says why.');
}

function recordsCheck(counts: Readonly<Record<string, number>>): Check {
  const { items = 0, actors = 0, countries = 0, thematicAreas = 0, events = 0 } = counts;
  const found = `${items} public knowledge records, ${actors} actors, ${countries} countries, ${thematicAreas} thematic areas, ${events} events`;
  if (items > 0) return ok('Records', found);
  return wrong('Records', found, 'Start the hub with SEED=auto, or stop it and import an export.');
}

function contentCheck({ SEED }: Config, store: z.infer<typeof part>['status']): Check {
  if (SEED === 'never') return note('Content', 'not loaded by the hub: SEED=never');
  if (store === 'ok') return ok('Content', 'was brought up to date when the hub started');
  return note('Content', 'cannot be told before the hub is ready', 'Look again in a while.');
}

function indexCheck(documents: number, records: number): Check {
  const found = `${documents} documents for ${records} public records`;
  if (documents === records) return ok('Index', found);
  return wrong('Index', found, 'The hub catches up in seconds; if not, its log says why.');
}

function queueOf(metrics: string): { depth: number; ageSeconds: number } {
  const read = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
  return {
    depth: read('saberes_index_queue_depth'),
    ageSeconds: read('saberes_index_queue_age_seconds'),
  };
}
