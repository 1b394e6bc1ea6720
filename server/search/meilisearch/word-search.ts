import type { ExtraRequestInit, MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import { LOCALES, type Locale } from '../../locale.js';
import type { SearchRequest } from '../search-engine.js';
import { foldWord } from '../words/fold.js';
import { editsAllowed } from '../words/spelling.js';
import { wordsOf } from '../words/tokens.js';
import { readQuery, type TypedWord } from '../words/typed-query.js';
import { filterExpression } from './filter-expression.js';
import { engineLocale, MOST_HITS } from './index-settings.js';
import { fieldName, type IndexedDocument } from './indexed-document.js';
import type { MeilisearchConnection } from './meilisearch.connection.js';
import type { SearchedWord } from './typed-word-match.js';

/** A record that holds enough of what was typed. */
export interface RankedHit {
  readonly key: string;
  readonly id: string;
  readonly score: number;
}

export interface WordSearchResult {
  readonly hits: readonly RankedHit[];
  readonly words: readonly SearchedWord[];
}

type Hit = Pick<IndexedDocument, 'key' | 'id' | 'inForce'> &
  Partial<IndexedDocument> & {
    _rankingScore?: number;
  };

interface Answer {
  readonly hits: readonly Hit[];
  readonly estimatedTotalHits?: number;
}

const HELD_PART = 0.25;
const ROUNDING = 1e-9;
const PRECISION = 1e6;
/** Above so many words each list of hits is cut shorter, because all of them are asked at once. */
const FEW_WORDS = 3;
const HITS_PER_WORD = 100;
/** Parts of the query's weight, so that scores stay when records come and go. */
const WHOLE_QUERY = 0.3;
const IN_READERS_LANGUAGE = 0.15;
const SPELLED_OTHERWISE = 0.01;
const LOOKED_AT = 30;
const NOT_IN_FORCE = 0.85;

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
    const board = new Board(all?.estimatedTotalHits ?? 0);
    const words = typed.map((word, at) =>
      board.addWord(word, perWord[at]?.hits ?? [], perWord[at]),
    );
    board.addWhole(whole?.hits ?? [], WHOLE_QUERY);
    board.addWhole(own?.hits ?? [], IN_READERS_LANGUAGE);
    board.addExact((own?.hits ?? []).slice(0, LOOKED_AT), typed, request.locale);
    return { hits: board.hits(), words };
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
    const own = (['title', 'labels', 'summary', 'body'] as const).map((field) =>
      fieldName(field, locale),
    );
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

/**
 * Typos are the first thing that tells hits for one word apart, so the score says how many there
 * are: without any it is in the highest of as many equal parts as there are counts. Asking for the
 * details instead takes half as long again.
 */
function typosOf(score: number, allowed: number): number {
  return allowed + 1 - Math.ceil(score * (allowed + 1) - ROUNDING);
}

/** Sums what each query says about a record. */
class Board {
  private readonly records = new Map<string, { hit: Hit; held: number; score: number }>();
  private total = 0;

  constructor(private readonly recordCount: number) {}

  addWord(typed: TypedWord, hits: readonly Hit[], answer: Answer | undefined): SearchedWord {
    const allowed = typed.isAcronym ? 0 : editsAllowed(typed.folded);
    const typos = (hit: Hit) => typosOf(hit._rankingScore ?? 0, allowed);
    const fewest = Math.min(...hits.map(typos));
    // As long as a record holds the word as it was typed, other spellings are other words.
    const kept = hits.filter((hit) => typos(hit) === fewest);
    if (kept.length === 0) return { typed, isMisspelled: false };
    const isCut = kept.length === hits.length;
    const holders = isCut ? (answer?.estimatedTotalHits ?? kept.length) : kept.length;
    const weight = Math.log(1 + this.recordCount / (holders + 0.5));
    this.total += weight;
    for (const hit of kept) {
      const record = this.records.get(hit.key) ?? { hit, held: 0, score: 0 };
      record.held += weight;
      record.score += weight * (hit._rankingScore ?? 0);
      this.records.set(hit.key, record);
    }
    return { typed, isMisspelled: fewest > 0 };
  }

  addWhole(hits: readonly Hit[], part: number): void {
    for (const hit of hits) {
      const record = this.records.get(hit.key);
      if (record) record.score += this.total * part * (hit._rankingScore ?? 0);
    }
  }

  /** The engine takes ñ for n; between two records that are alike the exact spelling decides. */
  addExact(hits: readonly Hit[], typed: readonly TypedWord[], locale: Locale): void {
    for (const hit of hits) {
      const record = this.records.get(hit.key);
      const texts = [hit[fieldName('title', locale)], hit[fieldName('summary', locale)]];
      const words = new Set(texts.flatMap((text) => wordsOf(text ?? '')));
      const folded = new Set([...words].map(foldWord));
      const isOtherwise = (word: TypedWord) => folded.has(word.folded) && !words.has(word.word);
      if (record) record.score -= this.total * SPELLED_OTHERWISE * typed.filter(isOtherwise).length;
    }
  }

  hits(): readonly RankedHit[] {
    const least = this.total * HELD_PART - ROUNDING;
    const held = [...this.records.values()].filter((record) => record.held >= least);
    const ranked = held.map(({ hit, score }) => {
      const part = (score / this.total) * (hit.inForce === false ? NOT_IN_FORCE : 1);
      return { key: hit.key, id: hit.id, score: Math.round(part * PRECISION) / PRECISION };
    });
    ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return ranked.slice(0, MOST_HITS);
  }
}
