import { Locale } from '../schema/locale.js';

export { Locale };

export const LOCALES: readonly Locale[] = Object.values(Locale);

/** The language that is answered in when nobody asks for one. */
export const DEFAULT_LOCALE = Locale.ES;

/** A text in some of the hub's languages. */
export type LocalizedText = Partial<Record<Locale, string>>;
