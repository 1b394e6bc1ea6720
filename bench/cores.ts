import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const [SERVERS, GENERATOR] = ['0', '1'];

/** Keeps a server on one core, where the system can: the load generator has another. */
export const pinServer = (pid: number): void => pin(pid, SERVERS);

/** Keeps this process on a core of its own while the work runs. */
export async function onOwnCore<T>(work: () => Promise<T>): Promise<T> {
  pin(process.pid, GENERATOR);
  try {
    return await work();
  } finally {
    pin(process.pid, `0-${availableParallelism() - 1}`);
  }
}

/** All threads of the process, and those that they start; nothing where there is no `taskset`. */
function pin(pid: number, cores: string): void {
  if (availableParallelism() < 2) return;
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)]);
}
