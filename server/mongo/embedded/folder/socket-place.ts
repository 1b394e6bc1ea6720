import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Systems cut socket paths off, some after 103 bytes. */
const MAX_SOCKET_PATH = 103;

export interface SocketPlace {
  readonly path: string;
  readonly remove: () => void;
}

/** A unix socket that only this user can reach, below the data folder, or below the temporary one if that is too deep. */
export function socketPlace(dataFolder: string): SocketPlace {
  const near = join(dataFolder, 'run');
  const isShort = Buffer.byteLength(join(near, 'store.sock')) <= MAX_SOCKET_PATH;
  const folder = isShort ? near : mkdtempSync(join(tmpdir(), 'store-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = join(folder, 'store.sock');
  // Left by a process that was killed; the folder lock says that nobody listens.
  rmSync(path, { force: true });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
