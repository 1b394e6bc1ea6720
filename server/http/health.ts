import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Indexer } from '../indexing/indexer.js';
import type { Store } from '../mongo/connect.js';
import type { SearchEngine } from '../search/search-engine.js';

interface PartReport {
  readonly name: string;
  readonly status: 'ok' | 'down' | 'starting';
}

export interface HealthReport {
  readonly status: 'ok' | 'degraded';
  readonly store: PartReport;
  readonly search: PartReport & { readonly documents?: number };
}

const LIVE = '/health/live';
const READY = '/health/ready';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** Where balancers ask. */
export const HEALTH_ADDRESSES: ReadonlySet<string> = new Set([LIVE, READY]);

const PATIENCE_MS = 2_000;

/** Says what works: whether records can be read, and whether they can be searched. */
export class Health {
  constructor(
    private readonly store: Store,
    private readonly engine: SearchEngine,
    private readonly indexer: Indexer,
    private readonly isPrepared: () => boolean,
  ) {}

  /** Answers one of the addresses, without anything that a start would have to load first. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isReadiness = request.url?.startsWith(READY);
    const report = isReadiness ? await this.report() : { status: 'ok' };
    response.writeHead(report.status === 'ok' ? 200 : 503, HEADERS);
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(report));
  }

  async report(): Promise<HealthReport> {
    const [store, search] = await Promise.all([this.storeReport(), this.searchReport()]);
    const isOk = store.status === 'ok' && search.status === 'ok';
    return { status: isOk ? 'ok' : 'degraded', store, search };
  }

  private async storeReport(): Promise<PartReport> {
    const { name } = this.store;
    const answers = await inTime(this.store.ping().then(() => true));
    if (!answers) return { name, status: 'down' };
    return { name, status: this.isPrepared() ? 'ok' : 'starting' };
  }

  private async searchReport() {
    const { name } = this.engine;
    const stats = await inTime(this.engine.stats());
    if (!stats) return { name, status: 'down' } as const;
    const status = this.indexer.ready ? 'ok' : 'starting';
    return { name, status, documents: stats.documents } as const;
  }
}

/** The answer, or null when there is none in time. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
