import { hostname } from 'node:os';
import type { Doc } from '../semantics/document.js';
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { Call, Command } from './command.js';

/** The MongoDB release whose answers are the model. */
export const VERSION = '6.0.5';
const MAX_WIRE_VERSION = 17;
const SESSION_MINUTES = 30;

export const helloCommand: Command = {
  names: ['hello', 'isMaster', 'ismaster'],
  fields: 'any',
  isOpen: true,
  run: hello,
};

/** A standalone server: drivers then send neither transactions nor retryable writes. */
function hello({ name, args }: Call): Doc {
  const role = name === 'hello' ? { isWritablePrimary: true } : { ismaster: true };
  return {
    ...(args.helloOk === true ? { helloOk: true } : {}),
    ...role,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
    ok: 1,
  };
}

export const pingCommand: Command = { names: ['ping'], fields: [], run: () => ({ ok: 1 }) };

export const buildInfoCommand: Command = {
  names: ['buildInfo', 'buildinfo'],
  fields: [],
  run: () => ({
    version: VERSION,
    versionArray: [...VERSION.split('.').map(Number), 0],
    modules: ['embedded'],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  }),
};

export const hostInfoCommand: Command = {
  names: ['hostInfo'],
  fields: [],
  run: () => ({ system: { currentTime: new Date(), hostname: hostname() }, ok: 1 }),
};

export const connectionStatusCommand: Command = {
  names: ['connectionStatus'],
  fields: ['showPrivileges'],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
};

/** Sessions carry nothing here, so ending them is all there is to do. */
export const sessionsCommand: Command = {
  names: ['endSessions', 'refreshSessions', 'killSessions'],
  fields: [],
  run: () => ({ ok: 1 }),
};

export const serverStatusCommand: Command = {
  names: ['serverStatus'],
  fields: [],
  run: ({ server }) => ({
    host: hostname(),
    version: VERSION,
    process: 'embedded',
    pid: process.pid,
    uptime: Math.floor((Date.now() - server.startedAt) / 1000),
    localTime: new Date(),
    connections: { current: server.connections() },
    metrics: { cursor: { open: { total: server.cursors.size } } },
    storageEngine: { name: 'lmdb', persistent: true },
    ok: 1,
  }),
};
