import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChangePlace } from '../knowledge/public-changes.js';
import type { ListVerb } from './oai-arguments.js';
import { OaiFault } from './oai-fault.js';

/** What a list was asked for, as it was written. */
export interface Selection {
  readonly verb: ListVerb;
  readonly metadataPrefix: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly set: string | null;
}

/** Where a list goes on. */
export interface Resumption extends Selection {
  readonly after: ChangePlace;
  /** How many records the pages before had. */
  readonly seen: number;
  /** How many the list had when it began. */
  readonly size: number;
}

const FORM = 1;
const LIFETIME_MS = 24 * 3_600_000;
const SIGNATURE_BYTES = 16;

/**
 * Tokens hold all that the next page needs, so that a hub remembers nothing of a harvest and every
 * process answers the same token with the same page. The signature keeps out what is not ours.
 */
export class ResumptionTokens {
  constructor(private readonly key: () => Promise<Buffer>) {}

  async write(resumption: Resumption, now: Date) {
    const { verb, metadataPrefix, from, until, set, after, seen, size } = resumption;
    const expires = new Date(now.getTime() + LIFETIME_MS);
    const parts = [FORM, verb, metadataPrefix, from, until, set, after.at.getTime(), after.id];
    const whole = JSON.stringify([...parts, seen, size, expires.getTime()]);
    const body = Buffer.from(whole).toString('base64url');
    return { token: `${body}.${await this.sign(body)}`, expires };
  }

  /** Throws `badResumptionToken` for what this hub has not given for this verb, or too long ago. */
  async read(token: string, verb: string, now: Date): Promise<Resumption> {
    const [body = '', signature = '', ...more] = token.split('.');
    const isOurs = more.length === 0 && areEqual(signature, await this.sign(body));
    if (!isOurs) throw badToken('This is no resumption token of this hub.');
    const parts = JSON.parse(Buffer.from(body, 'base64url').toString()) as Parts;
    const [form, of, metadataPrefix, from, until, set, at, id, seen, size, expires] = parts;
    if (form !== FORM || of !== verb) throw badToken('This token belongs to another list.');
    if (expires < now.getTime()) throw badToken('This token has expired. Begin the list again.');
    const after = { at: new Date(at), id };
    return { verb: of, metadataPrefix, from, until, set, after, seen, size };
  }

  private async sign(body: string): Promise<string> {
    const digest = createHmac('sha256', await this.key())
      .update(body)
      .digest();
    return digest.subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}

type Parts = [
  form: number,
  verb: ListVerb,
  metadataPrefix: string,
  from: string | null,
  until: string | null,
  set: string | null,
  at: number,
  id: string,
  seen: number,
  size: number,
  expires: number,
];

export const badToken = (message: string) => new OaiFault('badResumptionToken', message);

function areEqual(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
