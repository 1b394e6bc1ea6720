import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSeeds } from '../seeds/read.js';
import { LOCALES } from '../server/locale.js';
import { createEmbeddedEngine } from '../server/search/embedded/embedded.engine.js';
import type { SearchEngine } from '../server/search/search-engine.js';
import { firstIds, judge, summarise } from './search-quality/measure.js';
import { type QualityQuery, readQueries } from './search-quality/query-set.js';
import { seedDocuments } from './search-quality/seed-documents.js';

describe('the quality of search on the shipped content', () => {
  let engine: SearchEngine;
  let queries: readonly QualityQuery[];
  let slugs: ReadonlySet<string>;
  beforeAll(async () => {
    queries = await readQueries();
    const documents = seedDocuments(await readSeeds());
    slugs = new Set(documents.map(({ id }) => id));
    engine = createEmbeddedEngine();
    await engine.open();
    await engine.rebuild(
      (async function* () {
        yield* documents;
      })(),
    );
  });
  afterAll(() => engine.close());

  it('is measured with at least fifty queries in each language, all about records that there are', () => {
    for (const locale of LOCALES) {
      expect(queries.filter((query) => query.locale === locale).length).toBeGreaterThanOrEqual(50);
    }
    const unknown = queries
      .flatMap(({ expect: expected }) => expected)
      .filter((slug) => !slugs.has(slug));
    expect(unknown).toEqual([]);
  });

  it('has a right answer among the first three for 95 of 100 queries in each language', async () => {
    const figures = summarise(await judge(engine, queries));
    for (const locale of LOCALES) {
      expect(figures.find(({ name }) => name === locale)?.successAt3).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('gives the same answers without accents', async () => {
    const accented = queries.filter(({ query }) => withoutAccents(query) !== query);
    expect(accented.length).toBeGreaterThan(50);
    const different: string[] = [];
    for (const { query, locale, expect: expected } of accented) {
      const isRight = async (typed: string) =>
        (await firstIds(engine, typed, locale, 3)).some((id) => expected.includes(id));
      if ((await isRight(query)) !== (await isRight(withoutAccents(query)))) different.push(query);
    }
    expect(different).toEqual([]);
  });

  it.each(['xyzq', 'qwrtpl', 'zzzzzzzz'])('has no answer to "%s"', async (query) => {
    for (const locale of LOCALES) expect(await firstIds(engine, query, locale, 10)).toEqual([]);
  });
});

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
