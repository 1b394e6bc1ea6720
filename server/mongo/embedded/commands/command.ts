import type { Doc } from '../semantics/document.js';
import type { Store } from '../storage/store.js';
import type { Peer } from '../wire/connection.js';
import type { WireRequest } from '../wire/message.js';
import type { Reply } from '../wire/reply.js';
import type { CursorRegistry } from './cursor-registry.js';

/** What all commands share. */
export interface Server {
  readonly store: Store;
  readonly cursors: CursorRegistry;
  readonly startedAt: number;
  readonly connections: () => number;
  /** Null where the file system keeps strangers out. */
  readonly password: string | null;
}

/** One command on its way. */
export interface Call {
  readonly server: Server;
  readonly name: string;
  readonly db: string;
  readonly args: Doc;
  readonly request: WireRequest;
  readonly peer: Peer;
}

export interface Command {
  /** As clients write it. */
  readonly names: readonly string[];
  /** Fields that it understands, beside those that every command has; `any` when what is unknown does no harm. */
  readonly fields: readonly string[] | 'any';
  /** True for what a client may ask before it has given a password. */
  readonly isOpen?: boolean;
  readonly run: (call: Call) => Reply | Promise<Reply>;
}
