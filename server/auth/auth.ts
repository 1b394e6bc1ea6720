import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Models } from '../mongo/models.js';
import { AccessTokenService } from './access-token.service.js';
import { AccountService } from './account.service.js';
import { AttemptLimits } from './attempt-limits.js';
import { AuditTrail } from './audit-trail.js';
import { MemberService } from './member.service.js';
import { Argon2Hasher, type PasswordHasher } from './password-hasher.js';
import { Passwords } from './passwords.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { StoreAuthenticator } from './store-authenticator.js';
import { ViewerCache } from './viewer-cache.js';

/** What may be swapped: in tests. */
export interface AuthOptions {
  readonly hasher?: PasswordHasher;
}

export interface AuthSources {
  readonly models: Models;
  readonly config: Config;
  readonly clock: Clock;
  readonly publicUrl: () => string;
}

/** Members and their rights: the parts of one hub, put together. */
export class Auth {
  readonly audit: AuditTrail;
  readonly members: MemberService;
  readonly passwords: Passwords;
  readonly sessions: SessionService;
  readonly tokens: AccessTokenService;
  readonly signIn: SignInService;
  readonly account: AccountService;
  readonly authenticator: StoreAuthenticator;

  constructor({ models, config, clock, publicUrl }: AuthSources, options: AuthOptions = {}) {
    const cache = new ViewerCache(clock);
    const { member: members, session: sessionModel, accessToken: tokenModel } = models;
    const limits = new AttemptLimits();
    this.audit = new AuditTrail(models.audit, clock);
    this.members = new MemberService(members, clock);
    this.passwords = new Passwords(options.hasher ?? new Argon2Hasher());
    this.sessions = new SessionService(sessionModel, cache, config, clock);
    this.tokens = new AccessTokenService(tokenModel, cache, clock);
    const { audit, passwords, sessions, tokens } = this;
    this.signIn = new SignInService({ members, sessions, passwords, limits, audit });
    const { signIn } = this;
    this.account = new AccountService({ members, sessions, tokens, passwords, signIn, audit });
    const parts = { sessionModel, tokenModel, sessions, cache, clock, publicUrl };
    this.authenticator = new StoreAuthenticator(parts);
  }
}
