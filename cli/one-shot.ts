import { type Config, readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import type { HubOptions } from '../server/hub-options.js';
import { createLogger, STDERR } from '../server/observability/logger.js';
import { CommandError } from './fail.js';
import { endOnSignals } from './interrupt.js';

/** A person waits for the command: a hub that serves goes on trying for as long as it takes. */
const CONNECT_PATIENCE_MS = 10_000;

/** `connect`: the store alone. `prepare`: content loaded and the index kept up to date, too. */
export type Readiness = 'connect' | 'prepare';

/** Settings of commands that do one thing and end: they log little, unless told otherwise. */
export const readOneShotConfig = (): Config => readConfig(undefined, { LOG_LEVEL: 'warn' });

/** Opens a hub without its HTTP door, uses it and lets go of it. Logs go to standard error. */
export async function withHub<T>(
  readiness: Readiness,
  use: (hub: Hub) => Promise<T>,
  options: HubOptions = {},
  listenToSignals: () => void = endOnSignals,
): Promise<T> {
  listenToSignals();
  const config = readOneShotConfig();
  const log = createLogger(config, STDERR);
  const hub = await createHub(config, { ...options, log });
  try {
    await connectInTime(hub);
    if (readiness === 'prepare') await hub.prepare();
    return await use(hub);
  } finally {
    // Stopping the parts would wait for a store that never answered.
    await (hub.store.isConnected ? hub.stop() : hub.store.close());
  }
}

/** Rejects with a `CommandError` when the store does not answer; says so once, not per try. */
async function connectInTime(hub: Hub): Promise<void> {
  const { level } = hub.log;
  if (level === 'warn') hub.log.level = 'error';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      if (!hub.store.isConnected) reject(new CommandError(unreachable(hub.config)));
    }, CONNECT_PATIENCE_MS);
  });
  try {
    await Promise.race([hub.connect(), late]);
    hub.log.level = level;
  } finally {
    clearTimeout(timer);
  }
}

const unreachable = ({ MONGODB_URI = '' }: Config): string =>
  `MongoDB at ${hostsOf(MONGODB_URI)} cannot be reached. Check that it runs and that MONGODB_URI is right.`;

/** The part of a connection string that may be shown: no user, no password, no options. */
export const hostsOf = (uri: string): string =>
  uri
    .replace(/^mongodb(\+srv)?:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?].*$/, '');
