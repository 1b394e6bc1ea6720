import type { TextKey } from './texts.js';

/** Why there is no content: a code of the hub, or one of `OFFLINE`, `UNREACHABLE`, `BAD_ANSWER`, `NO_HUB`. */
export class EmbedFailure extends Error {
  override readonly name = 'EmbedFailure';

  constructor(
    readonly code: string,
    /** Of the answer; 0 where there was none. */
    readonly status = 0,
  ) {
    super(code);
  }

  /** What people are told. */
  get text(): TextKey {
    if (this.code === 'OFFLINE') return 'offline';
    if (this.status === 429) return 'quota';
    return this.status >= 400 && this.status < 500 ? 'refused' : 'down';
  }
}

/** What could not be read is as good as no answer. */
export const asFailure = (error: unknown): EmbedFailure =>
  error instanceof EmbedFailure ? error : new EmbedFailure('BAD_ANSWER');
