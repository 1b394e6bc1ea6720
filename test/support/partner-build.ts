import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PartnerProject } from './partner-project.js';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('./partner-build-child.js', import.meta.url));

/** Files of a project from which an app becomes a script for browsers, and HTML on a server. */
export interface BuildOrder {
  readonly folder: string;
  readonly client: string;
  readonly server: string;
  /** What the app is given. */
  readonly given: object;
}

/** Builds an app into `site/` of its project and says what its server renders. */
export async function buildApp(
  { folder }: PartnerProject,
  order: Omit<BuildOrder, 'folder'>,
): Promise<string> {
  // As while an app is developed: frameworks then warn of everything that they find odd.
  const env = { ...process.env, NODE_ENV: 'development' };
  const { stdout } = await run(process.execPath, [CHILD, JSON.stringify({ folder, ...order })], {
    env,
  });
  return stdout;
}
