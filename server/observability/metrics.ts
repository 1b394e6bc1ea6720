import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { OperationTimes } from './operation-times.js';

const MILLISECONDS = 1e3;

/** While the store cannot be reached. */
const UNKNOWN = { depth: Number.NaN, ageSeconds: Number.NaN };

/** What Prometheus reads of this hub; each hub has a registry of its own. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly operations = new OperationTimes();
  private readonly indexed = new Counter({
    name: 'saberes_indexed_documents_total',
    help: 'Records put into or taken out of the search index by this process.',
    registers: [this.registry],
  });
  private readonly indexFailures = new Counter({
    name: 'saberes_index_failures_total',
    help: 'Batches that the search engine did not take.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** `startedAt` by the clock of `performance.now()`. */
  observeOperation(way: string, status: number, startedAt: number): void {
    this.operations.observe(way, status, (performance.now() - startedAt) / MILLISECONDS);
  }

  countIndexed(documents: number): void {
    this.indexed.inc(documents);
  }

  countIndexFailure(): void {
    this.indexFailures.inc();
  }

  /** Depth and age of the indexing queue, read when somebody asks. */
  watchQueue(read: () => Promise<{ readonly depth: number; readonly ageSeconds: number }>): void {
    const age = new Gauge({
      name: 'saberes_index_queue_age_seconds',
      help: 'How long the oldest unindexed record has been waiting.',
      registers: [this.registry],
    });
    new Gauge({
      name: 'saberes_index_queue_depth',
      help: 'Records that the search index does not know yet.',
      registers: [this.registry],
      async collect() {
        const queue = await read().catch(() => UNKNOWN);
        this.set(queue.depth);
        age.set(queue.ageSeconds);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text that Prometheus reads. */
  async expose(): Promise<string> {
    return `${await this.registry.metrics()}\n${this.operations.expose()}`;
  }
}
