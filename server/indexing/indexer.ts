import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Metrics } from '../observability/metrics.js';
import type { IndexState, SearchEngine } from '../search/search-engine.js';
import type { IndexBuilder } from './index-builder.js';
import type { IndexLease } from './index-lease.js';
import type { KnowledgeMarks } from './knowledge-marks.js';

export interface IndexerParts {
  readonly engine: SearchEngine;
  readonly builder: IndexBuilder;
  readonly marks: KnowledgeMarks;
  readonly lease: IndexLease;
  readonly dataVersion: DataVersion;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Whether other hub processes write to the same store. */
  readonly storeIsShared: boolean;
}

const BATCH = 500;
/** Between two looks at a store that other processes write to; alone, writers wake the indexer. */
const SHARED_PAUSE_MS = 250;
const ALONE_PAUSE_MS = 2_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** How often a search server is asked whether it still has the index. */
const LOOK_MS = 2_000;

/** Keeps the search index in the state of the store, in the background. */
export class Indexer {
  private isStopped = false;
  private isReady = false;
  private isResting = false;
  private failures = 0;
  private running: Promise<void> = Promise.resolve();
  private rouse: () => void = () => {};
  private opening: Promise<IndexState> | null = null;
  private turned: Promise<void> = Promise.resolve();
  private endFirstTurn: () => void = () => {};
  private isRoused = false;
  private lookedAt = 0;
  private caughtUp: { readonly at: Date; readonly version: number; readonly reference: number };

  constructor(private readonly parts: IndexerParts) {
    const { clock, dataVersion } = parts;
    this.caughtUp = { at: clock.now(), ...dataVersion.current };
  }

  /** Begins to read the index, which needs no store; what fails is tried again by `start`. */
  openEarly(): void {
    this.opening = this.parts.engine.open();
    this.opening.catch(() => {});
  }

  start(): void {
    this.turned = new Promise((resolve) => {
      this.endFirstTurn = resolve;
    });
    this.running = this.loop();
  }

  /** To be called after a write, so that it is found at once. */
  wake(): void {
    this.isRoused = true;
    if (this.failures === 0) this.rouse();
  }

  /** Whether the index could be opened and brought up to date. */
  get ready(): boolean {
    return this.isReady;
  }

  /** Resolves when the first turn is over: the index is open and up to date, or cannot be yet. */
  async firstTurn(): Promise<void> {
    await this.turned;
  }

  /** Resolves when nothing is marked any more; for loading, tests and the command line. */
  async settle(): Promise<void> {
    while (!this.isStopped) {
      const isEmpty = this.isReady && (await this.parts.marks.marked(1)).length === 0;
      if (isEmpty && this.isResting) return;
      this.wake();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Finishes the batch in hand and lets another process go on. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.rouse();
    await this.running;
    await this.parts.lease.release().catch(() => {});
  }

  private async loop(): Promise<void> {
    while (!this.isStopped) {
      this.isRoused = false;
      const pause = await this.turn().then(
        () => this.succeeded(),
        (error: unknown) => this.failed(error),
      );
      this.isResting = true;
      this.endFirstTurn();
      await this.sleep(pause);
      this.isResting = false;
    }
  }

  private async turn(): Promise<void> {
    if (this.isReady) await this.notice();
    if (!this.isReady) await this.open();
    await this.indexMarked();
    await this.followOthers();
  }

  private async open(): Promise<void> {
    const { engine, builder, log } = this.parts;
    this.opening ??= engine.open();
    const state = await this.opening.catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    // Another process may be building it: what is shared is looked at again the next time.
    if (engine.shared) this.opening = null;
    if (state === 'ready') {
      if (!engine.shared && engine.followed() !== this.parts.dataVersion.current.version) {
        await this.changed(await builder.reconcile(engine.followed()));
        await this.noteFollowed();
      }
    } else if (!engine.shared || (await this.parts.lease.hold())) {
      const build = () =>
        builder.rebuild(undefined, () => {
          this.isReady = true;
        });
      const documents = await (engine.shared ? this.parts.lease.during(build) : build());
      // Another process may have written into the index that this one took the place of.
      if (engine.shared) await builder.reconcile();
      log.info({ state, documents }, 'the search index was built');
      await this.changed(documents);
    } else return;
    this.isReady = true;
  }

  /** A search server may lose its index while the hub runs: emptied, restored, upgraded. */
  private async notice(): Promise<void> {
    const { engine } = this.parts;
    if (!engine.shared || performance.now() < this.lookedAt + LOOK_MS) return;
    this.lookedAt = performance.now();
    // One that is away is no news: searches and writes say so.
    const state = await engine.open().catch(() => 'ready' as const);
    if (state === 'missing') this.isReady = false;
  }

  private async indexMarked(): Promise<void> {
    const { marks, builder, lease, dataVersion, storeIsShared } = this.parts;
    if (!this.isReady || !(await lease.hold())) return;
    for (;;) {
      const batch = await marks.marked(BATCH);
      if (batch.length === 0) return;
      // Another process may have marked them because names changed that are indexed with them.
      if (storeIsShared) await dataVersion.refresh();
      await builder.apply(batch);
      // First the others are told, then the marks go: killed in between, it is done once more.
      await this.changed(
        batch.length,
        batch.some((record) => !record.public),
      );
      await marks.clear(batch);
      if (this.isStopped || !(await lease.hold())) return;
    }
  }

  /** An index of this process's own has to learn what other processes wrote and unmarked. */
  private async followOthers(): Promise<void> {
    const { engine, storeIsShared, dataVersion, builder, clock } = this.parts;
    const { current } = dataVersion;
    if (engine.shared || !storeIsShared || current.version === this.caughtUp.version) return;
    const at = clock.now();
    const { at: since, version, reference } = this.caughtUp;
    if (current.reference === reference) await builder.catchUp(since, version);
    else await builder.rebuild();
    await engine.follow(current.version);
    // A search may have been answered, and its answer kept, before the index knew of the change.
    dataVersion.renew();
    this.caughtUp = { at, ...current };
  }

  private async changed(documents: number, departure = false): Promise<void> {
    if (documents === 0) return;
    this.parts.metrics.countIndexed(documents);
    await this.parts.dataVersion.bump({ departure });
    await this.noteFollowed();
  }

  private noteFollowed(): Promise<void> {
    const { engine, dataVersion } = this.parts;
    return engine.follow(dataVersion.current.version);
  }

  private succeeded(): number {
    this.failures = 0;
    if (!this.isReady) return FIRST_RETRY_MS;
    return this.parts.storeIsShared ? SHARED_PAUSE_MS : ALONE_PAUSE_MS;
  }

  private failed(error: unknown): number {
    const pause = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures);
    this.failures += 1;
    this.parts.metrics.countIndexFailure();
    this.parts.log.warn(
      { reason: error instanceof Error ? error.message : String(error), retryInMs: pause },
      'indexing has to wait',
    );
    return pause;
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.isStopped || (this.isRoused && this.failures === 0)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
