import { createHash, randomBytes } from 'node:crypto';

/** What is given to a client once; the store has only its digest. */
const BYTES = 32;
const FORM = /^[\w-]{43}$/;

export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** Whether a text can be a secret of ours at all: nothing else is looked up. */
export const isSecret = (text: string): boolean => FORM.test(text);

/** Secrets have 256 random bits, so that a plain digest of one gives nothing away. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
