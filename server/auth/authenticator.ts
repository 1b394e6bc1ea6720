import type { IncomingHttpHeaders } from 'node:http';
import { ANONYMOUS, type Viewer } from './viewer.js';

/** Finds out who sends a request, from its cookie or its access token. */
export interface Authenticator {
  /**
   * `ANONYMOUS` without credentials, or with a session that has ended. Rejects with a `HubError`
   * `UNAUTHENTICATED` for an access token that does not hold.
   */
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}

/** Only requests with credentials need to be looked at. */
export const hasCredentials = ({ authorization, cookie }: IncomingHttpHeaders): boolean =>
  Boolean(authorization || cookie);

/** Who sends a request; the authenticator is asked only where there is something to look at. */
export const viewerOf = async (
  headers: IncomingHttpHeaders,
  authenticator: Authenticator,
): Promise<Viewer> => (hasCredentials(headers) ? authenticator.authenticate(headers) : ANONYMOUS);
