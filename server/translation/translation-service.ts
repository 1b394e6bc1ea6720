import type { Locale } from '../locale.js';

/**
 * Translates by machine. Two adapters, one contract suite: `test/contracts/translation.contract.ts`.
 * Markdown marks, links and code come back as they were, as far as the service lets them.
 */
export interface TranslationService {
  readonly name: string;
  /**
   * One text for each, in their order; a text without words comes back as it is. Rejects with
   * `TranslationUnavailable`, or with the signal's reason.
   */
  translate(
    texts: readonly string[],
    from: Locale,
    to: Locale,
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
}

/** The service is down, too slow or refuses; what was asked may work later. */
export class TranslationUnavailable extends Error {
  override readonly name = 'TranslationUnavailable';
}
