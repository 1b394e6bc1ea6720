import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../clock.js';
import { unauthenticated } from '../errors.js';
import type { AccessTokenDocument, AccessTokenModel } from './access-token.model.js';
import { TOKEN_PREFIX } from './access-token.service.js';
import type { Authenticator } from './authenticator.js';
import { cookieIn } from './cookie.js';
import type { MemberDocument } from './member.model.js';
import { digestOf, isSecret } from './secret.js';
import type { SessionDocument, SessionModel } from './session.model.js';
import type { SessionService } from './session.service.js';
import { sessionCookieName } from './session-carrier.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from './viewer.js';
import type { ViewerCache } from './viewer-cache.js';

/** When somebody was last seen is written so often at most. */
const SEEN_MS = 5 * 60_000;

const BEARER = /^bearer +(\S+)$/i;

export interface StoreAuthenticatorParts {
  readonly sessionModel: SessionModel;
  readonly tokenModel: AccessTokenModel;
  readonly sessions: SessionService;
  readonly cache: ViewerCache;
  readonly clock: Clock;
  readonly publicUrl: () => string;
}

/** Knows members by the session in their cookie or the access token in their header. */
export class StoreAuthenticator implements Authenticator {
  constructor(private readonly parts: StoreAuthenticatorParts) {}

  async authenticate({ authorization, cookie }: IncomingHttpHeaders): Promise<Viewer> {
    const [, token] = BEARER.exec(authorization ?? '') ?? [];
    if (token) return this.ofToken(token);
    const secret = cookieIn(cookie, sessionCookieName(this.parts.publicUrl()));
    return secret && isSecret(secret) ? this.ofSession(digestOf(secret)) : ANONYMOUS;
  }

  private async ofSession(hash: string): Promise<Viewer> {
    const { cache, sessions, sessionModel, clock } = this.parts;
    const known = cache.get(hash);
    if (known) return known;
    const asOf = cache.age;
    const [session] = await sessionModel.aggregate<Held<SessionDocument>>(withMember(hash));
    const [member] = session?.members ?? [];
    const now = clock.now();
    if (!session || !member || member.isDisabled || sessions.endOf(session) <= now)
      return ANONYMOUS;
    if (now.getTime() - session.lastSeenAt.getTime() >= SEEN_MS) {
      await sessionModel.updateOne({ _id: session._id }, { lastSeenAt: now });
    }
    const viewer = toViewer(member, { via: 'SESSION', scopes: ALL_SCOPES, id: session._id });
    cache.keep(hash, viewer, sessions.endOf(session), asOf);
    return viewer;
  }

  /** Rejects with `UNAUTHENTICATED`: a program has to be told that its token is of no use. */
  private async ofToken(token: string): Promise<Viewer> {
    if (!isToken(token)) throw unauthenticated();
    const { cache, tokenModel, clock } = this.parts;
    const hash = digestOf(token);
    const known = cache.get(hash);
    if (known) return known;
    const asOf = cache.age;
    const [held] = await tokenModel.aggregate<Held<AccessTokenDocument>>(withMember(hash));
    const [member] = held?.members ?? [];
    const now = clock.now();
    if (!held || !member || member.isDisabled || held.expiresAt <= now) throw unauthenticated();
    if (now.getTime() - (held.lastUsedAt?.getTime() ?? 0) >= SEEN_MS) {
      await tokenModel.updateOne({ _id: held._id }, { lastUsedAt: now });
    }
    const viewer = toViewer(member, { via: 'TOKEN', scopes: held.scopes, id: held._id });
    cache.keep(hash, viewer, held.expiresAt, asOf);
    return viewer;
  }
}

type Held<T> = T & { readonly members: readonly MemberDocument[] };

/** One command for both. */
const withMember = (hash: string) => [
  { $match: { hash } },
  { $lookup: { from: 'members', localField: 'member', foreignField: '_id', as: 'members' } },
];

const isToken = (text: string): boolean =>
  text.startsWith(TOKEN_PREFIX) && isSecret(text.slice(TOKEN_PREFIX.length));

interface Credential extends Pick<Viewer, 'via' | 'scopes'> {
  readonly id: string;
}

const toViewer = (
  { _id: memberId, name, memberships, hubRoles }: MemberDocument,
  { via, scopes, id }: Credential,
): Viewer => ({ memberId, name, memberships, hubRoles, scopes, via, credentialId: id });
