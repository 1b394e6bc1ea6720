import { Locale, type LocalizedText } from './locale.js';

/** Which languages stand in, nearest first, when the asked one is missing. */
const FALLBACKS: Readonly<Record<Locale, readonly Locale[]>> = {
  es: [Locale.ES, Locale.PT, Locale.EN, Locale.FR],
  en: [Locale.EN, Locale.ES, Locale.PT, Locale.FR],
  pt: [Locale.PT, Locale.ES, Locale.EN, Locale.FR],
  fr: [Locale.FR, Locale.ES, Locale.EN, Locale.PT],
};

/** The languages to try for a reader, her own first. */
export const preferredLocales = (locale: Locale): readonly Locale[] => FALLBACKS[locale];

/** The language that `localized` takes the text from. */
export const localeOf = (text: LocalizedText | undefined | null, locale: Locale): Locale | null =>
  FALLBACKS[locale].find((candidate) => text?.[candidate]) ?? null;

/** The text in the asked language or the nearest one there is; null when there is none. */
export function localized(text: LocalizedText | undefined | null, locale: Locale): string | null {
  const found = localeOf(text, locale);
  return (found && text?.[found]) ?? null;
}
