/** Languages that the hub answers in. */
const LOCALES = ['es', 'en', 'pt', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

const localeOf = (tag: string | null | undefined): Locale | undefined =>
  LOCALES.find((locale) => tag?.toLowerCase().split('-')[0] === locale);

/** Of the element or what it stands in, else of the page, else of the browser; at last the hub's own. */
export function localeFor(element: Element): Locale {
  const tags = [
    element.closest('[lang]')?.getAttribute('lang'),
    document.documentElement.lang,
    ...navigator.languages,
  ];
  for (const tag of tags) {
    const locale = localeOf(tag);
    if (locale) return locale;
  }
  return 'es';
}

/** A language in a language: « anglais »; what is no language stays as it is. */
export function languageName(language: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
