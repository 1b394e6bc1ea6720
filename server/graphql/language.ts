import { Kind, type OperationDefinitionNode } from 'graphql';
import Negotiator from 'negotiator';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../locale.js';

const accepted = new Map<string, Locale>();

/** The best of the hub's languages for an Accept-Language header, Spanish when none fits. */
export function acceptedLocale(header: string | undefined): Locale {
  if (!header) return DEFAULT_LOCALE;
  const known = accepted.get(header);
  if (known) return known;
  const negotiator = new Negotiator({ headers: { 'accept-language': header.slice(0, 200) } });
  const found =
    header === '*' ? undefined : negotiator.languages().map(baseLanguage).find(isLocale);
  const locale = found ?? DEFAULT_LOCALE;
  if (accepted.size < 1_000) accepted.set(header, locale);
  return locale;
}

const baseLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
const isLocale = (tag: string): tag is Locale => (LOCALES as readonly string[]).includes(tag);

/** The language that `@inContext` asks for; null when the operation has no such directive. */
export function contextLocale(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Locale | null {
  const directive = operation.directives?.find(({ name }) => name.value === 'inContext');
  const value = directive?.arguments?.find(({ name }) => name.value === 'language')?.value;
  if (value?.kind === Kind.ENUM) return value.value.toLowerCase() as Locale;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] as Locale;
  return null;
}
