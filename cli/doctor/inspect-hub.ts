import { existsSync } from 'node:fs';
import { fingerprintSeeds } from '../../seeds/read.js';
import type { Hub } from '../../server/hub.js';
import { PUBLIC_ONLY } from '../../server/knowledge/knowledge.policy.js';
import { collectionOf, modelOf, TRANSFERRED } from '../transfer/transfer-format.js';
import { type Finding, note, ok, wrong } from './finding.js';

const LATE_SECONDS = 60;

/** What a hub that could be opened holds, and whether all of it can be found. */
export async function inspectHub(hub: Hub): Promise<Finding[]> {
  const { store } = hub;
  return [
    ok('Store', `${store.name} answers`),
    ...(await inspectContent(hub)),
    await inspectIndex(hub),
    await inspectQueue(hub),
  ];
}

async function inspectContent({ models }: Hub): Promise<Finding[]> {
  const counts: string[] = [];
  let all = 0;
  for (const name of TRANSFERRED.filter((one) => one !== 'state')) {
    const count = await modelOf(models, name).collection.countDocuments();
    counts.push(`${count} ${collectionOf(models, name).replaceAll('_', ' ')}`);
    all += count;
  }
  if (all === 0) return [wrong('Content', 'nothing is loaded', 'Load it: saberes seed')];
  return [ok('Content', counts.join(', ')), await inspectSeeds(models)];
}

async function inspectSeeds(models: Hub['models']): Promise<Finding> {
  const what = 'Shipped content';
  const loaded = await models.state.findById('seeds').lean();
  if (!loaded?.hash) return note(what, 'was never loaded', 'Load it: saberes seed');
  if (loaded.hash === 'loading') {
    return wrong(what, 'its loading was cut off', 'Finish it: saberes seed');
  }
  const [, fingerprint = ''] = loaded.hash.split('-');
  const version = fingerprint.slice(0, 12);
  if (fingerprint === (await fingerprintSeeds())) return ok(what, `loaded, version ${version}`);
  const advice = 'With SEED=auto the next start takes it over; now: saberes seed';
  return note(what, `version ${version} is loaded, this program ships another`, advice);
}

async function inspectIndex({ engine, models, config }: Hub): Promise<Finding> {
  const what = 'Search index';
  const records = await models.knowledge.countDocuments({ ...PUBLIC_ONLY });
  try {
    // Looking must not leave a folder behind where nobody has started a hub yet.
    const state = engine.shared || existsSync(config.DATA_DIR) ? await engine.open() : 'missing';
    if (state !== 'ready')
      return wrong(what, `${engine.name}: ${state}`, 'Build it: saberes reindex');
    const { documents } = await engine.stats();
    const found = `${engine.name}: ${documents} of ${records} public records`;
    if (documents === records) return ok(what, found);
    return wrong(what, found, 'Start the hub, which brings it up to date, or: saberes reindex');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Check that it runs and that MEILI_URL and MEILI_API_KEY are right.';
    return wrong(what, `${engine.name} does not answer: ${reason}`, advice);
  }
}

async function inspectQueue({ marks }: Hub): Promise<Finding> {
  const what = 'Waiting to be indexed';
  const { depth, ageSeconds } = await marks.queue();
  if (depth === 0) return ok(what, 'nothing');
  const found = `${depth} records, the oldest for ${Math.round(ageSeconds)} s`;
  if (ageSeconds < LATE_SECONDS) return note(what, found);
  return wrong(what, found, 'A running hub does it within a second: start one, or saberes reindex');
}
