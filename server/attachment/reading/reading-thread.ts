import { Worker } from 'node:worker_threads';
import { invalid } from '../../errors.js';
import type { MediaType } from './media-types.js';
import type { ReadingReport, ReadingTask } from './reading-messages.js';

/** What a file is, by its content, and the words in it. */
export interface ReadFile {
  readonly type: MediaType;
  readonly text: string;
  /** Why there are no words although there could be; for the log and whoever uploaded it. */
  readonly failure: string | null;
}

const WATCH_MS = 50;
const MEGABYTE = 1_048_576;
const YOUNG_MB = 32;
const STACK_MB = 4;
const SCRIPT = new URL('./reading.worker.js', import.meta.url);

const REFUSALS = {
  TYPE: 'This is no PDF, DOCX, XLSX, PNG, JPEG or WebP file; its content decides, not its name.',
  ARCHIVE: 'This document is damaged, or too large when it is unpacked.',
} as const;

/** Reads one file in a thread that is ended when it takes too much time or memory. */
export class ReadingThread {
  private readonly worker: Worker;
  private readonly before = process.memoryUsage.rss();
  private readonly started = performance.now();
  private type: MediaType | null = null;
  private failure = 'The reading ended early.';

  constructor(private readonly task: ReadingTask) {
    this.worker = new Worker(SCRIPT, {
      workerData: task,
      // Nothing that this process knows, and no lines among those of the hub's log.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: task.limits.heapMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
        stackSizeMb: STACK_MB,
      },
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
  }

  /** Rejects with `INVALID` for a file that may not be attached. */
  async result(): Promise<ReadFile> {
    const watch = setInterval(() => this.endWhenTooMuch(), WATCH_MS);
    try {
      return await new Promise((resolve, reject) => {
        this.worker.on('message', (report: ReadingReport) => this.take(report, resolve, reject));
        this.worker.on('error', ({ message }) => {
          this.failure = message;
        });
        this.worker.on('exit', () => this.endWithoutText(resolve, reject));
      });
    } finally {
      clearInterval(watch);
      await this.worker.terminate();
    }
  }

  private take(
    report: ReadingReport,
    resolve: (read: ReadFile) => void,
    reject: (error: Error) => void,
  ): void {
    if (report.step === 'accepted') this.type = report.type;
    else if (report.step === 'refused') reject(invalid('file', REFUSALS[report.reason]));
    else if (report.step === 'unreadable') this.failure = report.reason;
    else if (this.type) resolve({ type: this.type, text: report.text, failure: null });
  }

  /** A file that is of the right type may be kept without its words. */
  private endWithoutText(resolve: (read: ReadFile) => void, reject: (error: Error) => void): void {
    const { type, failure } = this;
    if (type) resolve({ type, text: '', failure });
    else reject(invalid('file', REFUSALS.ARCHIVE));
  }

  private endWhenTooMuch(): void {
    const { milliseconds, growthMb } = this.task.limits;
    const isLate = performance.now() - this.started > milliseconds;
    const isBig = process.memoryUsage.rss() - this.before > growthMb * MEGABYTE;
    if (!isLate && !isBig) return;
    this.failure = isLate ? 'Reading it took too long.' : 'Reading it took too much memory.';
    void this.worker.terminate();
  }
}
