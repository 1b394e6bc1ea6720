import { isIPv4 } from 'node:net';

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const WILDCARD = 'https://*.';
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])$/;
const MOST_LENGTH = 255;

/**
 * The one way to write an origin that a partner may show answers on, `https://www.example.org` or
 * `https://*.example.org`; null when it is none. Plain http is for a developer's own machine.
 */
export function normalizeOrigin(text: string): string | null {
  const given = text.trim();
  if (given.length > MOST_LENGTH) return null;
  if (!given.startsWith(WILDCARD)) return exactOrigin(given);
  const base = exactOrigin(`https://${given.slice(WILDCARD.length)}`);
  return base && isDomain(new URL(base).hostname) ? base.replace('https://', WILDCARD) : null;
}

/** Whether a browser that names this origin is on one of these; `null` is the origin of no site. */
export function isAllowedOrigin(origins: readonly string[], origin: string | null): boolean {
  if (origin === null || exactOrigin(origin) !== origin) return false;
  return origins.some((allowed) => allowed === origin || isBelow(allowed, origin));
}

/** The domain itself does not lie below it, as in a Content-Security-Policy. */
function isBelow(allowed: string, origin: string): boolean {
  if (!allowed.startsWith(WILDCARD) || !origin.startsWith('https://')) return false;
  const end = allowed.slice(WILDCARD.length - 1);
  return origin.endsWith(end) && origin.length > 'https://'.length + end.length;
}

function exactOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!isWebSite(url) || !HOST.test(url.hostname)) return null;
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  const hasNobody = url.username === '' && url.password === '' && !text.includes('@');
  return isBare && hasNobody && !/[?#\\]/.test(text) ? url.origin : null;
}

const isWebSite = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOCAL_HOSTS.has(hostname));

/** A wildcard stands before a name that somebody can own: no address, no top-level domain. */
const isDomain = (host: string): boolean => host.includes('.') && !isIPv4(host) && HOST.test(host);
