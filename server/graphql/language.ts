import { Kind, type OperationDefinitionNode } from 'graphql';
import Negotiator from 'negotiator';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../locale.js';

const accepted = new Map<string, Locale>();
/** Longer ones are not written by browsers. */
const MAX_HEADER = 200;

/** The best of the hub's languages for an Accept-Language header, Spanish when none fits. */
export function acceptedLocale(given: string | undefined): Locale {
  if (!given) return DEFAULT_LOCALE;
  const header = given.slice(0, MAX_HEADER);
  const known = accepted.get(header);
  if (known) return known;
  const negotiator = new Negotiator({ headers: { 'accept-language': header } });
  const found =
    header === '*' ? undefined : negotiator.languages().map(baseLanguage).find(isLocale);
  const locale = found ?? DEFAULT_LOCALE;
  if (accepted.size < 1_000) accepted.set(header, locale);
  return locale;
}

const baseLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
const isLocale = (tag: string): tag is Locale => (LOCALES as readonly string[]).includes(tag);

/**
 * The language that `@inContext` asks for; null when the operation has no such directive, or a
 * variable that holds no language, which is refused when the variables are read.
 */
export function contextLocale(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Locale | null {
  const directive = operation.directives?.find(({ name }) => name.value === 'inContext');
  const value = directive?.arguments?.find(({ name }) => name.value === 'language')?.value;
  if (value?.kind === Kind.ENUM) return toLocale(value.value);
  if (value?.kind !== Kind.VARIABLE) return null;
  return toLocale(variables[value.name.value]);
}

function toLocale(value: unknown): Locale | null {
  const tag = typeof value === 'string' ? value.toLowerCase() : '';
  return isLocale(tag) ? tag : null;
}
