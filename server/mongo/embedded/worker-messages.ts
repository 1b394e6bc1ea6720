/** What the worker is started with. */
export interface WorkerStart {
  readonly dataFile: string;
  readonly maxCacheBytes: number;
  /** Asked of every client; null when none is needed. */
  readonly password: string | null;
  readonly listen: { readonly path: string } | { readonly port: number; readonly host: string };
}

export interface StoreStats {
  readonly collections: number;
  readonly connections: number;
  readonly openCursors: number;
  readonly cachedDocuments: number;
  readonly cachedBytes: number;
  readonly commits: number;
}

export type ToWorker = { readonly type: 'stop' } | { readonly type: 'stats'; readonly id: number };

export type FromWorker =
  | { readonly type: 'ready'; readonly port: number }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'log'; readonly message: string }
  | { readonly type: 'stats'; readonly id: number; readonly stats: StoreStats }
  | { readonly type: 'stopped' };
