import type { Locale } from '../locale.js';

/** Pages that links in letters lead to; the secret is the last part. */
export const invitationLink = (publicUrl: string, locale: Locale, secret: string): string =>
  `${publicUrl}/${locale}/invitations/${secret}`;

export const resetLink = (publicUrl: string, locale: Locale, secret: string): string =>
  `${publicUrl}/${locale}/reset/${secret}`;
