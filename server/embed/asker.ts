import type { IncomingMessage } from 'node:http';
import { addressOf } from '../auth/client-address.js';

/** Who asks, as far as a request tells. */
export interface Asker {
  /** From the address, where everybody can read it. */
  readonly keyInAddress: string | null;
  /** From the header `Authorization`. */
  readonly keyInHeader: string | null;
  /** The header `Origin`, which browsers add to what scripts send to other sites. */
  readonly origin: string | null;
  /** The origin of the page that a browser says it comes from; null without one. */
  readonly referrer: string | null;
  /** For quotas alone. */
  readonly address: string;
  /** The door lets nobody but the partner's sites show the answer, and needs no origin for that. */
  readonly isBoundByDoor?: boolean;
}

const BEARER = /^bearer +(\S+)$/i;

/** Reads what a request says of its sender. */
export function askerOf(
  request: IncomingMessage,
  parameters: URLSearchParams,
  trustedProxies: number,
): Asker {
  const { authorization, origin = null, referer } = request.headers;
  return {
    keyInAddress: parameters.get('key') || null,
    keyInHeader: authorization ? (BEARER.exec(authorization)?.[1] ?? null) : null,
    origin,
    referrer: referer === undefined ? null : originOf(referer),
    address: addressOf(request, trustedProxies),
  };
}

const originOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).origin : null;
