import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../server/locale.js';
import type {
  IndexState,
  SearchDocument,
  SearchEngine,
  SearchPosition,
  SearchRequest,
} from '../../server/search/search-engine.js';
import { searchDocument, searchRequest } from '../support/search-documents.js';
import { SEARCH_EXAMPLES } from '../support/search-examples.js';

/** An engine with nothing in it, and how to close and open it as a new process would. */
export interface StartedEngine {
  readonly engine: SearchEngine;
  readonly state: IndexState;
  restart(): Promise<{ engine: SearchEngine; state: IndexState }>;
  stop(): Promise<void>;
}

async function* stream(documents: readonly SearchDocument[]) {
  for (const document of documents) yield document;
}

type Rest = Parameters<typeof searchRequest>[1];

/** What every search engine of the hub has to do, whatever it runs on. */
export function describeSearchEngineContract(name: string, start: () => Promise<StartedEngine>) {
  describe(`search engine: ${name}`, () => {
    let started: StartedEngine;
    let engine: SearchEngine;
    beforeAll(async () => {
      started = await start();
      engine = started.engine;
      await engine.rebuild(stream(SEARCH_EXAMPLES));
    });
    afterAll(() => started.stop());

    const search = (query: string, rest?: Rest) => engine.search(searchRequest(query, rest));
    const ids = async (query: string, rest?: Rest) =>
      (await search(query, rest)).hits.map((hit) => hit.id);

    describe('finds', () => {
      it('is missing before it was built', () => {
        expect(started.state).toBe('missing');
      });

      it.each<[string, `${Locale}`, string]>([
        ['protcolo desastres seguridad social', 'es', 'ciss-protocol'],
        ['protocolo de desastres', 'es', 'ciss-protocol'],
        ['join procurment of medicines', 'en', 'comisca-procurement'],
        ['aquisicao conjunta de testes', 'pt', 'comisca-procurement'],
        ['aquisição conjunta de testes', 'pt', 'comisca-procurement'],
        ['plan panama solidaridad', 'es', 'panama-solidario'],
        ['Plan Panamá Solidario', 'fr', 'panama-solidario'],
        ['ACPI', 'es', 'apci-dual-role'],
        ['acpi', 'fr', 'apci-dual-role'],
        ['Apci', 'en', 'apci-dual-role'],
        ['coopération trilatérale', 'fr', 'triangular-fund'],
        ['cooperation trilaterale', 'fr', 'triangular-fund'],
        ['social security disasters', 'es', 'ciss-protocol'],
        ['CISS', 'es', 'ciss-protocol'],
        ['ciss', 'pt', 'ciss-protocol'],
      ])('"%s" (%s) → %s first', async (query, locale, expected) => {
        expect((await ids(query, { locale }))[0]).toBe(expected);
      });

      it.each(['protoclo', 'protcolo', 'protokolo', 'potocolo'])(
        '"%s" in spite of the slip',
        async (query) => {
          expect(await ids(query)).toContain('ciss-protocol');
        },
      );

      it('the same with and without accents', async () => {
        for (const [accented, plain] of [
          ['negociación', 'negociacion'],
          ['gestión del riesgo', 'gestion del riesgo'],
          ['Plan Panamá', 'plan panama'],
          ['cooperación triangular', 'cooperacion triangular'],
        ] as const) {
          expect(await ids(plain)).toEqual(await ids(accented));
        }
      });

      it.each([
        ['año', 'school-year'],
        ['ano', 'school-screening'],
      ])('"%s" as it is spelled first', async (query, expected) => {
        const found = await ids(`${query} escuela`);
        expect(found.slice(0, 2).sort()).toEqual(['school-screening', 'school-year']);
        expect(found[0]).toBe(expected);
      });

      it.each(['xyzq', 'XYZQ', 'blockchain', '¿¡…!?', '12345'])(
        'nothing for "%s"',
        async (query) => {
          const { hits, total } = await search(query);
          expect({ hits, total }).toEqual({ hits: [], total: 0 });
        },
      );

      it('never takes one acronym for another', async () => {
        expect((await ids('CISS')).sort()).toEqual(['ciss-protocol', 'ciss-protocol-draft']);
        expect(await ids('CCSS')).toEqual(['ccss-contingency']);
        expect(await ids('igss')).toEqual(['igss-committee']);
        expect(await ids('COMISCO')).toEqual([]);
      });

      it('the edition in force before the one that it replaced', async () => {
        const found = await ids('protocolo desastres instituciones seguridad social');
        expect(found.slice(0, 2)).toEqual(['ciss-protocol', 'ciss-protocol-draft']);
      });

      it('the singular by the plural and the other way round', async () => {
        expect(await ids('protocolos')).toContain('ciss-protocol');
        expect(await ids('medicamento')).toContain('comisca-procurement');
      });

      it('no record that holds less than a quarter of what was typed', async () => {
        const query = 'negociación conjunta medicamentos pruebas centroamérica plan';
        expect(await ids(query)).not.toContain('panama-solidario');
      });

      it('by stop words where nothing else was typed', async () => {
        expect((await search('de la')).total).toBeGreaterThan(0);
      });

      it('everything, newest first, when nothing was typed', async () => {
        const { hits, total } = await search('  ', { first: 3 });
        expect(total).toBe(SEARCH_EXAMPLES.length);
        expect(hits.map(({ id }) => id)).toEqual([
          'ciss-protocol',
          'panama-solidario',
          'apci-dual-role',
        ]);
      });

      it('better answers with higher scores', async () => {
        const { hits } = await search('protocolo de desastres');
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      });
    });

    describe('offers another spelling', () => {
      it('with the other words as they were typed', async () => {
        const { didYouMean } = await search('Protcolo de DESASTRES');
        expect(didYouMean).toBe('Protocolo de DESASTRES');
      });

      it('only where there is one', async () => {
        for (const query of ['protocolo', 'xyzq', 'CISS', 'protocolos de desastres', '']) {
          expect((await search(query)).didYouMean).toBeNull();
        }
      });
    });

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

      const highlights = async (query: string, rest?: Rest) => {
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

    describe('takes what people type as text', () => {
      it.each([
        '"protocolo de desastres"',
        'protocolo AND desastres',
        'protocolo -desastres',
        'protocolo* desastres~2',
        'title:protocolo desastres',
        "protocolo' OR '1'='1",
        '{"$where": "protocolo desastres"}',
      ])('%s', async (query) => {
        expect(await ids(query)).toContain('ciss-protocol');
      });

      it.each(['a" OR 1=1', '$where', '*', '\\', '`', '\u0000', '__proto__', 'constructor'])(
        'without a meaning of its own: %j',
        async (query) => {
          const { hits } = await search(query);
          expect(hits.length).toBeLessThan(SEARCH_EXAMPLES.length);
        },
      );

      it('even when it is very long', async () => {
        const long = 'protocolo desastres palabra '.repeat(400).slice(0, 10_000);
        expect(await ids(long)).toContain('ciss-protocol');
        const distinct = Array.from({ length: 1_200 }, (_, at) => `w${at}abc`).join(' ');
        expect((await search(distinct)).total).toBe(0);
      });
    });

    it('refuses a search that was given up before it began', async () => {
      const signal = AbortSignal.abort();
      await expect(search('plan', { signal })).rejects.toThrow();
    });

    it('knows which versions it holds', async () => {
      const versions = await engine.versions();
      expect(versions.size).toBe(SEARCH_EXAMPLES.length);
      expect(versions.get('ciss-protocol')).toBe(1);
    });
  });

  describe(`writing to the search engine: ${name}`, () => {
    let started: StartedEngine;
    let engine: SearchEngine;
    beforeAll(async () => {
      started = await start();
      engine = started.engine;
      await engine.rebuild(stream([]));
    });
    afterAll(() => started.stop());

    const ids = async (query: string, rest?: Rest) =>
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

    it('keeps the present index when a rebuild fails', async () => {
      await engine.rebuild(stream(numbered(0, 3)));
      async function* broken() {
        yield* numbered(3, 6);
        throw new Error('The store went away.');
      }
      await expect(engine.rebuild(broken())).rejects.toThrow('The store went away.');
      expect(await ids('registro')).toHaveLength(3);
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

const titles = new Map(
  SEARCH_EXAMPLES.map(({ id, texts }) => [id, texts.es?.title ?? texts.en?.title ?? '']),
);
const byTitle = (a: string, b: string) =>
  (titles.get(a) ?? '').localeCompare(titles.get(b) ?? '', 'es');
