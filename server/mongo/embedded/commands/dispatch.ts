import { BSONError } from 'bson';
import type { Doc } from '../semantics/document.js';
import { located, StoreError } from '../semantics/errors.js';
import { decode } from '../storage/bson.js';
import type { Peer } from '../wire/connection.js';
import type { WireRequest } from '../wire/message.js';
import type { Reply } from '../wire/reply.js';
import type { Command, Server } from './command.js';
import { findById } from './find-by-id.js';
import { COMMANDS } from './registry.js';

const byName = new Map<string, Command>(
  COMMANDS.flatMap((command) => command.names.map((name) => [name, command] as const)),
);

/** Fields that every command may carry. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'txnNumber',
  'startTransaction',
  'autocommit',
  'stmtId',
  'stmtIds',
]);

/** Finds the command that a request names, and runs it. */
export function answer(server: Server, request: WireRequest, peer: Peer): Reply | Promise<Reply> {
  if (isTrusted(server, peer)) {
    const found = findById(server.store, request);
    if (found !== null) return found;
  }
  const args = decode(request.body);
  const name = Object.keys(args)[0] ?? '';
  const command = byName.get(name);
  if (command === undefined) {
    throw new StoreError(59, 'CommandNotFound', `no such command: '${name}'`);
  }
  refuseStrangers(server, command, name, peer);
  refuseTransactions(args);
  refuseUnknown(command, name, args, request);
  const db = typeof args.$db === 'string' ? args.$db : 'admin';
  return command.run({ server, name, db, args, request, peer });
}

const isTrusted = ({ password }: Server, peer: Peer) => password === null || peer.isKnown;

function refuseStrangers(server: Server, command: Command, name: string, peer: Peer): void {
  if (isTrusted(server, peer) || command.isOpen === true) return;
  throw new StoreError(13, 'Unauthorized', `command ${name} requires authentication`);
}

function refuseTransactions(args: Doc): void {
  if (args.txnNumber === undefined && args.startTransaction === undefined) return;
  throw new StoreError(
    20,
    'IllegalOperation',
    'Transaction numbers are only allowed on a replica set member or mongos',
  );
}

function refuseUnknown(command: Command, name: string, args: Doc, request: WireRequest): void {
  if (command.fields === 'any') return;
  for (const field of [...Object.keys(args), ...request.sequences.keys()]) {
    if (field === name || GENERIC.has(field) || command.fields.includes(field)) continue;
    throw located(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
}

/** What the client is told of an error. A bug shows as an internal error, and in the log. */
export function failureReply(error: unknown, log: (message: string) => void): Doc {
  const known = knownError(error);
  if (known === null)
    log(`embedded store: ${error instanceof Error ? error.stack : String(error)}`);
  const { code, codeName, message, extra } =
    known ?? new StoreError(1, 'InternalError', 'The embedded store failed on this command');
  return { ok: 0, errmsg: message, code, codeName, ...extra };
}

function knownError(error: unknown): StoreError | null {
  if (error instanceof StoreError) return error;
  if (error instanceof BSONError) return new StoreError(22, 'InvalidBSON', error.message);
  return null;
}
