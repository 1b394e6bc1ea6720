import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkerStart } from '../worker-messages.js';

/** Systems cut socket paths off, some after 103 bytes. */
const MAX_SOCKET_PATH = 103;
const LOOPBACK = '127.0.0.1';

/** How clients reach the store, and what keeps others out. */
export interface StoreAccess extends Pick<WorkerStart, 'listen' | 'password'> {
  readonly uri: (port: number) => string;
  readonly remove: () => void;
}

/** A unix socket that only this user can reach, below the data folder, or below the temporary one if that is too deep. */
export function socketAccess(dataFolder: string): StoreAccess {
  const near = join(dataFolder, 'run');
  const isShort = Buffer.byteLength(join(near, 'store.sock')) <= MAX_SOCKET_PATH;
  const folder = isShort ? near : mkdtempSync(join(tmpdir(), 'store-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = join(folder, 'store.sock');
  // Left by a process that was killed; the folder lock says that nobody listens.
  rmSync(path, { force: true });
  return {
    listen: { path },
    password: null,
    uri: () => `mongodb://${encodeURIComponent(path)}/?directConnection=true`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** For systems without unix sockets: a port that the system chooses, and a password that is new at each start. */
export function loopbackAccess(): StoreAccess {
  const password = randomBytes(24).toString('hex');
  const options = 'directConnection=true&authMechanism=PLAIN&authSource=%24external';
  return {
    listen: { port: 0, host: LOOPBACK },
    password,
    uri: (port) => `mongodb://store:${password}@${LOOPBACK}:${port}/?${options}`,
    remove: () => {},
  };
}
