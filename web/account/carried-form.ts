import type { PageContext } from '../page-context.js';
import { ownAddress } from './next-address.js';

const PREFIX = 'kept.';
const TARGET = 'keptFor';

/** A form that was sent without a session: it waits, in the page itself, until its sender has one. */
export interface CarriedForm {
  /** Where it was sent to. */
  readonly address: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Passwords are typed anew rather than written into a page. */
const isSecret = (name: string): boolean => /password/i.test(name);

export const carry = (context: PageContext, form: URLSearchParams): CarriedForm => ({
  address: context.to(context.path) + (context.query.size > 0 ? `?${context.query}` : ''),
  fields: [...form].filter(([name]) => !isSecret(name)),
});

/** As fields of the form that signs in. */
export const packed = ({ address, fields }: CarriedForm) => [
  [TARGET, address] as const,
  ...fields.map(([name, value]) => [PREFIX + name, value] as const),
];

/** What the form that signs in brought along; null when it brought nothing. */
export function unpacked(form: URLSearchParams): CarriedForm | null {
  const address = ownAddress(form.get(TARGET));
  if (!address) return null;
  const kept = [...form].filter(([name]) => name.startsWith(PREFIX));
  return { address, fields: kept.map(([name, value]) => [name.slice(PREFIX.length), value]) };
}
