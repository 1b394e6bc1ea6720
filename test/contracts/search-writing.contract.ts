import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../server/locale.js';
import type {
  SearchDocument,
  SearchEngine,
  SearchPosition,
  SearchRequest,
} from '../../server/search/search-engine.js';
import { searchDocument, searchRequest } from '../support/search-documents.js';
import { SEARCH_EXAMPLES } from '../support/search-examples.js';
import {
  type RestOfRequest,
  type StartEngine,
  type StartedEngine,
  stream,
} from './started-engine.js';

/** What becomes of writes: found at once, through rebuilds, across restarts. */
export function describeWriting(name: string, start: StartEngine) {
  describe(`writing to the search engine: ${name}`, () => {
    let started: StartedEngine;
    let engine: SearchEngine;
    beforeAll(async () => {
      started = await start();
      engine = started.engine;
      await engine.rebuild(stream([]));
    });
    afterAll(() => started.stop());

    const ids = async (query: string, rest?: RestOfRequest) =>
      (await engine.search(searchRequest(query, { first: 100, ...rest }))).hits.map(({ id }) => id);

    const numbered = (from: number, to: number, title = 'Registro'): SearchDocument[] =>
      Array.from({ length: to - from }, (_, index) => {
        const number = String(from + index).padStart(3, '0');
        return searchDocument({
          id: `doc-${number}`,
          texts: { es: { title: `${title} ${number}` } },
          codes: { KIND: ['CASE_STUDY'] },
          publishedAt: new Date(Date.UTC(2020, 0, 1 + from + index)).toISOString(),
        });
      });

    it('finds what was put as soon as that is acknowledged, and not what was removed', async () => {
      await engine.put([searchDocument({ id: 'one', texts: { es: { title: 'Volcán dormido' } } })]);
      expect(await ids('volcan')).toEqual(['one']);
      await engine.remove(['one', 'never-was']);
      expect(await ids('volcan')).toEqual([]);
      expect((await engine.stats()).documents).toBe(0);
    });

    it('replaces a record by its newer version and ignores an older one', async () => {
      const version = (number: number, title: string) =>
        searchDocument({ id: 'two', version: number, texts: { es: { title } } });
      await engine.put([version(2, 'Glaciar andino')]);
      await engine.put([version(3, 'Humedal costero')]);
      await engine.put([version(1, 'Desierto florido')]);
      expect(await ids('glaciar')).toEqual([]);
      expect(await ids('desierto')).toEqual([]);
      expect(await ids('humedal')).toEqual(['two']);
      expect((await engine.versions()).get('two')).toBe(3);
      await engine.remove(['two']);
    });

    it.each<SearchRequest['order']>(['RELEVANCE', 'NEWEST', 'TITLE'])(
      'turns pages by %s without skipping or repeating while records are added and removed',
      async (order) => {
        await engine.put(numbered(0, 20));
        const seen: string[] = [];
        let after: SearchPosition | undefined;
        for (let page = 0; page < 10; page++) {
          const result = await engine.search(searchRequest('registro', { first: 4, order, after }));
          seen.push(...result.hits.map(({ id }) => id));
          expect(result.hasPrevious).toBe(page > 0);
          after = result.hits.at(-1)?.position;
          if (!result.hasNext) break;
          // Added and removed in turn, in front and behind.
          if (page === 0) await engine.put(numbered(20, 23));
          if (page === 1) await engine.remove([after?.id ?? '']);
        }
        const first = numbered(0, 20).map(({ id }) => id);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => first.includes(id)).sort()).toEqual(first);
        await engine.remove(numbered(0, 23).map(({ id }) => id));
      },
    );

    it('says how many there are on every page', async () => {
      await engine.put(numbered(0, 9));
      const { total, hasNext, hits } = await engine.search(searchRequest('registro', { first: 5 }));
      expect({ total, hasNext }).toEqual({ total: 9, hasNext: true });
      const last = await engine.search(
        searchRequest('registro', { first: 5, after: hits.at(-1)?.position, facets: ['KIND'] }),
      );
      expect(last).toMatchObject({ total: 9, hasNext: false, hasPrevious: true });
      expect(last.hits).toHaveLength(4);
      expect(last.facets.KIND).toEqual([{ value: 'CASE_STUDY', count: 9 }]);
      await engine.remove(numbered(0, 9).map(({ id }) => id));
    });

    it('rebuilds beside what is searched and keeps what was written meanwhile', async () => {
      await engine.put(numbered(0, 10, 'Antiguo'));
      const answersMeanwhile: number[] = [];
      let isWritten = false;
      const done: number[] = [];
      async function* slowly() {
        for (const document of numbered(5, 30, 'Nuevo')) {
          if (document.id === 'doc-015') {
            answersMeanwhile.push((await ids('antiguo')).length, (await ids('nuevo')).length);
            await engine.put([
              searchDocument({ id: 'meanwhile', texts: { es: { title: 'Nuevo entretanto' } } }),
              searchDocument({
                id: 'doc-020',
                version: 2,
                texts: { es: { title: 'Nuevo cambiado' } },
              }),
            ]);
            await engine.remove(['doc-025', 'doc-007']);
            isWritten = true;
          }
          yield document;
        }
      }
      await engine.rebuild(slowly(), (count) => done.push(count));

      expect(isWritten).toBe(true);
      expect(answersMeanwhile).toEqual([10, 0]);
      expect(done.at(-1)).toBe(25);
      expect(await ids('antiguo')).toEqual([]);
      expect(await ids('entretanto')).toEqual(['meanwhile']);
      expect(await ids('cambiado')).toEqual(['doc-020']);
      const left = await ids('nuevo');
      expect(left).toHaveLength(24);
      expect(left).not.toContain('doc-025');
      expect(left).not.toContain('doc-007');
    });

    it('loses no write that comes while a rebuilt index takes its place', async () => {
      let isRebuilt = false;
      const rebuilding = engine.rebuild(stream(numbered(0, 50))).finally(() => {
        isRebuilt = true;
      });
      let written = 0;
      for (; !isRebuilt; written++) {
        await engine.put([searchDocument({ id: `late-${written}` })]);
        await nextTurn();
      }
      await rebuilding;
      expect((await engine.versions()).size).toBe(50 + written);
    });

    it('keeps the present index when a rebuild fails', async () => {
      await engine.rebuild(stream(numbered(0, 3)));
      async function* broken() {
        yield* numbered(3, 6);
        throw new Error('The store went away.');
      }
      await expect(engine.rebuild(broken())).rejects.toThrow('The store went away.');
      expect(await ids('registro')).toHaveLength(3);
    });

    it('counts all of thousands of records, and weighs words by how many hold them', async () => {
      const many = Array.from({ length: 3_000 }, (_, index) => {
        const title = index % 15 === 0 ? 'Protocolo de humedales' : 'Protocolo';
        return searchDocument({
          id: `many-${index}`,
          texts: { es: { title } },
          codes: { KIND: ['CASE_STUDY'] },
        });
      });
      await engine.rebuild(stream(many));
      // Nearly every record holds the first word: that alone makes no hit.
      const { total } = await engine.search(searchRequest('protocolo humedales'));
      expect(total).toBe(200);
      const all = await engine.search(searchRequest('', { facets: ['KIND'] }));
      expect(all.total).toBe(3_000);
      expect(all.facets.KIND).toEqual([{ value: 'CASE_STUDY', count: 3_000 }]);
    });

    it('is ready after a restart, with all that was written', async () => {
      await engine.rebuild(stream(SEARCH_EXAMPLES));
      await engine.put(numbered(0, 3));
      await engine.remove(['panama-solidario']);
      const restarted = await started.restart();
      engine = restarted.engine;
      expect(restarted.state).toBe('ready');
      expect((await engine.stats()).documents).toBe(SEARCH_EXAMPLES.length + 2);
      expect((await ids('protcolo desastres seguridad social'))[0]).toBe('ciss-protocol');
      expect(await ids('registro')).toHaveLength(3);
      expect(await ids('solidario')).toEqual([]);
      const found = await engine.search(
        searchRequest('CISS', { facets: ['ACTOR'], highlights: true }),
      );
      expect(found.facets.ACTOR).toEqual([{ value: 'ciss', count: 2 }]);
      expect(await engine.suggest('comite', 'es' as Locale, 3)).toHaveLength(1);
    });
  });
}
