import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPath } from './on-path.js';
import { freePort, spawnGuard } from './own-process.js';

const PATIENCE_MS = 60_000;
/** Where Debian installs the pairs. */
const PAIRS = '/usr/share/apertium';

/** A real Apertium to test against. */
export interface RealApertium {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds an Apertium (`TEST_APERTIUM_URL`) or starts Debian’s; null when there is none. */
export async function findApertium(env: Environment): Promise<RealApertium | null> {
  const { TEST_APERTIUM_URL: given } = env;
  if (given) return { url: given, stop: async () => {} };
  const program = onPath('apertium-apy', env.PATH ?? '');
  return program !== undefined && existsSync(PAIRS) ? startApertium(program) : null;
}

async function startApertium(program: string): Promise<RealApertium> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(program, ['-p', String(port), '-j', '1', PAIRS], {
    stdio: 'ignore',
    cwd: tmpdir(),
  });
  const guard = spawnGuard(child);
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.removeListener('exit', end);
    if (isRunning(child)) {
      const gone = once(child, 'exit');
      end();
      await gone;
    }
    guard.kill('SIGKILL');
  };
  try {
    await untilAnswering(child, url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

async function untilAnswering(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const isThere = await fetch(`${url}/listPairs`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    if (!isRunning(child) || Date.now() > deadline) throw new Error('Apertium does not start.');
    await sleep(100);
  }
}

/** The Apertium that the run’s set-up found or started; null when there is none. */
export const apertiumUrl: string | null = process.env.SABERES_APERTIUM_URL || null;
