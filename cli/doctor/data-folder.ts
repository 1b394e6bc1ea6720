import { access, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../server/config.js';
import { isRunning, parseHolder } from '../../server/mongo/embedded/folder/lock-holder.js';
import { type Check, note, ok, reasonOf, wrong } from './check.js';

/** The holder of a lock touches it every two seconds; after so long it is gone. */
const SILENT_MS = 10_000;

export interface DataFolderState {
  readonly check: Check;
  readonly isInUse: boolean;
  readonly holdsStore: boolean;
}

/** Looks at the folder without making or opening anything in it. */
export async function examineDataFolder({
  DATA_DIR,
  MONGODB_URI,
  MEILI_URL,
}: Config): Promise<DataFolderState> {
  const folder = path.resolve(DATA_DIR);
  const free = { isInUse: false, holdsStore: await exists(path.join(folder, 'store', 'data.mdb')) };
  if (MONGODB_URI && MEILI_URL) {
    return { ...free, check: ok('Data folder', 'not used: both services are configured') };
  }
  const problem = await unwritable(folder);
  if (problem) return { ...free, check: problem };
  if (!(await exists(folder))) {
    return { ...free, check: note('Data folder', `${folder} is made at the first start`) };
  }
  const holder = MONGODB_URI ? null : await holderOf(path.join(folder, 'store'));
  if (holder === null) return { ...free, check: ok('Data folder', `${folder} can be written`) };
  const found = `${folder} is in use by process ${holder}`;
  return { ...free, isInUse: true, check: ok('Data folder', found) };
}

async function unwritable(folder: string): Promise<Check | null> {
  const present = await nearestPresent(folder);
  try {
    if (!(await stat(present)).isDirectory()) throw new Error(`${present} is a file`);
    await access(present, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const advice = 'Give this user the right to write there, or set DATA_DIR to another folder.';
    return wrong('Data folder', `${folder} cannot be written: ${reasonOf(error)}`, advice);
  }
}

/** The folder itself, or the one that it would be made in. */
async function nearestPresent(folder: string): Promise<string> {
  if ((await exists(folder)) || path.dirname(folder) === folder) return folder;
  return nearestPresent(path.dirname(folder));
}

async function holderOf(storeFolder: string): Promise<number | null> {
  const lock = path.join(storeFolder, 'lock');
  const holder = parseHolder(await readFile(lock, 'utf8').catch(() => ''));
  if (!holder) return null;
  const touched = await stat(lock).catch(() => null);
  const isBeating = touched !== null && Date.now() - touched.mtimeMs < SILENT_MS;
  return (isRunning(holder) ?? isBeating) ? holder.pid : null;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
