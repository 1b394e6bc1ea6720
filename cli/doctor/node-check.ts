import { type Check, ok, wrong } from './check.js';

/** As package.json demands it under "engines". */
const LEAST = [20, 19] as const;

export function nodeCheck(version: string = process.versions.node): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
  if (isEnough) return ok('Node', version);
  return wrong('Node', version, `Install Node ${LEAST.join('.')} or newer.`);
}
