import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onPath } from './on-path.js';

const run = promisify(execFile);

/** The program that runs PHP: `PHP_BIN`, else one on the PATH; null when there is none. */
export const findPhp = (env: NodeJS.ProcessEnv = process.env): string | null =>
  env.PHP_BIN ?? onPath('php', env.PATH ?? '') ?? null;

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a page of PHP sends, warnings included: as on a server that shows them. */
export async function renderPhp(page: string, { cwd, env }: Surroundings = {}): Promise<string> {
  const child = run(findPhp() ?? '', ['-d', 'display_errors=1', '-d', 'error_reporting=-1'], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
  });
  child.child.stdin?.end(page);
  return (await child).stdout;
}
