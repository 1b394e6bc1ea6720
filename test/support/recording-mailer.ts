import type { Mail, Mailer } from '../../server/auth/mailer.js';

/** Keeps letters instead of sending them. */
export class RecordingMailer implements Mailer {
  readonly sent: Mail[] = [];

  async send(mail: Mail): Promise<void> {
    this.sent.push(mail);
  }
}

/** The secret in a link. */
export const tokenIn = (text: string): string =>
  /\/(?:invitations|reset)\/([\w-]+)/.exec(text)?.[1] ?? '';
