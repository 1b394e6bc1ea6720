import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '../server/locale.js';
import type { SearchEngine } from '../server/search/search-engine.js';
import { firstIds, judge, slugOf, summarise } from './search-quality/measure.js';
import { type QualityQuery, readQueries } from './search-quality/query-set.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('the quality of search on the shipped content', () => {
  let test: TestHub;
  let engine: SearchEngine;
  let queries: readonly QualityQuery[];
  beforeAll(async () => {
    queries = await readQueries();
    test = await startTestHub({ seeds: true });
    engine = test.hub.engine;
  });
  afterAll(() => test.stop());

  it('is measured with at least fifty queries in each language, all about records that there are', async () => {
    const slugs = new Set([...(await engine.versions()).keys()].map(slugOf));
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
        (await firstIds(engine, typed, locale, 3)).some((id) => expected.includes(slugOf(id)));
      if ((await isRight(query)) !== (await isRight(withoutAccents(query)))) different.push(query);
    }
    expect(different).toEqual([]);
  });

  it.each(['xyzq', 'qwrtpl', 'zzzzzzzz'])('has no answer to "%s"', async (query) => {
    for (const locale of LOCALES) expect(await firstIds(engine, query, locale, 10)).toEqual([]);
  });
});

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
