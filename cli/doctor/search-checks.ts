import type { Config } from '../../server/config.js';
import type { IndexState, SearchEngine } from '../../server/search/search-engine.js';
import { type Check, ok, reasonOf, wrong } from './check.js';

const REBUILD = 'Run "saberes reindex"; the hub does so itself when it starts.';

const STATES: Readonly<Record<Exclude<IndexState, 'ready'>, string>> = {
  missing: 'there is no index',
  stale: 'the index was built with other settings or by another version',
};

/** Whether the engine answers, and whether its index holds what the store shows. */
export async function searchChecks(
  engine: SearchEngine,
  config: Config,
  /** Versions of all public records; null when the store does not answer. */
  stored: ReadonlyMap<string, number> | null,
): Promise<readonly Check[]> {
  try {
    const state = await engine.open();
    const reachable = ok('Search', `${engine.name}, can be read`);
    if (state !== 'ready') return [reachable, wrong('Index', STATES[state], REBUILD)];
    return [reachable, indexCheck(await engine.versions(), stored)];
  } catch (error) {
    return [wrong('Search', `${engine.name}: ${reasonOf(error)}`, adviceFor(config))];
  } finally {
    await engine.close();
  }
}

function indexCheck(
  indexed: ReadonlyMap<string, number>,
  stored: ReadonlyMap<string, number> | null,
): Check {
  if (stored === null) return ok('Index', `${indexed.size} documents; not compared with the store`);
  const late = [...stored].filter(([id, version]) => indexed.get(id) !== version).length;
  const gone = [...indexed.keys()].filter((id) => !stored.has(id)).length;
  const sizes = `${indexed.size} documents for ${stored.size} public records`;
  if (late + gone === 0) return ok('Index', sizes);
  const found = `${sizes}: ${late} missing or old, ${gone} too many`;
  return wrong('Index', found, REBUILD);
}

const adviceFor = ({ MEILI_URL }: Config): string =>
  MEILI_URL
    ? 'Check that Meilisearch runs, and MEILI_URL and MEILI_API_KEY. Meanwhile lists and records work.'
    : `Move the folder "search" in DATA_DIR away. ${REBUILD}`;
