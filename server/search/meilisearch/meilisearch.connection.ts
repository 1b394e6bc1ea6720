import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EnqueuedTaskPromise,
  type ExtraRequestInit,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type Task,
} from 'meilisearch';
import { SearchUnavailable } from '../search-engine.js';

export interface ConnectionOptions {
  readonly url: string;
  readonly apiKey?: string;
  /** A search that takes longer is given up. */
  readonly timeoutMs?: number;
}

const SEARCH_TIMEOUT_MS = 1_900;
/** Batches of records are large, and the engine may be busy with others. */
const WRITE_TIMEOUT_MS = 60_000;
const TASK_TIMEOUT_MS = 10 * 60_000;
const TASK_INTERVAL_MS = 20;
const KEY_REFUSED = new Set([401, 403]);

/** A Meilisearch and how it may fail: whatever says that it is away becomes `SearchUnavailable`. */
export class MeilisearchConnection {
  /** For searches and other questions: answers at once or not at all. */
  readonly asking: Meilisearch;
  readonly writing: Meilisearch;
  private readonly timeoutMs: number;

  constructor({ url, apiKey, timeoutMs = SEARCH_TIMEOUT_MS }: ConnectionOptions) {
    this.timeoutMs = timeoutMs;
    const common = {
      host: url,
      apiKey,
      // Compressed answers wait some forty milliseconds on a local network.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    };
    this.asking = new Meilisearch({ ...common, timeout: timeoutMs });
    this.writing = new Meilisearch({ ...common, timeout: WRITE_TIMEOUT_MS });
  }

  /** One deadline for all requests of one question; the caller's own signal ends it too. */
  async ask<Answer>(
    question: (init: ExtraRequestInit) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(this.timeoutMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      return await question({ signal: either });
    } catch (error) {
      signal?.throwIfAborted();
      throw deadline.aborted ? unavailable(error) : translated(error);
    }
  }

  /** Waits for what the engine made of a write: that it was accepted says nothing yet. */
  async write(task: EnqueuedTaskPromise): Promise<void> {
    const done = await this.outcome(task).catch((error: unknown) => {
      throw translated(error);
    });
    if (done.status === 'succeeded') return;
    throw new Error(
      `Meilisearch refused a ${done.type} task: ${done.error?.message ?? done.status}`,
    );
  }

  /** Not the client's own way, whose timer keeps a process from ending after a failure. */
  private async outcome(task: EnqueuedTaskPromise): Promise<Task> {
    const { taskUid } = await task;
    const end = Date.now() + TASK_TIMEOUT_MS;
    while (Date.now() < end) {
      const state = await this.writing.tasks.getTask(taskUid);
      if (state.status !== 'enqueued' && state.status !== 'processing') return state;
      await sleep(TASK_INTERVAL_MS);
    }
    throw new SearchUnavailable(`Meilisearch did not come to task ${taskUid} in time.`);
  }
}

/** The code of an error that the engine answered with, or null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;

function translated(error: unknown): unknown {
  if (error instanceof MeilisearchApiError) {
    if (KEY_REFUSED.has(error.response.status)) {
      return new SearchUnavailable(`Meilisearch refuses the key: ${error.message}`, {
        cause: error,
      });
    }
    const isAway = error.response.status >= 500 || error.response.status === 429;
    return isAway || error.cause?.code === 'index_not_found' ? unavailable(error) : error;
  }
  return error instanceof MeilisearchError ? unavailable(error) : error;
}

const unavailable = (cause: unknown): SearchUnavailable =>
  new SearchUnavailable('The search engine does not answer.', { cause });
