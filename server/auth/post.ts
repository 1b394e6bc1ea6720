import type { Logger } from 'pino';
import type { Mail, Mailer } from './mailer.js';

/** Sends letters where the hub can; says whether one was taken, and fails nobody's work. */
export class Post {
  constructor(
    private readonly mailer: Mailer | null,
    private readonly log: Logger,
  ) {}

  /** Whether there is a mail server at all. */
  get isOpen(): boolean {
    return this.mailer !== null;
  }

  /** Neither the address nor the letter gets into the log. */
  async send(mail: Mail): Promise<boolean> {
    if (!this.mailer) return false;
    try {
      await this.mailer.send(mail);
      return true;
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      this.log.warn({ code, responseCode }, 'a letter could not be sent');
      return false;
    }
  }
}
