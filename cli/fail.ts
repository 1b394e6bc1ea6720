import { SeedError } from '../seeds/seed-error.js';
import { ConfigError } from '../server/config.js';
import { HubError } from '../server/errors.js';
import { ListenError } from '../server/http/http-server.js';
import { EmbeddedStoreError } from '../server/mongo/embedded/embedded-store-error.js';
import { isStoreUnavailable } from '../server/mongo/store-unavailable.js';
import { SearchUnavailable } from '../server/search/search-engine.js';

/** A failure of a command that its user can act on. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const READABLE = [
  CommandError,
  ConfigError,
  HubError,
  ListenError,
  EmbeddedStoreError,
  SeedError,
  SearchUnavailable,
];

/** Refusals of the hub's services: known by name, since their classes would load the whole contract. */
const REFUSALS: readonly string[] = ['HubError', 'HubProblems'];

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'This user may not use the file',
  EPERM: 'This user may not use the file',
  EISDIR: 'This is a folder, not a file',
  ENOTDIR: 'A part of this path is not a folder',
  EROFS: 'The disk can only be read',
  ENOSPC: 'The disk is full',
};

/** Prints what happened in words, without a stack where it is not a bug; exit code 1. */
export function failReadably(error: unknown): never {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}

export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (READABLE.some((kind) => error instanceof kind)) return error.message;
  if (REFUSALS.includes(error.name)) return error.message;
  if (isStoreUnavailable(error)) return `The store cannot be reached: ${error.message}`;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const fault = FILE_FAULTS[code];
  if (fault) return path ? `${fault}: ${path}` : `${fault}.`;
  return error.stack ?? error.message;
}
