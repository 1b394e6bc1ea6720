import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was made by the hub's own pages or typed by a person, as the browser tells;
 * what says neither is no browser of today, and is refused where it matters.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin !== undefined && origin === originOf(publicUrl);
}

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
