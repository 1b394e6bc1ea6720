import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Models } from '../mongo/models.js';
import { AccessTokenService } from './access-token.service.js';
import { AccountService } from './account.service.js';
import { AttemptLimits } from './attempt-limits.js';
import { AuditTrail } from './audit-trail.js';
import { InvitationService } from './invitation.service.js';
import type { Mailer } from './mailer.js';
import { MemberService } from './member.service.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { IdentitySignIn } from './oidc/identity-sign-in.js';
import { Argon2Hasher, type PasswordHasher } from './password-hasher.js';
import { PasswordResetService } from './password-reset.service.js';
import { Passwords } from './passwords.js';
import { Post } from './post.js';
import { RoleService } from './role.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { SmtpMailer } from './smtp-mailer.js';
import { StoreAuthenticator } from './store-authenticator.js';
import { ViewerCache } from './viewer-cache.js';

/** What may be swapped: in tests. */
export interface AuthOptions {
  readonly hasher?: PasswordHasher;
  readonly mailer?: Mailer;
}

export interface AuthSources {
  readonly models: Models;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: () => string;
}

/** Members and their rights: the parts of one hub, put together. */
export class Auth {
  readonly audit: AuditTrail;
  readonly limits: AttemptLimits;
  readonly members: MemberService;
  readonly passwords: Passwords;
  readonly sessions: SessionService;
  readonly tokens: AccessTokenService;
  readonly signIn: SignInService;
  readonly account: AccountService;
  readonly post: Post;
  readonly invitations: InvitationService;
  readonly resets: PasswordResetService;
  readonly roles: RoleService;
  readonly authenticator: StoreAuthenticator;
  readonly providers: readonly IdentityProvider[];
  readonly identities: IdentitySignIn;

  constructor(sources: AuthSources, options: AuthOptions = {}) {
    const { models, config, clock, log, publicUrl } = sources;
    const { member, session: sessionModel, accessToken: tokenModel, invitation } = models;
    const cache = new ViewerCache(clock);
    const audit = new AuditTrail(models.audit, clock);
    const limits = new AttemptLimits((note, address) =>
      audit.record({ memberId: null, action: 'limit.reached', outcome: 'REFUSED', address, note }),
    );
    const members = new MemberService(member, cache, clock);
    const passwords = new Passwords(options.hasher ?? new Argon2Hasher());
    const sessions = new SessionService(sessionModel, cache, config, clock);
    const tokens = new AccessTokenService(tokenModel, cache, clock);
    const post = new Post(options.mailer ?? mailerOf(config), log);
    const kept = { sessions, tokens, passwords, cache };
    const base = { ...kept, limits, audit, post, clock, log, publicUrl };
    const signIn = new SignInService({ ...base, members: member });
    const account = new AccountService({ ...base, members: member, signIn });
    this.audit = audit;
    this.limits = limits;
    this.members = members;
    this.passwords = passwords;
    this.sessions = sessions;
    this.tokens = tokens;
    this.post = post;
    this.signIn = signIn;
    this.account = account;
    this.invitations = new InvitationService({ ...base, model: invitation, members, signIn });
    this.resets = new PasswordResetService({ ...base, members: member, account, signIn });
    this.roles = new RoleService({ members, sessions, account, audit });
    this.providers = providersOf(config);
    const { invitations } = this;
    this.identities = new IdentitySignIn({ members, invitations, signIn, audit });
    this.authenticator = new StoreAuthenticator({ ...base, sessionModel, tokenModel });
  }
}

const mailerOf = ({ SMTP_URL, MAIL_FROM }: Config): Mailer | null =>
  SMTP_URL && MAIL_FROM ? new SmtpMailer(SMTP_URL, MAIL_FROM) : null;

function providersOf(config: Config): readonly IdentityProvider[] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = config;
  if (!issuer || !clientId || !clientSecret) return [];
  const { OIDC_NAME: name, OIDC_INSTITUTION: institution = null } = config;
  return [new IdentityProvider({ id: 'sso', name, issuer, clientId, clientSecret, institution })];
}
