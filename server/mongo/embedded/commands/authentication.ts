import { createHash, timingSafeEqual } from 'node:crypto';
import { Binary } from 'bson';
import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import type { Call, Command } from './command.js';

/** Only the PLAIN mechanism: what it says stays on this machine, and the password is new at each start. */
export const saslStartCommand: Command = {
  names: ['saslStart'],
  fields: 'any',
  isOpen: true,
  run: saslStart,
};

function saslStart({ server, args, peer }: Call): Doc {
  const { mechanism, payload } = args;
  if (mechanism !== 'PLAIN' || !(payload instanceof Binary)) {
    throw new StoreError(334, 'MechanismUnavailable', 'Only the PLAIN mechanism is supported');
  }
  const [, , password = ''] = Buffer.from(payload.value()).toString('utf8').split('\0');
  if (server.password === null || !isSame(password, server.password)) {
    throw new StoreError(18, 'AuthenticationFailed', 'Authentication failed.');
  }
  peer.isKnown = true;
  return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
