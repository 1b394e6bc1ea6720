import type { SearchField, SearchHit, SearchRequest, SearchResult } from '../search-engine.js';
import type { Bitmap } from './bitmap.js';
import { allowedBy } from './filtering.js';
import { Highlighter } from './highlighting.js';
import { type Match, Matcher, type WeighedWord } from './matching.js';
import { pageOf, positionOf } from './paging.js';
import type { SearchIndex } from './search-index.js';

/** Answers searches from one index: one set of hits for total, facets and pages. */
export class IndexSearch {
  private readonly matcher: Matcher;

  constructor(readonly index: SearchIndex) {
    this.matcher = new Matcher(index);
  }

  search(request: SearchRequest): SearchResult {
    const { index } = this;
    const { query, locale, filter } = request;
    const allowed = allowedBy(index, filter);
    const isBrowsing = query.trim() === '';
    const match = isBrowsing
      ? this.everything(allowed)
      : this.matcher.match(query, locale, allowed);
    // Without words nothing tells records apart but their age.
    const order = isBrowsing && request.order === 'RELEVANCE' ? 'NEWEST' : request.order;
    const { hits: set, slots, score } = match;
    const page = pageOf(index, { set, slots, score }, order, request);
    const highlighter = request.highlights ? new Highlighter(index, match, locale) : null;
    const hits = page.slots.map((slot): SearchHit => {
      const value = score[slot] ?? 0;
      const position = positionOf(index, slot, order, locale, value);
      return {
        id: position.id,
        score: value,
        position,
        highlights: highlighter?.highlightsOf(slot) ?? [],
      };
    });
    return {
      hits,
      total: slots.length,
      hasNext: page.hasNext,
      hasPrevious: page.hasPrevious,
      facets: this.facets(request.facets, match),
      didYouMean: slots.length > 0 ? correctedQuery(query, match.words) : null,
    };
  }

  private everything(allowed: Bitmap): Match {
    const none = { score: new Float64Array(0), places: new Uint32Array(0) };
    return { words: [], hits: allowed, slots: allowed.values(), ...none };
  }

  private facets(fields: readonly SearchField[], { hits, slots }: Match): SearchResult['facets'] {
    const { codes, slotCount } = this.index;
    return Object.fromEntries(
      fields.map((field) => [field, codes.facet(field, hits, slots, slotCount)]),
    );
  }
}

/** What was typed with the misspelled words put right and everything else left alone. */
function correctedQuery(query: string, words: readonly WeighedWord[]): string | null {
  const corrected = words.filter((word) => word.corrected !== null);
  if (corrected.length === 0) return null;
  return [...corrected]
    .sort((a, b) => b.typed.start - a.typed.start)
    .reduce((text, { typed, corrected: spelling }) => {
      const isCapitalised = /^\p{Lu}/u.test(text.slice(typed.start));
      const word = isCapitalised ? capitalise(spelling ?? '') : spelling;
      return `${text.slice(0, typed.start)}${word}${text.slice(typed.end)}`;
    }, query);
}

const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
