import type { Locale } from '../locales.js';
import { LOOKS } from './frame-look.js';

/** A page or a fragment for another site, as an address asks for it. */
export interface AskedEmbedding {
  readonly id: string;
  readonly locale: Locale;
  readonly isFragment: boolean;
  /** What goes into the question, its language and key too: everything but the look. */
  readonly parameters: URLSearchParams;
}

/** The data of an answer, and whether it is an old one. */
export interface EmbeddedAnswer {
  readonly data: unknown;
  readonly isStale: boolean;
}

/** What became of the question: an answer, or the code of a refusal. */
export type EmbeddedOutcome =
  | EmbeddedAnswer
  | { readonly refusal: string; readonly status: number };

const ADDRESS = /^\/embed\/([\w-]{1,80})(\.fragment)?$/;

/** Null for every other address. */
export function askedEmbedding(
  locale: Locale,
  path: string,
  query: URLSearchParams,
): AskedEmbedding | null {
  const [, id, fragment] = ADDRESS.exec(path) ?? [];
  if (!id) return null;
  const parameters = new URLSearchParams(query);
  for (const name of LOOKS) parameters.delete(name);
  // The address says it once.
  parameters.set('lang', locale);
  return { id, locale, isFragment: fragment !== undefined, parameters };
}
