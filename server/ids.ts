import { randomBytes } from 'node:crypto';

/** Prefixes of ids, one per type: an id says by itself what it names. */
export const ID_PREFIX = {
  item: 'itm',
  actor: 'act',
  country: 'cty',
  group: 'grp',
  theme: 'thm',
  challenge: 'chl',
  hazard: 'haz',
  sdg: 'sdg',
  event: 'evt',
} as const;

export type IdKind = keyof typeof ID_PREFIX;

/** Of what is not shown as a node: nothing is found by such an id but through its own field. */
const PRIVATE_PREFIX = {
  member: 'mem',
  session: 'ses',
  token: 'tok',
  invitation: 'inv',
  audit: 'aud',
  attachment: 'att',
  partner: 'ptr',
  partnerKey: 'pky',
} as const;

type PrivateKind = keyof typeof PRIVATE_PREFIX;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id of a record that comes with its own stable key: shipped content and code lists. */
export const keyedId = (kind: IdKind, key: string): string => `${ID_PREFIX[kind]}_${key}`;

/** A new id: prefix, time in milliseconds and 80 random bits, so that ids sort by age. */
export function newId(kind: IdKind | PrivateKind, now: Date): string {
  const time = now.getTime().toString(36).padStart(9, '0');
  const random = Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('');
  return `${{ ...ID_PREFIX, ...PRIVATE_PREFIX }[kind]}_${time}${random}`;
}

/** Which type an id names, or null when it is none of ours. */
export function kindOfId(id: string): IdKind | null {
  const prefix = id.slice(0, id.indexOf('_'));
  const entry = Object.entries(ID_PREFIX).find(([, value]) => value === prefix);
  return entry ? (entry[0] as IdKind) : null;
}
