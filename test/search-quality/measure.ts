import { LOCALES, type Locale } from '../../server/locale.js';
import type { SearchEngine } from '../../server/search/search-engine.js';
import { QUERY_KINDS, type QualityQuery } from './query-set.js';

/** Where the first right answer stood, from 1; null when it was not among the first ten. */
export interface Judged {
  readonly query: QualityQuery;
  readonly rank: number | null;
  readonly found: readonly string[];
  readonly milliseconds: number;
}

export interface Figures {
  readonly name: string;
  readonly queries: number;
  readonly successAt1: number;
  readonly successAt3: number;
  /** Mean reciprocal rank, of the first ten. */
  readonly mrr: number;
}

const LOOKED_AT = 10;

/** Queries name records by their slugs. */
export const slugOf = (id: string): string => id.replace(/^itm_/, '');

export async function judge(
  engine: SearchEngine,
  queries: readonly QualityQuery[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const query of queries) {
    const start = performance.now();
    const found = await firstIds(engine, query.query, query.locale, LOOKED_AT);
    const milliseconds = performance.now() - start;
    const slugs = found.map(slugOf);
    const at = slugs.findIndex((slug) => query.expect.includes(slug));
    judged.push({ query, rank: at < 0 ? null : at + 1, found: slugs, milliseconds });
  }
  return judged;
}

export async function firstIds(
  engine: SearchEngine,
  query: string,
  locale: Locale,
  first: number,
): Promise<readonly string[]> {
  const { hits } = await engine.search({
    query,
    locale,
    first,
    filter: {},
    order: 'RELEVANCE',
    facets: [],
    highlights: false,
  });
  return hits.map(({ id }) => id);
}

/** By language, by kind and over all. */
export function summarise(judged: readonly Judged[]): readonly Figures[] {
  const part = (name: string, isIn: (judged: Judged) => boolean) =>
    figures(name, judged.filter(isIn));
  return [
    ...LOCALES.map((locale) => part(locale, ({ query }) => query.locale === locale)),
    ...QUERY_KINDS.map((kind) => part(kind, ({ query }) => query.kind === kind)),
    part('all', () => true),
  ];
}

function figures(name: string, judged: readonly Judged[]): Figures {
  const share = (least: number) =>
    judged.filter(({ rank }) => rank !== null && rank <= least).length / judged.length;
  const reciprocal = judged.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0);
  return {
    name,
    queries: judged.length,
    successAt1: share(1),
    successAt3: share(3),
    mrr: reciprocal / judged.length,
  };
}

export function percentile(judged: readonly Judged[], part: number): number {
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
}
