import type { IncomingMessage } from 'node:http';
import { type Authenticator, viewerOf } from '../auth/authenticator.js';
import { clientOf, LOCAL_CLIENT } from '../auth/client-address.js';
import { SessionCarrier } from '../auth/session-carrier.js';
import { ANONYMOUS, type Viewer } from '../auth/viewer.js';
import type { Caller } from '../graphql/context.js';
import { acceptedLocale } from '../graphql/language.js';
import { DEFAULT_LOCALE, type Locale } from '../locale.js';

/** Whoever sends a plain request: only its language matters for the answer. */
export const anonymousCaller = ({ headers }: IncomingMessage, requestId: string): Caller => ({
  requestId,
  acceptedLocale: acceptedLocale(headers['accept-language']),
  viewer: ANONYMOUS,
  session: new SessionCarrier(),
  ...LOCAL_CLIENT,
});

/** Who asks, and where from; rejects with `UNAUTHENTICATED` when an access token does not hold. */
export async function callerOf(
  request: IncomingMessage,
  caller: Caller,
  authenticator: Authenticator,
  trustedProxies: number,
): Promise<Caller> {
  const viewer = await viewerOf(request.headers, authenticator);
  return { ...caller, ...clientOf(request, trustedProxies), viewer };
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
  ...LOCAL_CLIENT,
});
