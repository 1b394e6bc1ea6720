import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** Where a request comes from, as far as it may be kept. */
export interface Client {
  /** The whole address; for limits alone, never stored. */
  readonly address: string;
  readonly userAgent: string;
}

/** Commands and the hub itself. */
export const LOCAL_CLIENT: Client = { address: '', userAgent: '' };

const USER_AGENT_LENGTH = 120;

export function clientOf(request: IncomingMessage, trustedProxies: number): Client {
  const userAgent = printable(request.headers['user-agent'] ?? '');
  return { address: addressOf(request, trustedProxies), userAgent };
}

/** Each trusted proxy has added the address that it was asked from at the end of the list. */
export function addressOf({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : [];
  const asked = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  const address = asked && isAddress(asked) ? asked : (socket.remoteAddress ?? '');
  return address.replace(MAPPED, '');
}

/** IPv4 as sockets of IPv6 write it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

const isAddress = (text: string): boolean => isIPv4(text) || isIPv6(text);

const printable = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, '').slice(0, USER_AGENT_LENGTH);

/** Tells networks apart but not households: the first 24 bits of IPv4, 48 of IPv6. */
export function networkOf(address: string): string | null {
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(address)) return `${groupsOf(address).slice(0, 3).join(':')}::/48`;
  return null;
}

/** What limits count by: a whole IPv4 address, the 64 bits of IPv6 that one subscriber has. */
export const limitKeyOf = (address: string): string =>
  isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address;

/** All eight groups of an IPv6 address. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after];
}
