import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { Locale } from '../../locale.js';
import { foldWord } from './fold.js';

const STEMMERS: Readonly<Record<Locale, (word: string) => string>> = {
  [Locale.ES]: stemSpanish,
  [Locale.EN]: stemEnglish,
  [Locale.PT]: stemPortuguese,
  [Locale.FR]: stemFrench,
};

const CACHE_SIZE = 50_000;
/** Shorter stems are shared by words that have nothing to do with each other. */
const SHORTEST_STEM = 3;

const CACHES: Readonly<Record<Locale, Map<string, string>>> = {
  [Locale.ES]: new Map(),
  [Locale.EN]: new Map(),
  [Locale.PT]: new Map(),
  [Locale.FR]: new Map(),
};

/**
 * The folded stem of a word; the accented form is stemmed, because without accents the stemmers
 * miss most endings. A word that is too short to stem is its own stem.
 */
export function stemOf(word: string, locale: Locale): string {
  const cache = CACHES[locale];
  const known = cache.get(word);
  if (known !== undefined) return known;

  const stem = foldWord(STEMMERS[locale](word));
  const result = stem.length < SHORTEST_STEM ? foldWord(word) : stem;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(word, result);
  return result;
}
