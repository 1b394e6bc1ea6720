import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../semantics/errors.js';
import { toStoreError } from './disk-error.js';
import type { StoreFile } from './store-file.js';

interface Job {
  readonly run: () => unknown;
  readonly settle: (outcome: Outcome) => void;
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** On a disk this fast, waiting for a lone write on the spot is shorter than handing it to another thread. */
const QUICK_COMMIT_MILLISECONDS = 4;

/** Longest time that one transaction keeps the thread before it commits what it has. */
const BATCH_MILLISECONDS = 25;

/**
 * All writes, one after the other. Those that wait while a commit is on its way to the disk share the next
 * one. A job refuses with a `StoreError` before its first put; anything else that it throws undoes the batch.
 */
export class WriteQueue {
  #waiting: Job[] = [];
  #draining: Promise<void> | null = null;
  #commits = 0;
  /** Moving average, in milliseconds. */
  #commitTime = 0;

  constructor(
    private readonly file: StoreFile,
    private readonly onFailedCommit: () => void,
  ) {}

  run<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => {
        if (outcome.ok) resolve(outcome.value as T);
        else reject(outcome.error);
      };
      this.#waiting.push({ run: job, settle });
      this.#draining ??= this.#drain();
    });
  }

  /** Grows with every commit: unchanged means that nothing was written in between. */
  get commits(): number {
    return this.#commits;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Lets requests that have arrived meanwhile join the commit.
      await nextTurn();
      await this.#commitBatch();
    }
    this.#draining = null;
  }

  async #commitBatch(): Promise<void> {
    const jobs = this.#waiting;
    this.#waiting = [];
    const outcomes: Outcome[] = [];
    try {
      await this.#commit(jobs, outcomes);
    } catch (error) {
      const failure = await toStoreError(error, this.file.path);
      this.onFailedCommit();
      outcomes.length = Math.max(outcomes.length, 1);
      outcomes.fill({ ok: false, error: failure });
    }
    this.#commits += 1;
    this.file.refresh();
    this.#waiting.unshift(...jobs.slice(outcomes.length));
    for (const [index, outcome] of outcomes.entries()) jobs[index]?.settle(outcome);
  }

  async #commit(jobs: readonly Job[], outcomes: Outcome[]): Promise<void> {
    const startedAt = performance.now();
    const action = () => runJobs(jobs, outcomes);
    if (jobs.length === 1 && this.#commitTime < QUICK_COMMIT_MILLISECONDS) {
      this.file.writeNow(action);
    } else {
      await this.file.write(action);
    }
    this.#commitTime = this.#commitTime * 0.9 + (performance.now() - startedAt) * 0.1;
  }
}

function runJobs(jobs: readonly Job[], outcomes: Outcome[]): void {
  const deadline = performance.now() + BATCH_MILLISECONDS;
  for (const job of jobs) {
    outcomes.push(attempt(job));
    if (performance.now() > deadline) return;
  }
}

function attempt(job: Job): Outcome {
  try {
    return { ok: true, value: job.run() };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ok: false, error };
  }
}
