import { SeedError } from '../seeds/read.js';
import { ConfigError } from '../server/config.js';
import { ListenError } from '../server/http/http-server.js';
import { EmbeddedStoreError } from '../server/mongo/embedded/embedded-store-error.js';

/** A failure of a command that its user can act on. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const READABLE = [CommandError, ConfigError, ListenError, EmbeddedStoreError, SeedError];

/** Prints what happened in words, without a stack where it is not a bug; exit code 1. */
export function failReadably(error: unknown): never {
  const isReadable = READABLE.some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isReadable ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
