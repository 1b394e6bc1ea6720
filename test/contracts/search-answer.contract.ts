import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../server/locale.js';
import type { SearchEngine, SearchRequest } from '../../server/search/search-engine.js';
import { searchRequest } from '../support/search-documents.js';
import { SEARCH_EXAMPLES } from '../support/search-examples.js';
import {
  type RestOfRequest,
  type StartEngine,
  type StartedEngine,
  stream,
} from './started-engine.js';

/** What an answer holds beside its records: filters, counts, orders, highlights, suggestions. */
export function describeAnswers(name: string, start: StartEngine) {
  describe(`answers of the search engine: ${name}`, () => {
    let started: StartedEngine;
    let engine: SearchEngine;
    beforeAll(async () => {
      started = await start();
      engine = started.engine;
      await engine.rebuild(stream(SEARCH_EXAMPLES));
    });
    afterAll(() => started.stop());

    const search = (query: string, rest?: RestOfRequest) =>
      engine.search(searchRequest(query, rest));
    const ids = async (query: string, rest?: RestOfRequest) =>
      (await search(query, rest)).hits.map((hit) => hit.id);

    describe('filters and counts', () => {
      it.each<[string, SearchRequest['filter'], string[]]>([
        ['one value', { codes: { COUNTRY: ['PA'] } }, ['panama-solidario']],
        [
          'alternatives of a field',
          { codes: { COUNTRY: ['PA', 'PE'] } },
          ['apci-dual-role', 'panama-solidario'],
        ],
        [
          'several fields',
          { codes: { COUNTRY: ['GT'], KIND: ['CASE_STUDY'] } },
          ['igss-committee'],
        ],
        ['an empty list', { codes: { COUNTRY: [] } }, []],
        ['an unknown value', { codes: { COUNTRY: ['a" OR 1=1', '$where'] } }, []],
        ['an event', { event: 'xxxi-meeting' }, ['ciss-protocol', 'panama-solidario']],
        ['what is in force', { inForce: true }, ['ccss-contingency', 'ciss-protocol']],
        ['what is not', { inForce: false }, ['ciss-protocol-draft']],
        [
          'a time',
          { publishedFrom: Date.parse('2020-12-02'), publishedTo: Date.parse('2020-12-03') },
          ['apci-dual-role', 'triangular-fund'],
        ],
      ])('by %s', async (_, filter, expected) => {
        const { hits, total } = await search('', { filter, first: 50 });
        expect(hits.map(({ id }) => id).sort()).toEqual(expected);
        expect(total).toBe(expected.length);
      });

      it('within what was searched for', async () => {
        const { hits } = await search('plan', { filter: { codes: { COUNTRY: ['CR'] } } });
        expect(hits.map(({ id }) => id)).toEqual(['ccss-contingency']);
      });

      it('each value over the whole result, busiest first', async () => {
        const { facets, total } = await search('', {
          first: 1,
          facets: ['KIND', 'COUNTRY', 'SDG'],
        });
        expect(facets.KIND).toEqual([
          { value: 'CASE_STUDY', count: 5 },
          { value: 'PROTOCOL', count: 3 },
          { value: 'LESSON_LEARNED', count: 2 },
          { value: 'BEST_PRACTICE', count: 1 },
        ]);
        expect(facets.COUNTRY?.slice(0, 2)).toEqual([
          { value: 'CU', count: 2 },
          { value: 'GT', count: 2 },
        ]);
        expect(facets.SDG).toEqual([]);
        expect(total).toBe(SEARCH_EXAMPLES.length);
      });

      it('counts what it lists', async () => {
        const { hits, total, facets } = await search('seguridad social', { facets: ['ACTOR'] });
        expect(total).toBe(hits.length);
        expect(facets.ACTOR).toContainEqual({ value: 'ciss', count: 2 });
      });

      it('counts only the fields that were asked for', async () => {
        expect(Object.keys((await search('plan', { facets: ['KIND'] })).facets)).toEqual(['KIND']);
      });
    });

    describe('sorts', () => {
      it('by title as the language does, not as computers do', async () => {
        const found = await ids('', { order: 'TITLE', first: 50 });
        expect(found).toEqual(
          [
            'undated-note',
            'igss-committee',
            'school-screening',
            'school-year',
            'apci-dual-role',
            'triangular-fund',
            'comisca-procurement',
            'ccss-contingency',
            'panama-solidario',
            'ciss-protocol',
            'ciss-protocol-draft',
          ].sort(byTitle),
        );
      });

      it('newest first, undated last', async () => {
        const found = await ids('', { order: 'NEWEST', first: 50 });
        expect(found[0]).toBe('ciss-protocol');
        expect(found.at(-1)).toBe('undated-note');
      });

      it('hits of a search by date when asked to', async () => {
        const found = await ids('plan', { order: 'NEWEST' });
        expect(found.slice(0, 2)).toEqual(['panama-solidario', 'ccss-contingency']);
      });
    });

    describe('highlights', () => {
      const marked = ({
        text,
        matches,
      }: {
        text: string;
        matches: readonly { start: number; length: number }[];
      }) => matches.map(({ start, length }) => text.slice(start, start + length));

      const highlights = async (query: string, rest?: RestOfRequest) => {
        const { hits } = await search(query, { highlights: true, ...rest });
        return hits[0]?.highlights ?? [];
      };

      it('what matched, accents and all', async () => {
        const [title] = await highlights('plan panama');
        expect(title).toMatchObject({
          field: 'title',
          locale: 'es',
          text: 'Plan Panamá Solidario',
        });
        expect(title && marked(title)).toEqual(['Plan', 'Panamá']);
      });

      it('endings and corrected spellings', async () => {
        const [title] = await highlights('protcolos desastre');
        expect(title && marked(title)).toEqual(['Protocolo', 'desastres']);
      });

      it('in the language that holds the match, the reader’s first', async () => {
        const [english] = await highlights('disaster protocol', { locale: 'fr' });
        expect(english?.locale).toBe('en');
        const [own] = await highlights('COMISCA', { locale: 'pt' });
        expect(own?.locale).toBe('pt');
      });

      it('a cut of a long text around the match', async () => {
        const found = await highlights('coopération trilatérale');
        const body = found.find(({ field }) => field === 'body');
        expect(body && marked(body)).toEqual(['coopération', 'trilatérale']);
        expect(body?.text.length).toBeLessThan(260);
        expect(body?.text).toMatch(/^….*…$/);
      });

      it('nothing when not asked for, or when nothing was typed', async () => {
        const { hits } = await search('plan');
        expect(hits[0]?.highlights).toEqual([]);
        expect(await highlights('')).toEqual([]);
      });
    });

    describe('suggests', () => {
      const texts = async (prefix: string, locale = 'es', first = 5) =>
        (await engine.suggest(prefix, locale as Locale, first)).map(({ text }) => text);

      it('titles that go on from what was typed, accents or not', async () => {
        expect((await texts('plan pana'))[0]).toBe('Plan Panamá Solidario');
        expect((await texts('negociacion con'))[0]).toBe(
          'Negociación conjunta de medicamentos de COMISCA',
        );
      });

      it('in the reader’s language', async () => {
        expect((await texts('comisca', 'pt'))[0]).toBe(
          'Aquisição conjunta de medicamentos da COMISCA',
        );
        expect((await texts('comisca', 'en'))[0]).toBe('COMISCA joint procurement of medicines');
      });

      it('in another one where the reader’s has none', async () => {
        expect(await texts('plan panama', 'en')).toContain('Plan Panamá Solidario');
      });

      it('nothing for nothing, nothing for the unknown, and no more than asked for', async () => {
        expect(await texts('')).toEqual([]);
        expect(await texts('xyzq')).toEqual([]);
        expect(await texts('p', 'es', 2)).toHaveLength(2);
      });
    });

    it('refuses a search that was given up before it began', async () => {
      const signal = AbortSignal.abort();
      await expect(search('plan', { signal })).rejects.toThrow('aborted');
    });

    it('knows which versions it holds', async () => {
      const versions = await engine.versions();
      expect(versions.size).toBe(SEARCH_EXAMPLES.length);
      expect(versions.get('ciss-protocol')).toBe(1);
    });
  });
}

const titles = new Map(
  SEARCH_EXAMPLES.map(({ id, texts }) => [id, texts.es?.title ?? texts.en?.title ?? '']),
);
const byTitle = (a: string, b: string) =>
  (titles.get(a) ?? '').localeCompare(titles.get(b) ?? '', 'es');
