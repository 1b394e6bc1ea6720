import type { Locale } from '../locale.js';

/** Pages that links in letters lead to; the secret is in the part that the page reads. */
export const invitationLink = (publicUrl: string, locale: Locale, secret: string): string =>
  `${publicUrl}/${locale}/invitation?token=${secret}`;

export const resetLink = (publicUrl: string, locale: Locale, secret: string): string =>
  `${publicUrl}/${locale}/password?token=${secret}`;
