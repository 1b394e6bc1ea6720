import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../server/locale.js';
import type { SearchEngine } from '../../server/search/search-engine.js';
import { searchRequest } from '../support/search-documents.js';
import { SEARCH_EXAMPLES } from '../support/search-examples.js';
import {
  type RestOfRequest,
  type StartEngine,
  type StartedEngine,
  stream,
} from './started-engine.js';

/** Which records an engine finds for what people type, and in what order. */
export function describeFinding(name: string, start: StartEngine) {
  describe(`finding with the search engine: ${name}`, () => {
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
  });
}
