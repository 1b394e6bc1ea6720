import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { ProblemCode } from '../../../schema/problem-code.js';
import { HubError } from '../../errors.js';
import { acceptedLocale } from '../../graphql/language.js';
import type { Auth } from '../auth.js';
import { clientOf } from '../client-address.js';
import { SessionCarrier } from '../session-carrier.js';
import { departureCookie, departureIn, forgetDeparture, localPath } from './checks-cookie.js';
import type { IdentityProvider } from './identity-provider.js';
import { OIDC_TEXTS } from './oidc-texts.js';

export interface OidcDoorParts {
  readonly auth: Auth;
  readonly publicUrl: () => string;
  readonly config: { readonly TRUSTED_PROXIES: number };
  readonly log: Logger;
}

/** The way to an institution's identity provider, and back. */
export function createOidcDoor(parts: OidcDoorParts): Router {
  const router = Router();
  for (const provider of parts.auth.providers) {
    const door = new OidcDoor(provider, parts);
    router.get(`/auth/oidc/${provider.settings.id}/start`, door.start);
    router.get(`/auth/oidc/${provider.settings.id}/callback`, door.finish);
  }
  return router;
}

type Reason = 'stranger' | 'broken' | 'down';

function reasonOf(error: unknown): Reason {
  if (!(error instanceof HubError)) return 'broken';
  return error.code === ProblemCode.RATE_LIMITED ? 'down' : 'stranger';
}

class OidcDoor {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly parts: OidcDoorParts,
  ) {}

  readonly start = async (request: Request, response: Response): Promise<void> => {
    const publicUrl = this.parts.publicUrl();
    try {
      const { url, checks } = await this.provider.begin(this.callbackUrl(publicUrl));
      const returnTo = localPath(request.query.to);
      response.set('set-cookie', departureCookie(publicUrl, { ...checks, returnTo }));
      response.set('cache-control', 'no-store').redirect(303, url.href);
    } catch (error) {
      this.note(error);
      this.refuse(request, response, 'down');
    }
  };

  readonly finish = async (request: Request, response: Response): Promise<void> => {
    const publicUrl = this.parts.publicUrl();
    const departure = departureIn(request.headers.cookie, publicUrl);
    response.append('set-cookie', forgetDeparture(publicUrl));
    if (!departure || request.query.state !== departure.state) {
      this.refuse(request, response, 'broken');
      return;
    }
    try {
      const client = clientOf(request, this.parts.config.TRUSTED_PROXIES);
      await this.parts.auth.limits.takeFrom(client.address);
      const returned = new URL(this.callbackUrl(publicUrl));
      returned.search = new URL(request.originalUrl, publicUrl).search;
      const identity = await this.provider.finish(returned, departure);
      const { session } = await this.parts.auth.identities.signIn(this.provider, identity, client);
      const carrier = new SessionCarrier();
      carrier.start(session.secret, session.expiresAt);
      response.append('set-cookie', carrier.setCookie(publicUrl) ?? '');
      response.set('cache-control', 'no-store').redirect(303, departure.returnTo);
    } catch (error) {
      if (!(error instanceof HubError)) this.note(error);
      this.refuse(request, response, reasonOf(error));
    }
  };

  private callbackUrl(publicUrl: string): string {
    return `${publicUrl}/auth/oidc/${this.provider.settings.id}/callback`;
  }

  /** Its own words are not shown to anybody: they may come from the address. */
  private refuse({ headers }: Request, response: Response, why: Reason): void {
    const text = OIDC_TEXTS[acceptedLocale(headers['accept-language'])][why];
    const status = { stranger: 403, broken: 400, down: 503 }[why];
    response.status(status).set('cache-control', 'no-store').type('text/plain').send(`${text}\n`);
  }

  private note(error: unknown): void {
    const { name, code } = error as { name?: string; code?: string };
    this.parts.log.warn({ name, code }, 'an identity provider could not be used');
  }
}
