import { eng, fra, por, spa } from 'stopword';
import { LOCALES, Locale } from '../../locale.js';
import { foldWord } from './fold.js';

const LISTS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  [Locale.ES]: new Set(spa.map(foldWord)),
  [Locale.EN]: new Set(eng.map(foldWord)),
  [Locale.PT]: new Set(por.map(foldWord)),
  [Locale.FR]: new Set(fra.map(foldWord)),
};

/** Folded words that carry no meaning in a language, with and without accents. */
export const stopWordsOf = (locale: Locale): ReadonlySet<string> => LISTS[locale];

/**
 * The languages whose stop words do not count in what somebody typed: the reader's, and another
 * one when the words are plainly in it. Dropping all four lists at once would lose words such as
 * the Spanish `sur`, which is a preposition in French.
 */
export function languagesTyped(folded: readonly string[], reader: Locale): readonly Locale[] {
  const distinct = [...new Set(folded)];
  const count = (locale: Locale) => distinct.filter((word) => LISTS[locale].has(word)).length;
  const own = count(reader);
  const counted = LOCALES.filter((locale) => locale !== reader).map((locale) => ({
    locale,
    words: count(locale),
  }));
  const most = counted.sort((a, b) => b.words - a.words)[0];
  const isForeign = most !== undefined && most.words >= 2 && most.words >= 2 * own;
  return isForeign ? [reader, most.locale] : [reader];
}
