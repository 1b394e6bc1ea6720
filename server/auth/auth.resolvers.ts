import { AccountResolver } from './account.resolver.js';
import { AuditResolver } from './audit.resolver.js';
import type { Auth } from './auth.js';
import { InvitationResolver } from './invitation.resolver.js';
import { MemberResolver } from './member.resolver.js';
import { IdentityResolver } from './oidc/identity.resolver.js';
import { PasswordResetResolver } from './password-reset.resolver.js';

/** All that answer for members and rights. */
export const AUTH_RESOLVERS = [
  AccountResolver,
  AuditResolver,
  IdentityResolver,
  InvitationResolver,
  MemberResolver,
  PasswordResetResolver,
] as const;

export const createAuthResolvers = (auth: Auth): readonly object[] =>
  AUTH_RESOLVERS.map((Made) => new Made(auth));
