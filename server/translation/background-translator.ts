import type { Logger } from 'pino';
import type { IndexLease } from '../indexing/index-lease.js';
import type { KnowledgeMarks } from '../indexing/knowledge-marks.js';
import type { IndexedDocument } from '../knowledge/knowledge.indexing.js';
import type { Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { SearchTexts } from '../search/search-engine.js';
import { type KeptMachineTexts, type Made, textsFor, type Waiting } from './kept-machine-texts.js';
import type { MadeTexts } from './machine-texts.js';
import type { TranslationService } from './translation-service.js';
import { sourceOf } from './translation-source.js';

export interface BackgroundParts {
  readonly service: TranslationService;
  readonly kept: KeptMachineTexts;
  readonly marks: KnowledgeMarks;
  readonly lease: IndexLease;
  readonly dataVersion: DataVersion;
  readonly log: Logger;
}

const BATCH = 20;
/** What is made is handed to the index at least so often. */
const HAND_OVER_MS = 2_000;
/** Other processes may have records wait without a word. */
const LOOK_MS = 2_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 5 * 60_000;

type Finished = Made & Pick<Waiting, 'waitingFor'>;

/** Translates what records lack, one after the other, so that they are found in every language. */
export class BackgroundTranslator {
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private failures = 0;
  private isSurveyed = false;
  private isRoused = false;
  private rouse: () => void = () => {};

  constructor(
    private readonly parts: BackgroundParts,
    /** Has the index take what was made. */
    private readonly handOver: () => void,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  /** A record has begun to wait. A service that fails is left alone all the same. */
  wake(): void {
    this.isRoused = true;
    if (this.failures === 0) this.rouse();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.rouse();
    await this.running;
    await this.parts.lease.release().catch(() => {});
  }

  private get isStopped(): boolean {
    return this.stopped.signal.aborted;
  }

  private async loop(): Promise<void> {
    while (!this.isStopped) {
      this.isRoused = false;
      const pause = await this.turn().then(
        () => this.succeeded(),
        (error: unknown) => this.failed(error),
      );
      await this.sleep(pause);
    }
  }

  private async turn(): Promise<void> {
    const { lease, kept, marks } = this.parts;
    if (!(await lease.hold())) {
      this.isSurveyed = false;
      return;
    }
    await lease.during(async () => {
      if (!this.isSurveyed) await kept.survey(marks);
      this.isSurveyed = true;
      while (!this.isStopped && (await this.translateSome())) this.succeeded();
    });
  }

  /** False when nothing waits, or another process goes on. */
  private async translateSome(): Promise<boolean> {
    const { kept, marks, lease } = this.parts;
    const waiting = await kept.waiting(BATCH);
    if (waiting.length === 0 || !(await lease.hold())) return false;
    const records = await marks.byIds(waiting.map(({ _id }) => _id));
    const shown = new Map(records.filter((record) => record.public).map((one) => [one._id, one]));
    await kept.forget(waiting.map(({ _id }) => _id).filter((id) => !shown.has(id)));
    const finished: Finished[] = [];
    const end = performance.now() + HAND_OVER_MS;
    try {
      for (const entry of waiting) {
        const record = shown.get(entry._id);
        if (record) finished.push(await this.finish(entry, record));
        if (performance.now() > end || this.isStopped) break;
      }
    } finally {
      await this.deliver(finished);
    }
    return true;
  }

  private async finish(entry: Waiting, record: IndexedDocument): Promise<Finished> {
    const { _id, waitingFor } = entry;
    const { version } = record;
    const source = sourceOf(record);
    if (!source) return { _id, waitingFor, version, hash: '', texts: {} };
    const { hash, from, lacking } = source;
    const texts: MadeTexts = { ...textsFor(entry, hash, lacking) };
    try {
      for (const to of lacking) texts[to] ??= await this.translate(source.texts, from, to);
    } catch (error) {
      if (!this.isStopped) await this.parts.kept.postpone(_id);
      throw error;
    }
    return { _id, waitingFor, version, hash, texts };
  }

  private async translate(texts: SearchTexts, from: Locale, to: Locale): Promise<SearchTexts> {
    const { title, summary, body } = texts;
    const { signal } = this.stopped;
    const made = await this.parts.service.translate([title, summary, body], from, to, signal);
    const [madeTitle = '', madeSummary = '', madeBody = ''] = made;
    return { title: madeTitle, summary: madeSummary, body: madeBody };
  }

  /** Kept first, then marked, then done: killed in between, it is done once more. */
  private async deliver(finished: readonly Finished[]): Promise<void> {
    if (finished.length === 0) return;
    const { kept, marks, dataVersion } = this.parts;
    await kept.keep(finished, dataVersion.current.version);
    await marks.mark(finished);
    await kept.done(finished);
    this.handOver();
  }

  private succeeded(): number {
    if (this.failures > 0) this.parts.log.info('translations go on');
    this.failures = 0;
    return LOOK_MS;
  }

  /** Says so once; trying again and failing again is no news. */
  private failed(error: unknown): number {
    const pause = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures);
    if (this.isStopped) return pause;
    const reason = error instanceof Error ? error.message : String(error);
    const level = this.failures === 0 ? 'warn' : 'debug';
    this.parts.log[level]({ reason, retryInMs: pause }, 'translations for the index have to wait');
    this.failures += 1;
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
