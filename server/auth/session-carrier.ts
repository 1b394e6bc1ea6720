/** Takes a session's secret from the operation that begins or ends it to the answer's headers. */
export class SessionCarrier {
  private change: { readonly secret: string; readonly expires: Date } | 'ended' | null = null;

  /** To be called with the secret of a new session. */
  start(secret: string, expires: Date): void {
    this.change = { secret, expires };
  }

  /** The browser forgets the session. */
  end(): void {
    this.change = 'ended';
  }

  /** The header `Set-Cookie`; null when nothing changed. */
  setCookie(publicUrl: string): string | null {
    if (!this.change) return null;
    const isSecure = publicUrl.startsWith('https:');
    const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
    const name = sessionCookieName(publicUrl);
    if (this.change === 'ended') return `${name}=; ${attributes}; Max-Age=0`;
    const { secret, expires } = this.change;
    return `${name}=${secret}; ${attributes}; Expires=${expires.toUTCString()}`;
  }
}

/** The prefix ties the cookie to this very host, where browsers allow it. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-saberes' : 'saberes';
