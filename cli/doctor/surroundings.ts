import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../server/config.js';
import { type Finding, note, ok, wrong } from './finding.js';

const OLDEST_NODE = [20, 19] as const;

export function nodeVersion(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needed, neededMinor] = OLDEST_NODE;
  if (major > needed || (major === needed && minor >= neededMinor)) return ok('Node', version);
  return wrong('Node', version, `Install Node ${OLDEST_NODE.join('.')} or later.`);
}

/** Looks without making the folder: a first start does that. */
export async function dataFolder({ DATA_DIR, MONGODB_URI, MEILI_URL }: Config): Promise<Finding> {
  const folder = path.resolve(DATA_DIR);
  if (MONGODB_URI && MEILI_URL) return ok('Data folder', 'not needed with these settings');
  const present = nearestPresent(folder);
  try {
    await access(present, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    const advice = `Let this user write to ${present}, or set DATA_DIR to another folder.`;
    return wrong('Data folder', `${folder} cannot be written`, advice);
  }
  if (present === folder) return ok('Data folder', folder);
  return note('Data folder', `${folder} is not there yet`, 'The first start makes it.');
}

function nearestPresent(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearestPresent(parent);
}
