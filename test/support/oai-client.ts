import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A script for it that prints each record as a line. */
export const OAI_CLIENT = fileURLToPath(
  new URL('../../../test/fixtures/oai/harvest.pl', import.meta.url),
);
const run = promisify(execFile);
const MOST_OUTPUT = 256 * 1_048_576;

/** Whether Perl and its HTTP::OAI are there (Debian: libhttp-oai-perl). */
export const hasOaiClient = (): boolean =>
  spawnSync('perl', ['-MHTTP::OAI', '-e', '1'], { stdio: 'ignore' }).status === 0;

/** A record as a program understood it that knows nothing of the hub. */
export interface HarvestedByClient {
  readonly identifier: string;
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly isDeleted: boolean;
  /** Elements of Dublin Core by their names, each with its language before it. */
  readonly dc: Readonly<Record<string, readonly string[]>>;
}

/** A whole list, however many pages it has. */
export async function harvestFromOutside(
  baseUrl: string,
  selection: Readonly<Record<string, string>> = {},
): Promise<readonly HarvestedByClient[]> {
  const pairs = Object.entries(selection).flat();
  const { stdout } = await run('perl', [OAI_CLIENT, baseUrl, ...pairs], { maxBuffer: MOST_OUTPUT });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as HarvestedByClient);
}
