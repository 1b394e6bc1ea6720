import type { ExtraRequestInit, MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import { LOCALES } from '../../locale.js';
import type { SearchRequest } from '../search-engine.js';
import { readQuery, type TypedWord } from '../words/typed-query.js';
import { filterExpression } from './filter-expression.js';
import { type Answer, type Hit, HitBoard, type RankedHit } from './hit-board.js';
import { engineLocale, MOST_HITS, SEARCHED_FIELDS } from './index-settings.js';
import { fieldName } from './indexed-document.js';
import type { MeilisearchConnection } from './meilisearch.connection.js';
import type { SearchedWord } from './typed-word-match.js';

export interface WordSearchResult {
  readonly hits: readonly RankedHit[];
  readonly words: readonly SearchedWord[];
}

/** Above so many words each list of hits is cut shorter, because all of them are asked at once. */
const FEW_WORDS = 3;
const HITS_PER_WORD = 100;

/**
 * Asks for each content word on its own and for all of them together, in one request, and sums
 * the answers by weight: the engine alone would drop or require whole words.
 */
export class WordSearch {
  constructor(
    private readonly connection: MeilisearchConnection,
    private readonly indexName: string,
  ) {}

  async search(request: SearchRequest, init: ExtraRequestInit): Promise<WordSearchResult> {
    const typed = readQuery(request.query, request.locale);
    if (typed.length === 0) return { hits: [], words: [] };
    const queries = [this.everything(request), ...this.wholeQueries(typed, request)];
    queries.push(...typed.map((word) => this.wordQuery(word, request, typed.length)));
    const { results } = await this.connection.asking.multiSearch<MultiSearchParams, Hit>(
      { queries },
      init,
    );
    const [all, whole, own, ...perWord] = results as readonly Answer[];
    const board = new HitBoard(all?.estimatedTotalHits ?? 0, request.locale);
    for (const [at, word] of typed.entries()) board.addWord(word, perWord[at]);
    board.addWhole(whole?.hits ?? []);
    board.addWhole(own?.hits ?? []);
    board.addTexts(own?.hits ?? []);
    return { hits: board.hits(), words: board.words };
  }

  /** How many records there are to choose from. */
  private everything(request: SearchRequest): MultiSearchQuery {
    return { ...this.common(request, 0), q: '' };
  }

  private wholeQueries(typed: readonly TypedWord[], request: SearchRequest): MultiSearchQuery[] {
    const { locale } = request;
    const common = {
      ...this.common(request, HITS_PER_WORD),
      q: `${typed.map(asQuery).join(' ')} `,
    };
    const own = SEARCHED_FIELDS.map((field) => fieldName(field, locale));
    const shown = [
      ...common.attributesToRetrieve,
      fieldName('title', locale),
      fieldName('summary', locale),
    ];
    return [
      { ...common, matchingStrategy: 'frequency' },
      {
        ...common,
        matchingStrategy: 'frequency',
        attributesToSearchOn: own,
        attributesToRetrieve: shown,
      },
    ];
  }

  private wordQuery(word: TypedWord, request: SearchRequest, words: number): MultiSearchQuery {
    const limit = words === 1 ? MOST_HITS : words <= FEW_WORDS ? MOST_HITS / 2 : HITS_PER_WORD;
    return { ...this.common(request, limit), q: `${asQuery(word)} ` };
  }

  private common({ filter }: SearchRequest, limit: number) {
    return {
      indexUid: this.indexName,
      filter: filterExpression(filter),
      limit,
      locales: LOCALES.map(engineLocale),
      attributesToRetrieve: ['key', 'id', 'inForce'],
      showRankingScore: true,
    };
  }
}

/**
 * Quotes keep spelling strict. A space at the end of a query says that the last word is whole;
 * without it the engine would also find what only begins so.
 */
const asQuery = ({ word, isAcronym }: TypedWord): string => (isAcronym ? `"${word}"` : word);
