import { isLocale } from '../locales.js';
import type { PageContext } from '../page-context.js';

const HERE = 'http://hub.invalid';
const MOST_LENGTH = 2_000;
/** They would lead nowhere. */
const OWN_PATHS: ReadonlySet<string | undefined> = new Set(['sign-in', 'sign-out']);

/** Where members begin. */
const FIRST_PATH = '/workspace';

/**
 * An address of this hub's own pages, as a browser would read it; null for any other, so that
 * nobody is led to another site by a link that begins here.
 */
export function ownAddress(given: string | null): string | null {
  if (!given?.startsWith('/') || given.length > MOST_LENGTH || !URL.canParse(given, HERE))
    return null;
  const { origin, pathname, search } = new URL(given, HERE);
  const [, locale, first] = pathname.split('/');
  if (origin !== HERE || !isLocale(locale) || OWN_PATHS.has(first)) return null;
  return pathname + search;
}

/** Where to go on after signing in. */
export const nextAddress = (context: PageContext, given: string | null): string =>
  ownAddress(given) ?? context.to(FIRST_PATH);
