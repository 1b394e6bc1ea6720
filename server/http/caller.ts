import type { IncomingMessage } from 'node:http';
import { type Authenticator, hasCredentials } from '../auth/authenticator.js';
import { SessionCarrier } from '../auth/session-carrier.js';
import { ANONYMOUS, type Viewer } from '../auth/viewer.js';
import type { Caller } from '../graphql/context.js';
import { acceptedLocale } from '../graphql/language.js';
import { DEFAULT_LOCALE, type Locale } from '../locale.js';

const MOST_USER_AGENT = 200;

/** Who sends a request that carries no credentials, or whose credentials are not looked at. */
export function anonymousCaller(request: IncomingMessage, requestId: string): Caller {
  return {
    requestId,
    acceptedLocale: acceptedLocale(request.headers['accept-language']),
    viewer: ANONYMOUS,
    session: new SessionCarrier(),
    address: request.socket.remoteAddress ?? '',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, MOST_USER_AGENT),
  };
}

/** Rejects with `UNAUTHENTICATED` when an access token does not hold. */
export async function callerOf(
  request: IncomingMessage,
  requestId: string,
  authenticator: Authenticator,
): Promise<Caller> {
  const caller = anonymousCaller(request, requestId);
  if (!hasCredentials(request.headers)) return caller;
  return { ...caller, viewer: await authenticator.authenticate(request.headers) };
}

/** The hub itself, which asks for pages and commands. */
export const ownCaller = (
  requestId: string,
  locale: `${Locale}` = DEFAULT_LOCALE,
  viewer: Viewer = ANONYMOUS,
): Caller => ({
  requestId,
  acceptedLocale: locale as Locale,
  viewer,
  session: new SessionCarrier(),
  address: '',
  userAgent: '',
});
