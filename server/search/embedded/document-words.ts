import { LOCALES, type Locale } from '../../locale.js';
import type { SearchDocument } from '../search-engine.js';
import { acronymsOf } from '../words/tokens.js';
import type { Vocabulary } from './vocabulary.js';
import type { WordPlaces } from './word-places.js';
import { packSequences } from './word-sequences.js';

/** Reads where the words of a record stand, and gives the order of those in titles and summaries. */
export function readWords(
  document: SearchDocument,
  vocabulary: Vocabulary,
  places: WordPlaces,
): Uint32Array {
  const runs = LOCALES.flatMap((locale) => {
    const own = document.texts[locale];
    const { title = '', summary = '', body = '' } = own ?? document.machine?.[locale] ?? {};
    const inTitle = vocabulary.addText(title, locale);
    const inSummary = vocabulary.addText(summary, locale);
    places.add(inTitle, locale, 'title');
    places.add(inSummary, locale, 'summary');
    places.add(vocabulary.addText(body, locale), locale, 'body');
    for (const label of document.labels[locale]) {
      places.add(wordsOfLabel(label, locale, vocabulary), locale, 'labels');
    }
    // What a machine wrote gives no acronyms, and no titles to lift or to offer.
    if (!own) return [[], []];
    for (const word of acronymsOf(title)) vocabulary.addAcronym(word);
    return [inTitle, inSummary].map((words) => vocabulary.content(words, locale));
  });
  return packSequences(runs);
}

const LABELS_KEPT = 20_000;

/** The same labels come with many records, so their words are read once. */
function wordsOfLabel(label: string, locale: Locale, vocabulary: Vocabulary): readonly number[] {
  const labels = vocabulary.labels[locale];
  const known = labels.get(label);
  if (known) return known;
  const numbers = [...new Set(vocabulary.addText(label, locale))];
  for (const word of acronymsOf(label)) vocabulary.addAcronym(word);
  if (labels.size >= LABELS_KEPT) labels.clear();
  labels.set(label, numbers);
  return numbers;
}
