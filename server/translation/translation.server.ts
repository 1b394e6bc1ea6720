import type { Locale } from '../locale.js';

/** One kind of server behind the service: how it is asked, and nothing else. */
export interface TranslationServer {
  readonly name: string;
  /** Most characters of one request. */
  readonly mostLetters: number;
  /** The languages on the way from one to the other, both included. */
  route(from: Locale, to: Locale): readonly Locale[];
  /** Pieces of HTML, translated from one stop of a route to the next. */
  send(
    pieces: readonly string[],
    from: Locale,
    to: Locale,
    signal: AbortSignal | undefined,
  ): Promise<readonly string[]>;
}
