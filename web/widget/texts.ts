import type { Locale } from './language.js';
import en from './texts/en.json' with { type: 'json' };
import es from './texts/es.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import pt from './texts/pt.json' with { type: 'json' };

type PluralForm = '_one' | '_many' | '_other';
type Whole<Key> = Key extends `${infer Base}${PluralForm}` ? Base : Key;
export type TextKey = Whole<keyof typeof es>;

const TEXTS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { es, en, pt, fr };

/** A text of the widget; one that counts is named without its plural form. */
export const textOf = (locale: Locale, key: TextKey): string => TEXTS[locale][key] ?? '';

/** The name of a kind of record; empty for what no kind is called. */
export const kindOf = (locale: Locale, kind: string): string => TEXTS[locale][`kind.${kind}`] ?? '';

/** How many results there are, in words. */
export function countOf(locale: Locale, count: number): string {
  const form = new Intl.PluralRules(locale).select(count);
  const text = TEXTS[locale][`results_${form}`] ?? '';
  return text.replace('{{count}}', new Intl.NumberFormat(locale).format(count));
}
