import type { Locale } from '../locale.js';

/** Words of one record in one language. A language that the record lacks is absent. */
export interface SearchTexts {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** Codes that filters and facets work on. Themes come with all their broader ones. */
export interface SearchCodes {
  readonly KIND: readonly string[];
  readonly COUNTRY: readonly string[];
  /** Groups of its countries: filtered by, never counted. */
  readonly GROUP: readonly string[];
  readonly THEME: readonly string[];
  readonly ACTOR: readonly string[];
  readonly ACTOR_KIND: readonly string[];
  readonly CHALLENGE: readonly string[];
  readonly STAGE: readonly string[];
  readonly HAZARD: readonly string[];
  readonly SDG: readonly string[];
  readonly MODALITY: readonly string[];
  readonly LANGUAGE: readonly string[];
  readonly EVIDENCE: readonly string[];
}

export type SearchField = keyof SearchCodes;

/** What is indexed of one record: only what the public may see. */
export interface SearchDocument {
  readonly id: string;
  /** The record's version, so that an old write never replaces a newer one's meaning unseen. */
  readonly version: number;
  readonly texts: Partial<Record<Locale, SearchTexts>>;
  /**
   * Texts made by machine in languages that the record lacks: found by, each field below the same
   * field of a real text, and never shown.
   */
  readonly machine?: Partial<Record<Locale, SearchTexts>>;
  /** Labels, synonyms, acronyms and aliases of what the record is linked to, in every language. */
  readonly labels: Readonly<Record<Locale, readonly string[]>>;
  readonly codes: SearchCodes;
  readonly event: string | null;
  readonly inForce: boolean | null;
  /** Milliseconds since 1970; null when it was never published. */
  readonly publishedAt: number | null;
}

/** Values of one field are alternatives; different fields all have to hold. An empty list matches nothing. */
export interface SearchFilter {
  readonly codes?: Partial<Record<SearchField, readonly string[]>>;
  readonly event?: string;
  readonly inForce?: boolean;
  /** Both ends belong to the range; milliseconds since 1970. */
  readonly publishedFrom?: number;
  readonly publishedTo?: number;
}

export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'TITLE';

/** Where the page before ended; its parts are opaque to everything but the engine. */
export interface SearchPosition {
  readonly id: string;
  readonly key: string | number;
}

export interface SearchRequest {
  /** What somebody typed, as it is. Empty: every record that passes the filter, newest first. */
  readonly query: string;
  /** The reader's language: boosted, never required. */
  readonly locale: Locale;
  readonly filter: SearchFilter;
  readonly order: SearchOrder;
  readonly first: number;
  readonly after?: SearchPosition;
  readonly facets: readonly SearchField[];
  /** False saves the work of cutting and marking texts. */
  readonly highlights: boolean;
  readonly signal?: AbortSignal;
}

/** A piece of plain text around a match; ranges are start and length in UTF-16 units. */
export interface SearchHighlight {
  readonly field: 'title' | 'summary' | 'body';
  readonly locale: Locale;
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly length: number }[];
}

export interface SearchHit {
  readonly id: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly position: SearchPosition;
  readonly highlights: readonly SearchHighlight[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** For each asked field all values with their counts over the whole result, busiest first. */
  readonly facets: Partial<Record<SearchField, readonly { value: string; count: number }[]>>;
  /** A spelling that finds more, where there is one. */
  readonly didYouMean: string | null;
}

/** A text offered while somebody types. */
export interface SearchSuggestion {
  readonly id: string;
  readonly text: string;
}

export interface EngineStats {
  readonly name: string;
  readonly documents: number;
}

/** `stale` means built with other settings or by another version, `missing` that there is none. */
export type IndexState = 'ready' | 'missing' | 'stale';

/**
 * Finds records by words. Two adapters, one contract suite: `test/contracts/search-engine.contract.ts`.
 * Every method may reject with `SearchUnavailable` when the engine cannot be reached in time.
 */
export interface SearchEngine {
  readonly name: string;
  /** True when several hub processes look into one index; false when each has its own. */
  readonly shared: boolean;
  /** Opens what was built before and says whether it can be used. */
  open(): Promise<IndexState>;
  /** Adds or replaces; resolves once the documents can be found. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(request: SearchRequest): Promise<SearchResult>;
  /** Titles of records that go on from what was typed. */
  suggest(prefix: string, locale: Locale, first: number): Promise<readonly SearchSuggestion[]>;
  /** Builds a fresh index beside the present one and swaps; searches go on meanwhile. */
  rebuild(
    documents: AsyncIterable<SearchDocument>,
    progress?: (done: number) => void,
  ): Promise<number>;
  stats(): Promise<EngineStats>;
  /** Which version of which record the index holds, to compare with the store. */
  versions(): Promise<ReadonlyMap<string, number>>;
  /**
   * Remembers with the index that it follows the store up to this data version, so that the next
   * start need not compare them. An index that is shared has no use for it.
   */
  follow(dataVersion: number): Promise<void>;
  /** The data version remembered last; null when none is. */
  followed(): number | null;
  close(): Promise<void>;
}

/** The engine is down or too slow; what was asked may work later. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}
