import type { Transporter } from 'nodemailer';
import type { Mail, Mailer } from './mailer.js';

const CONNECT_MS = 5_000;
const SEND_MS = 15_000;

/** Hands letters to a mail server; loaded when the first is sent. */
export class SmtpMailer implements Mailer {
  private transport: Promise<Transporter> | null = null;

  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {}

  async send({ to, subject, text }: Mail): Promise<void> {
    this.transport ??= this.open();
    const transport = await this.transport;
    // An address object is taken as it is: commas and brackets in it name nobody else.
    await transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url: this.url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SEND_MS,
    });
  }
}
