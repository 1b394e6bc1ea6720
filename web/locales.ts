import Negotiator from 'negotiator';

export type Locale = 'es' | 'en' | 'pt' | 'fr';

/** The languages of the pages, in the order of the language switch. */
export const LOCALES: readonly Locale[] = ['es', 'en', 'pt', 'fr'];

/** Where nothing says otherwise. */
export const DEFAULT_LOCALE: Locale = 'es';
const MOST_HEADER = 200;

/** What each language calls itself. */
export const OWN_NAMES: Readonly<Record<Locale, string>> = {
  es: 'Español',
  en: 'English',
  pt: 'Português',
  fr: 'Français',
};

export const isLocale = (text: string | undefined): text is Locale =>
  (LOCALES as readonly (string | undefined)[]).includes(text);

/** The best language for an Accept-Language header, Spanish when none fits. */
export function negotiateLocale(header: string | undefined): Locale {
  if (!header) return DEFAULT_LOCALE;
  const negotiator = new Negotiator({
    headers: { 'accept-language': header.slice(0, MOST_HEADER) },
  });
  const bases = negotiator.languages().map((tag) => tag.split('-')[0]?.toLowerCase());
  return bases.find(isLocale) ?? DEFAULT_LOCALE;
}
