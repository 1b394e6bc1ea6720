import type { ExtraRequestInit } from 'meilisearch';
import { LOCALES, type Locale } from '../../locale.js';
import type { SearchSuggestion } from '../search-engine.js';
import { foldWord } from '../words/fold.js';
import { tokensOf } from '../words/tokens.js';
import { engineLocale } from './index-settings.js';
import { fieldName, type IndexedDocument } from './indexed-document.js';
import type { MeilisearchConnection } from './meilisearch.connection.js';

const TYPED_LIMIT = 200;
const CANDIDATES = 40;

type Hit = Partial<IndexedDocument> & {
  _rankingScoreDetails?: { typo?: { typoCount: number } };
};

/** Titles that go on from what was typed: the reader's language first, misspellings never. */
export async function suggestTitles(
  connection: MeilisearchConnection,
  indexName: string,
  asked: { prefix: string; locale: Locale; first: number },
  init: ExtraRequestInit,
): Promise<readonly SearchSuggestion[]> {
  const words = [...tokensOf(asked.prefix.slice(0, TYPED_LIMIT))].map(({ word }) => word);
  if (words.length === 0) return [];
  const locales = [asked.locale, ...LOCALES.filter((locale) => locale !== asked.locale)];
  const queries = locales.map((locale) => ({
    indexUid: indexName,
    q: words.join(' '),
    matchingStrategy: 'all' as const,
    attributesToSearchOn: [fieldName('title', locale)],
    attributesToRetrieve: ['id', fieldName('title', locale)],
    locales: [engineLocale(locale)],
    limit: Math.max(CANDIDATES, asked.first),
    showRankingScoreDetails: true,
  }));
  const { results } = await connection.asking.multiSearch({ queries }, init);
  const typed = foldWord(words.join(' '));
  const found = results.flatMap(({ hits }, at) => ranked(hits as Hit[], locales[at], typed));
  const ids = new Set<string>();
  const texts = new Set<string>();
  return found
    .filter(({ id, text }) => {
      const isNew = !ids.has(id) && !texts.has(text);
      ids.add(id);
      texts.add(text);
      return isNew;
    })
    .slice(0, asked.first);
}

function ranked(
  hits: readonly Hit[],
  locale: Locale | undefined,
  typed: string,
): SearchSuggestion[] {
  const suggestions = hits.flatMap((hit): SearchSuggestion[] => {
    const text = locale && hit[fieldName('title', locale)];
    const isMisspelled = (hit._rankingScoreDetails?.typo?.typoCount ?? 0) > 0;
    return text && hit.id !== undefined && !isMisspelled ? [{ id: hit.id, text }] : [];
  });
  const begins = ({ text }: SearchSuggestion) =>
    foldWord([...tokensOf(text)].map(({ word }) => word).join(' ')).startsWith(typed) ? 0 : 1;
  return suggestions.sort((a, b) => begins(a) - begins(b));
}
