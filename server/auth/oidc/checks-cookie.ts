import { cookieIn } from '../cookie.js';
import type { Checks } from './identity-provider.js';

const LIFE_S = 600;
const PART = /^[\w.~-]{1,200}$/;
const MOST_LETTERS = 1_000;

/** What a browser brings back from the provider, and where it wanted to go. */
export interface Departure extends Checks {
  readonly returnTo: string;
}

const nameOf = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-saberes-oidc' : 'saberes-oidc';

/** Bound to this browser: an answer that another one fetched is of no use here. */
export function departureCookie(publicUrl: string, departure: Departure): string {
  const value = Buffer.from(JSON.stringify(departure)).toString('base64url');
  return `${nameOf(publicUrl)}=${value}; ${attributes(publicUrl)}; Max-Age=${LIFE_S}`;
}

export const forgetDeparture = (publicUrl: string): string =>
  `${nameOf(publicUrl)}=; ${attributes(publicUrl)}; Max-Age=0`;

/** Null when there is none or it was never ours. */
export function departureIn(header: string | undefined, publicUrl: string): Departure | null {
  const value = cookieIn(header, nameOf(publicUrl));
  if (!value || value.length > MOST_LETTERS * 2) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return isDeparture(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isDeparture(value: unknown): value is Departure {
  if (typeof value !== 'object' || value === null) return false;
  const { state, nonce, verifier, returnTo } = value as Record<string, unknown>;
  const areParts = [state, nonce, verifier].every(
    (part) => typeof part === 'string' && PART.test(part),
  );
  return areParts && typeof returnTo === 'string' && returnTo === localPath(returnTo);
}

const attributes = (publicUrl: string): string =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

/** A path of this hub; anything else becomes its first page, so that no link leads elsewhere. */
export const localPath = (text: unknown): string =>
  typeof text === 'string' &&
  text.length <= MOST_LETTERS &&
  /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)
    ? text
    : '/';
