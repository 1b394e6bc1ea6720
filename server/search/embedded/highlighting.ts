import { LOCALES, type Locale } from '../../locale.js';
import type { SearchHighlight } from '../search-engine.js';
import { cutExcerpt } from '../words/excerpt.js';
import type { Match } from './matching.js';
import { placeBit, shownPlaces } from './place.js';
import type { SearchIndex } from './search-index.js';
import { textOf } from './stored-document.js';

const FIELDS = ['title', 'summary', 'body'] as const;

/** Cuts the texts of hits around what was matched: by the very words that the search found. */
export class Highlighter {
  private readonly answered = new Map<string, number>();

  constructor(
    private readonly index: SearchIndex,
    private readonly match: Match,
    private readonly reader: Locale,
  ) {
    match.words.forEach(({ exactness }, at) => {
      for (const number of exactness.keys()) {
        const word = index.vocabulary.words[number] ?? '';
        if (!this.answered.has(word)) this.answered.set(word, at);
      }
    });
  }

  highlightsOf(slot: number): readonly SearchHighlight[] {
    if (this.answered.size === 0) return [];
    return FIELDS.flatMap((field) => this.highlight(slot, field) ?? []);
  }

  private highlight(slot: number, field: SearchHighlight['field']): SearchHighlight | null {
    const places = shownPlaces(this.match.places[slot] ?? 0, this.index.machine[slot] ?? 0);
    const holds = (locale: Locale) => (places & placeBit(locale, field)) !== 0;
    const locales = holds(this.reader) ? [this.reader] : LOCALES.filter(holds);
    const cuts = locales.flatMap((locale) => this.cut(slot, locale, field) ?? []);
    const most = Math.max(...cuts.map(({ words }) => words));
    const best = cuts.find(({ words }) => words === most);
    return best?.highlight ?? null;
  }

  private cut(slot: number, locale: Locale, field: SearchHighlight['field']) {
    const document = this.index.documents[slot];
    const text = document && textOf(document, locale, field);
    if (!text) return null;
    const excerpt = cutExcerpt(text, (word) => this.answered.get(word) ?? -1);
    if (!excerpt) return null;
    const { words, ...cut } = excerpt;
    return { words, highlight: { field, locale, ...cut } };
  }
}
