import { systemClock } from '../../server/clock.js';
import type { Config } from '../../server/config.js';
import { KnowledgeMarks } from '../../server/indexing/knowledge-marks.js';
import { createModels } from '../../server/mongo/models.js';
import { createLogger, STDERR } from '../../server/observability/logger.js';
import { createSearchEngine } from '../../server/search/create-engine.js';
import { HUB_VERSION } from '../../server/version.js';
import { hostsOf } from '../one-shot.js';
import { type Check, reasonOf, wrong } from './check.js';
import { withDataCopy } from './data-copy.js';
import { examineDataFolder } from './data-folder.js';
import { nodeCheck } from './node-check.js';
import { withStore } from './open-store.js';
import { runningHubChecks } from './running-hub-checks.js';
import { searchChecks } from './search-checks.js';
import { type SettingInForce, settingsInForce } from './settings-in-force.js';
import { contentCheck, queueCheckOf, recordsCheck, storeCheck } from './store-checks.js';
import { translationChecks } from './translation-check.js';

export interface Report {
  readonly isWell: boolean;
  readonly version: string;
  readonly settings: readonly SettingInForce[];
  readonly checks: readonly Check[];
}

/** Looks at everything a hub with these settings needs; makes and changes nothing. */
export async function examine(config: Config): Promise<Report> {
  const folder = await examineDataFolder(config);
  const rest = folder.isInUse ? await runningHubChecks(config) : await partChecks(config);
  const translation = await translationChecks(config);
  const checks = [nodeCheck(), folder.check, ...rest, ...translation];
  const isWell = checks.every(({ status }) => status !== 'wrong');
  return { isWell, version: HUB_VERSION, settings: settingsInForce(config), checks };
}

async function partChecks(config: Config): Promise<readonly Check[]> {
  try {
    return await withDataCopy(config.DATA_DIR, async (copy) => {
      const checks = await copiedChecks({ ...config, DATA_DIR: copy });
      return checks.map((check) => ({
        ...check,
        found: check.found.replaceAll(copy, config.DATA_DIR),
      }));
    });
  } catch (error) {
    const advice =
      'Give this user the right to read it, and room in the folder for temporary files.';
    return [wrong('Data', `cannot be looked at: ${reasonOf(error)}`, advice)];
  }
}

async function copiedChecks(config: Config): Promise<readonly Check[]> {
  const { checks, versions } = await checksOfStore(config);
  const silent = createLogger({ LOG_LEVEL: 'silent' }, STDERR);
  return [...checks, ...(await searchChecks(createSearchEngine(config, silent), config, versions))];
}

interface StoreFindings {
  readonly checks: readonly Check[];
  readonly versions: ReadonlyMap<string, number> | null;
}

async function checksOfStore(config: Config): Promise<StoreFindings> {
  try {
    return await withStore(config, async (connection) => {
      const models = createModels(connection);
      const marks = new KnowledgeMarks(models.knowledge, systemClock);
      const checks = [
        await storeCheck(connection, config),
        await recordsCheck(models),
        await contentCheck(models, config),
        await queueCheckOf(marks),
      ];
      return { checks, versions: await marks.versions() };
    });
  } catch (error) {
    return { checks: [storeProblem(error, config)], versions: null };
  }
}

function storeProblem(error: unknown, { MONGODB_URI }: Config): Check {
  if (!MONGODB_URI) {
    return wrong(
      'Store',
      reasonOf(error),
      'Restore it from an export, or choose another DATA_DIR.',
    );
  }
  const found = `MongoDB at ${hostsOf(MONGODB_URI)}: ${reasonOf(error)}`;
  return wrong('Store', found, 'Check that it runs and can be reached from here, and MONGODB_URI.');
}
