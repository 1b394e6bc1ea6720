import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const GIVEN = /^[\w-]{1,64}$/;
const process = randomBytes(6).toString('base64url');
let count = 0;

/** The id that a proxy gave, or a new one; it is in the answer and in every log line. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && GIVEN.test(given)) return given;
  count += 1;
  return `${process}-${count.toString(36)}`;
}
