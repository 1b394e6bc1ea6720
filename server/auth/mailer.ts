/** A letter in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What sends mail; a port. */
export interface Mailer {
  /** Rejects when it was not taken. */
  send(mail: Mail): Promise<void>;
}
