import { LOCALES, type Locale } from '../../server/locale.js';
import type {
  SearchCodes,
  SearchDocument,
  SearchRequest,
  SearchTexts,
} from '../../server/search/search-engine.js';

type Texts = Partial<Record<Locale, Partial<SearchTexts>>>;

export interface DocumentParts {
  readonly id: string;
  readonly version?: number;
  readonly texts?: { readonly [locale in `${Locale}`]?: Partial<SearchTexts> };
  /** The same in every language. */
  readonly labels?: readonly string[];
  readonly codes?: Partial<SearchCodes>;
  readonly event?: string | null;
  readonly inForce?: boolean | null;
  readonly publishedAt?: string | null;
}

const NO_CODES: SearchCodes = {
  KIND: [],
  COUNTRY: [],
  GROUP: [],
  THEME: [],
  ACTOR: [],
  ACTOR_KIND: [],
  CHALLENGE: [],
  STAGE: [],
  HAZARD: [],
  SDG: [],
  MODALITY: [],
  LANGUAGE: [],
  EVIDENCE: [],
};

/** A record as the index takes it; whatever a test does not care about is empty. */
export function searchDocument(parts: DocumentParts): SearchDocument {
  const texts = (parts.texts ?? { es: { title: parts.id } }) as Texts;
  const filled = Object.entries(texts).map(([locale, text]) => [
    locale,
    { title: '', summary: '', body: '', ...text },
  ]);
  const labels = LOCALES.map((locale) => [locale, parts.labels ?? []]);
  return {
    id: parts.id,
    version: parts.version ?? 1,
    texts: Object.fromEntries(filled),
    labels: Object.fromEntries(labels),
    codes: { ...NO_CODES, ...parts.codes },
    event: parts.event ?? null,
    inForce: parts.inForce ?? null,
    publishedAt: parts.publishedAt ? Date.parse(parts.publishedAt) : null,
  };
}

/** A search as a reader of Spanish types it, unless said otherwise. */
export function searchRequest(
  query: string,
  rest: Partial<Omit<SearchRequest, 'locale'>> & { locale?: `${Locale}` } = {},
): SearchRequest {
  return {
    query,
    filter: {},
    order: 'RELEVANCE',
    first: 10,
    facets: [],
    highlights: false,
    ...rest,
    locale: (rest.locale ?? 'es') as Locale,
  };
}
