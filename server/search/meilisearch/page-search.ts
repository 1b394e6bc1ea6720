import type { ExtraRequestInit } from 'meilisearch';
import { LOCALES, type Locale } from '../../locale.js';
import type {
  SearchHighlight,
  SearchHit,
  SearchPosition,
  SearchRequest,
  SearchResult,
} from '../search-engine.js';
import { cutExcerpt } from '../words/excerpt.js';
import { wordsOf } from '../words/tokens.js';
import { filterExpression, oneOf } from './filter-expression.js';
import type { RankedHit } from './hit-board.js';
import { MOST_HITS } from './index-settings.js';
import { fieldName, type IndexedDocument, keyOf } from './indexed-document.js';
import type { MeilisearchConnection } from './meilisearch.connection.js';
import { answeredBy, hasRelative, nearestWord, type SearchedWord } from './typed-word-match.js';
import { WordSearch } from './word-search.js';

/** All hits in their order, each with what a later page needs to find its place. */
interface Listed {
  readonly key: string;
  readonly score: number;
  readonly position: SearchPosition;
}

interface Found {
  readonly listed: readonly Listed[];
  /** More than are listed, where the list ends early. */
  readonly total: number;
  readonly words: readonly SearchedWord[];
  /** What facets are counted within. */
  readonly filter: readonly string[];
}

const TEXT_FIELDS = ['title', 'summary', 'body'] as const;
const UNDATED = '';

/** One search: the hits first, then facets of all of them and texts of the page alone. */
export class PageSearch {
  constructor(
    private readonly connection: MeilisearchConnection,
    private readonly indexName: string,
    private readonly request: SearchRequest,
    private readonly init: ExtraRequestInit,
  ) {}

  async run(): Promise<SearchResult> {
    const { request } = this;
    const isBrowsing = request.query.trim() === '';
    const found = isBrowsing ? await this.browse() : await this.find();
    const start = startOf(found.listed, request);
    const page = found.listed.slice(start, start + request.first);
    const [facets, texts] = await Promise.all([
      this.facets(found),
      this.textsOf(page, found.words),
    ]);
    return {
      hits: page.map((hit) => this.toHit(hit, found.words, texts.get(hit.key))),
      total: found.total,
      hasNext: start + page.length < found.listed.length,
      hasPrevious: start > 0,
      facets,
      didYouMean: correctedQuery(request.query, found, texts),
    };
  }

  private async browse(): Promise<Found> {
    const filter = filterExpression(this.request.filter);
    return { ...(await this.sorted(filter)), words: [], filter };
  }

  private async find(): Promise<Found> {
    const searched = await new WordSearch(this.connection, this.indexName).search(
      this.request,
      this.init,
    );
    const { hits, words } = searched;
    const filter = [
      oneOf(
        'key',
        hits.map(({ key }) => key),
      ),
    ];
    if (this.request.order === 'RELEVANCE' || hits.length === 0) {
      return { listed: hits.map(byScore), total: hits.length, words, filter };
    }
    const scores = new Map(hits.map(({ key, score }) => [key, score]));
    const { listed, total } = await this.sorted(filter);
    return {
      listed: listed.map((hit) => ({ ...hit, score: scores.get(hit.key) ?? 0 })),
      total,
      words,
      filter,
    };
  }

  /** Records that pass a filter, in an order that the engine keeps. */
  private async sorted(filter: readonly string[]): Promise<Pick<Found, 'listed' | 'total'>> {
    const { order, locale } = this.request;
    const title = fieldName('order', locale);
    const isByTitle = order === 'TITLE';
    const { hits, estimatedTotalHits } = await this.index.search(
      '',
      {
        filter: [...filter],
        sort: isByTitle ? [`${title}:asc`, 'id:asc'] : ['publishedAt:desc', 'id:asc'],
        limit: MOST_HITS,
        attributesToRetrieve: ['key', 'id', 'publishedAt', ...(isByTitle ? [title] : [])],
      },
      this.init,
    );
    const listed = hits.map(({ key, id, publishedAt, ...rest }) => ({
      key,
      score: 0,
      position: { id, key: isByTitle ? String(rest[title]) : (publishedAt ?? UNDATED) },
    }));
    return { listed, total: estimatedTotalHits };
  }

