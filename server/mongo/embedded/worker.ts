import { parentPort, workerData } from 'node:worker_threads';
import type { Server } from './commands/command.js';
import { CursorRegistry } from './commands/cursor-registry.js';
import { answer, failureReply } from './commands/dispatch.js';
import { Store } from './storage/store.js';
import { WireServer } from './wire/wire-server.js';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.js';

const IDLE_MILLISECONDS = 10 * 60 * 1000;

/** Records and answers are cut from pieces of this size; an allocation for each keeps the collector busy. */
const POOL_BYTES = 128 * 1024;
Buffer.poolSize = POOL_BYTES;

const post = (message: FromWorker) => parentPort?.postMessage(message);
const log = (message: string) => post({ type: 'log', message });

// LMDB rejects a promise of its own for each failed commit, beside the one that we await.
process.on('unhandledRejection', (reason) => {
  log(`embedded store: ${reason instanceof Error ? reason.message : String(reason)}`);
});

async function run({ dataFile, maxCacheBytes, password, listen }: WorkerStart): Promise<void> {
  const store = new Store({ path: dataFile, maxCacheBytes });
  await store.recover();
  const server: Server = {
    store,
    cursors: new CursorRegistry(),
    startedAt: Date.now(),
    connections: () => wire.connections,
    password,
  };
  const wire = new WireServer({
    answer: (request, peer) => answer(server, request, peer),
    failure: (error) => failureReply(error, log),
    idleMilliseconds: IDLE_MILLISECONDS,
  });
  const port = await wire.listen(listen);
  parentPort?.on('message', (message: ToWorker) => {
    if (message.type === 'stats') post({ type: 'stats', id: message.id, stats: statsOf(server) });
    else void stop(wire, server);
  });
  post({ type: 'ready', port });
}

async function stop(wire: WireServer, { cursors, store }: Server): Promise<void> {
  await wire.close();
  cursors.close();
  await store.close();
  post({ type: 'stopped' });
  parentPort?.close();
}

function statsOf({ store, cursors, connections }: Server) {
  return {
    collections: store.catalog.all().length,
    connections: connections(),
    openCursors: cursors.size,
    cachedDocuments: store.cache.size,
    cachedBytes: store.cache.bytes,
    commits: store.queue.commits,
  };
}

run(workerData as WorkerStart).catch((error: unknown) => {
  post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
});
