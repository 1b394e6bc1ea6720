import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NANOSECONDS = 1e9;

/** While the store cannot be reached. */
const UNKNOWN = { depth: Number.NaN, ageSeconds: Number.NaN };

/** What Prometheus reads of this hub; each hub has a registry of its own. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly operations = new Histogram({
    name: 'saberes_graphql_seconds',
    help: 'Time to answer a GraphQL request, by way: kept, known or apollo.',
    labelNames: ['way', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
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

  observeOperation(way: string, status: number, startedAt: bigint): void {
    const seconds = Number(process.hrtime.bigint() - startedAt) / NANOSECONDS;
    this.operations.observe({ way, status }, seconds);
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
  expose(): Promise<string> {
    return this.registry.metrics();
  }
}
