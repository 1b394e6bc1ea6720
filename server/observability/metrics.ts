import type { Gauge, Registry } from 'prom-client';
import { OperationTimes } from './operation-times.js';

const MILLISECONDS = 1e3;

export interface QueueState {
  readonly depth: number;
  readonly ageSeconds: number;
}

/** While the store cannot be reached. */
const UNKNOWN: QueueState = { depth: Number.NaN, ageSeconds: Number.NaN };

/** The library is loaded late, so its classes are handed on. */
type GaugeClass = typeof Gauge;

/** What Prometheus reads of this hub; each hub has a registry of its own. */
export class Metrics {
  private readonly operations = new OperationTimes();
  private indexed = 0;
  private indexFailures = 0;
  private readQueue: () => Promise<QueueState> = async () => UNKNOWN;
  private countWaiting: (() => Promise<number>) | null = null;
  private opening: Promise<Registry> | null = null;

  /** `startedAt` by the clock of `performance.now()`. */
  observeOperation(way: string, status: number, startedAt: number): void {
    this.operations.observe(way, status, (performance.now() - startedAt) / MILLISECONDS);
  }

  countIndexed(documents: number): void {
    this.indexed += documents;
  }

  countIndexFailure(): void {
    this.indexFailures += 1;
  }

  /** Depth and age of the indexing queue, read when somebody asks. */
  watchQueue(read: () => Promise<QueueState>): void {
    this.readQueue = read;
  }

  /** How many records wait for a translation; without a service there is no such figure. */
  watchTranslations(count: () => Promise<number>): void {
    this.countWaiting = count;
  }

  /** Loads the library and begins to watch the process; not before the hub is ready, so that it starts sooner. */
  open(): Promise<Registry> {
    this.opening ??= this.createRegistry();
    return this.opening;
  }

  /** The text that Prometheus reads, and its type. */
  async expose(): Promise<{ readonly text: string; readonly contentType: string }> {
    const registry = await this.open();
    const text = `${await registry.metrics()}\n${this.operations.expose()}`;
    return { text, contentType: registry.contentType };
  }

  private async createRegistry(): Promise<Registry> {
    const { Counter, collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const count = (name: string, help: string, read: () => number) =>
      new Counter({
        name,
        help,
        registers: [registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    count(
      'saberes_indexed_documents_total',
      'Records put into or taken out of the search index by this process.',
      () => this.indexed,
    );
    count(
      'saberes_index_failures_total',
      'Batches that the search engine did not take.',
      () => this.indexFailures,
    );
    this.addQueue(registry, Gauge);
    this.addTranslations(registry, Gauge);
    return registry;
  }

  private addQueue(registry: Registry, Gauge: GaugeClass): void {
    const age = new Gauge({
      name: 'saberes_index_queue_age_seconds',
      help: 'How long the oldest unindexed record has been waiting.',
      registers: [registry],
    });
    const readQueue = () => this.readQueue().catch(() => UNKNOWN);
    new Gauge({
      name: 'saberes_index_queue_depth',
      help: 'Records that the search index does not know yet.',
      registers: [registry],
      async collect() {
        const queue = await readQueue();
        this.set(queue.depth);
        age.set(queue.ageSeconds);
      },
    });
  }

  private addTranslations(registry: Registry, Gauge: GaugeClass): void {
    const { countWaiting } = this;
    if (!countWaiting) return;
    new Gauge({
      name: 'saberes_translation_queue_depth',
      help: 'Records that are not yet found in all languages.',
      registers: [registry],
      async collect() {
        this.set(await countWaiting().catch(() => Number.NaN));
      },
    });
  }
}
