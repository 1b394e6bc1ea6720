import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedStoreError } from '../embedded-store-error.js';
import { currentProcess, isRunning, type LockHolder, parseHolder } from './lock-holder.js';

const HEARTBEAT_MILLISECONDS = 2000;
const ATTEMPTS = 20;

/**
 * Keeps a second process out of a data folder. The lock file names its process, so one that a killed process
 * left behind is recognised; where processes can not be told apart (another machine or container), a lock is
 * taken to be alive as long as its file is being touched.
 */
export class FolderLock {
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(
    private readonly path: string,
    private readonly token: string,
  ) {
    this.#heartbeat = setInterval(() => this.#touch(), HEARTBEAT_MILLISECONDS);
    this.#heartbeat.unref();
  }

  static async acquire(folder: string): Promise<FolderLock> {
    const path = join(folder, 'lock');
    const token = randomUUID();
    const mine = `${path}.${token}`;
    writeFileSync(mine, JSON.stringify({ ...currentProcess(), token }), { mode: 0o600 });
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (linked(mine, path)) return new FolderLock(path, token);
        await clearStale(path, folder);
      }
      throw inUse(folder, null);
    } finally {
      rmSync(mine, { force: true });
    }
  }

  release(): void {
    clearInterval(this.#heartbeat);
    if (read(this.path)?.token === this.token) rmSync(this.path, { force: true });
  }

  #touch(): void {
    try {
      const now = new Date();
      utimesSync(this.path, now, now);
    } catch {
      // A missed beat does no harm; the next one comes in two seconds.
    }
  }
}

/** A link appears whole or not at all, and never replaces what is there. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function clearStale(path: string, folder: string): Promise<void> {
  const holder = read(path);
  if (holder !== null && (await isAlive(holder, path))) throw inUse(folder, holder);
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    const moved = read(aside);
    // Somebody took the folder between the look and the move: hand the lock back.
    if (moved !== null && moved.token !== holder?.token) linked(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function isAlive(holder: LockHolder, path: string): Promise<boolean> {
  const running = isRunning(holder);
  if (running !== undefined) return running;
  const before = touchedAt(path);
  await sleep(HEARTBEAT_MILLISECONDS * 3);
  return touchedAt(path) !== before;
}

function touchedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function read(path: string): LockHolder | null {
  try {
    return parseHolder(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: LockHolder | null): EmbeddedStoreError {
  const who = holder === null ? 'another process' : `process ${holder.pid}`;
  return new EmbeddedStoreError(
    'DATA_DIR_IN_USE',
    `The data folder ${folder} is in use by ${who}; stop it or choose another folder.`,
  );
}