  private async facets({ listed, filter }: Found): Promise<SearchResult['facets']> {
    const { facets: fields } = this.request;
    if (fields.length === 0 || listed.length === 0) {
      return Object.fromEntries(fields.map((field) => [field, []]));
    }
    const options = { filter: [...filter], facets: [...fields], limit: 0 };
    const { facetDistribution } = await this.index.search('', options, this.init);
    return Object.fromEntries(
      fields.map((field) => {
        const counts = Object.entries(facetDistribution?.[field] ?? {});
        const values = counts.map(([value, count]) => ({ value, count }));
        return [field, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
      }),
    );
  }

  /** Texts are read for highlights, and where a misspelled word asks for its right spelling. */
  private async textsOf(page: readonly Listed[], words: readonly SearchedWord[]) {
    const keys = page.map(({ key }) => key);
    const isNeeded = this.request.highlights || words.some(({ isMisspelled }) => isMisspelled);
    if (keys.length === 0 || words.length === 0 || !isNeeded)
      return new Map<string, IndexedDocument>();
    const { hits } = await this.index.search(
      '',
      { filter: [oneOf('key', keys)], limit: keys.length },
      this.init,
    );
    return new Map(hits.map((hit): [string, IndexedDocument] => [hit.key, hit]));
  }

  private toHit(hit: Listed, words: readonly SearchedWord[], texts?: IndexedDocument): SearchHit {
    const { position, score } = hit;
    const highlights = this.request.highlights && texts ? this.highlights(texts, words) : [];
    return { id: position.id, score, position, highlights };
  }

  private highlights(texts: IndexedDocument, words: readonly SearchedWord[]): SearchHighlight[] {
    const { locale: reader } = this.request;
    const locales = [reader, ...LOCALES.filter((locale) => locale !== reader)];
    return TEXT_FIELDS.flatMap((field) => {
      const cuts = locales.flatMap((locale) => {
        const text = texts[fieldName(field, locale)];
        const excerpt = text ? cutExcerpt(text, answeredBy(words, locale)) : null;
        return excerpt ? [{ field, locale, excerpt }] : [];
      });
      const most = Math.max(...cuts.map(({ excerpt }) => excerpt.words));
      const own = cuts.find(({ locale }) => locale === reader);
      const best = own ?? cuts.find(({ excerpt }) => excerpt.words === most);
      if (!best) return [];
      const { text, matches } = best.excerpt;
      return [{ field, locale: best.locale, text, matches }];
    });
  }

  private get index() {
    return this.connection.asking.index<IndexedDocument>(this.indexName);
  }
}

const byScore = ({ key, id, score }: RankedHit): Listed => ({
  key,
  score,
  position: { id, key: score },
});

/** Behind the record that the page before ended with, or where it would be when it has gone. */
function startOf(listed: readonly Listed[], { after, order }: SearchRequest): number {
  if (!after) return 0;
  const key = keyOf(after.id);
  const at = listed.findIndex((hit) => hit.key === key);
  if (at >= 0) return at + 1;
  const comesBefore = ({ position }: Listed): boolean => {
    const byKey = compareKeys(position.key, after.key, order);
    return byKey < 0 || (byKey === 0 && position.id < after.id);
  };
  const first = listed.findIndex((hit) => !comesBefore(hit));
  return first < 0 ? listed.length : first;
}

function compareKeys(
  a: string | number,
  b: string | number,
  order: SearchRequest['order'],
): number {
  // As the engine sorts: by code points.
  if (order === 'TITLE') return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
  const [first, second] = [a, b].map((key) => (key === UNDATED ? -Infinity : Number(key)));
  return (second ?? 0) - (first ?? 0) || 0;
}

/** What was typed with the misspelled words put right, as the best hits spell them. */
function correctedQuery(
  query: string,
  { words }: Found,
  texts: ReadonlyMap<string, IndexedDocument>,
): string | null {
  const misspelled = words.filter(({ isMisspelled }) => isMisspelled).map(({ typed }) => typed);
  if (misspelled.length === 0 || texts.size === 0) return null;
  const spelled = new Set([...texts.values()].flatMap(allWords));
  const corrections = misspelled.flatMap((typed) => {
    const spelling = hasRelative(typed, spelled) ? null : nearestWord(typed, spelled);
    return spelling === null ? [] : [{ typed, spelling }];
  });
  if (corrections.length === 0) return null;
  return corrections
    .sort((a, b) => b.typed.start - a.typed.start)
    .reduce((text, { typed, spelling }) => {
      const isCapitalised = /^\p{Lu}/u.test(text.slice(typed.start));
      const word = isCapitalised
        ? spelling.slice(0, 1).toUpperCase() + spelling.slice(1)
        : spelling;
      return `${text.slice(0, typed.start)}${word}${text.slice(typed.end)}`;
    }, query);
}

function allWords(texts: IndexedDocument): string[] {
  return LOCALES.flatMap((locale: Locale) => {
    const fields = TEXT_FIELDS.map((field) => texts[fieldName(field, locale)] ?? '');
    return [...fields, ...texts[fieldName('labels', locale)]].flatMap(wordsOf);
  });
}
