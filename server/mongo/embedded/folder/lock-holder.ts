import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that holds a lock, told apart from a later one with the same number by when it started. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Null where the system does not tell. */
  readonly startedAt: string | null;
  readonly token: string;
}

export const currentProcess = (): Omit<LockHolder, 'token'> => ({
  pid: process.pid,
  host: hostIdentity(),
  startedAt: startOf(process.pid),
});

export function parseHolder(text: string): LockHolder | null {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    const { pid, host, startedAt = null, token } = value ?? {};
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string')
      return null;
    return { pid, host, startedAt, token };
  } catch {
    return null;
  }
}

/** Undefined when it can not be told from here. */
export function isRunning({ pid, host, startedAt }: LockHolder): boolean | undefined {
  if (host !== hostIdentity()) return undefined;
  if (pid === process.pid) return startedAt === startOf(pid);
  if (!exists(pid)) return false;
  if (startedAt === null) return undefined;
  return startedAt === startOf(pid);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Containers share a machine, not its process numbers; after a reboot no old number means anything. */
function hostIdentity(): string {
  return `${hostname()} ${readOr('/proc/sys/kernel/random/boot_id', '')}`.trim();
}

/** When a process started, in ticks since boot. */
function startOf(pid: number): string | null {
  const stat = readOr(`/proc/${pid}/stat`, '');
  const START_TIME = 19;
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME] ?? null;
}

function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return fallback;
  }
}
