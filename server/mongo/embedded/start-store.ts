import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EmbeddedStoreError } from './embedded-store-error.js';
import { openDataFolder } from './folder/data-folder.js';
import { loopbackAccess, socketAccess } from './folder/store-access.js';
import type { FromWorker, StoreStats, ToWorker, WorkerStart } from './worker-messages.js';

export interface EmbeddedStoreOptions {
  readonly dataDir: string;
  /** Memory for decoded documents. */
  readonly maxCacheBytes?: number;
  /** Where clients connect: a unix socket, or, where there are none, a loopback port with a password. */
  readonly access?: 'socket' | 'loopback';
  readonly log?: (message: string) => void;
}

export interface EmbeddedStore {
  /** For mongoose or the driver. */
  readonly uri: string;
  stop(): Promise<void>;
  stats(): Promise<StoreStats>;
}

const DEFAULT_CACHE_BYTES = 64 * 1024 * 1024;

/** Starts the store in a thread of its own. Rejects with an `EmbeddedStoreError` when the folder can not be used. */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { dataDir, maxCacheBytes = DEFAULT_CACHE_BYTES, log = () => {} } = options;
  const { access = process.platform === 'win32' ? 'loopback' : 'socket' } = options;
  const folder = resolve(dataDir);
  const { dataFile, lock } = await openDataFolder(folder);
  try {
    const place = access === 'loopback' ? loopbackAccess() : socketAccess(folder);
    const { listen, password } = place;
    const thread = new StoreThread({ dataFile, maxCacheBytes, listen, password }, log);
    const port = await thread.ready;
    return {
      uri: place.uri(port),
      stats: () => thread.stats(),
      stop: async () => {
        await thread.stop();
        place.remove();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

class StoreThread {
  readonly ready: Promise<number>;
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  readonly #asked = new Map<number, (stats: StoreStats) => void>();
  #lastAsked = 0;
  #isStopping = false;

  constructor(start: WorkerStart, log: (message: string) => void) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: start });
    this.#exited = new Promise((done) => this.#worker.once('exit', () => done()));
    this.ready = new Promise((accept, reject) => {
      const failed = (message: string) =>
        reject(
          new EmbeddedStoreError('START_FAILED', `The embedded store did not start: ${message}`),
        );
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') accept(message.port);
        else if (message.type === 'failed') failed(message.message);
        else if (message.type === 'log') log(message.message);
        else if (message.type === 'stats') this.#answer(message.id, message.stats);
      });
      this.#worker.once('error', (error) => failed(String(error)));
      this.#worker.once('exit', (code) => {
        failed(`its thread ended with code ${code}`);
        if (!this.#isStopping) log(`embedded store: its thread ended with code ${code}`);
      });
    });
  }

  stats(): Promise<StoreStats> {
    this.#lastAsked += 1;
    const id = this.#lastAsked;
    return new Promise((accept) => {
      this.#asked.set(id, accept);
      this.#post({ type: 'stats', id });
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#post({ type: 'stop' });
    await this.#exited;
  }

  #answer(id: number, stats: StoreStats): void {
    this.#asked.get(id)?.(stats);
    this.#asked.delete(id);
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
