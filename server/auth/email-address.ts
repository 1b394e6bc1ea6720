import { z } from 'zod';

const MAX_LENGTH = 254;
const form = z.email();

/** The one way to write an address, so that each person is one member; null when it is none. */
export function normalizeEmail(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  const email = text.normalize('NFKC').trim().toLowerCase();
  return form.safeParse(email).success ? email : null;
}
