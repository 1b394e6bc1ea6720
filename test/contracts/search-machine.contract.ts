import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locale } from '../../server/locale.js';
import type { SearchDocument, SearchEngine } from '../../server/search/search-engine.js';
import { searchDocument, searchRequest } from '../support/search-documents.js';
import {
  type RestOfRequest,
  type StartEngine,
  type StartedEngine,
  stream,
} from './started-engine.js';

const SPANISH = {
  title: 'Compra conjunta de fármacos',
  summary: 'Varios países negocian juntos con Albatros.',
  body: 'Los precios bajaron.',
};

/** Exists in Spanish; a machine wrote the rest. */
const joint = (version = 1): SearchDocument => ({
  ...searchDocument({
    id: 'joint',
    version,
    texts: { es: SPANISH },
    codes: { LANGUAGE: ['es'] },
    publishedAt: '2020-12-01',
  }),
  machine: {
    en: {
      title: 'Joint purchase of medicines',
      summary: 'Several countries negotiate together with Albatros.',
      body: 'The prices went down. Wholesalers agreed.',
    },
    fr: {
      title: 'Achat conjoint de médicaments',
      summary: 'Plusieurs pays négocient ensemble.',
      body: 'Les prix ont baissé.',
    },
  } as SearchDocument['machine'],
});

/** Says in its own English what a machine says of the other one. */
const real = searchDocument({
  id: 'real',
  texts: {
    en: {
      title: 'A joint purchase of medicines',
      summary: 'What the secretariat did, and what several countries negotiate together.',
      body: 'At last the prices went down.',
    },
  },
  codes: { LANGUAGE: ['en'] },
  publishedAt: '2020-11-01',
});

/** What becomes of texts that a machine made for finding alone. */
export function describeMachineTexts(name: string, start: StartEngine) {
  describe(`texts made by machine in the search engine: ${name}`, () => {
    let started: StartedEngine;
    let engine: SearchEngine;
    beforeAll(async () => {
      started = await start();
      engine = started.engine;
    });
    beforeEach(() => engine.rebuild(stream([joint(), real])));
    afterAll(() => started.stop());

    const search = (query: string, rest?: RestOfRequest) =>
      engine.search(searchRequest(query, { facets: ['LANGUAGE'], highlights: true, ...rest }));
    const ids = async (query: string, rest?: RestOfRequest) =>
      (await search(query, rest)).hits.map(({ id }) => id);

    it.each<[string, `${Locale}`]>([
      ['wholesalers', 'en'],
      ['WHOLESALERS', 'es'],
      ['wholesaler', 'en'],
      ['wholsalers', 'en'],
      ['achat conjoint de médicaments', 'fr'],
      ['medicament conjoint', 'fr'],
      ['medicaments', 'en'],
    ])('are found by "%s" (%s)', async (query, locale) => {
      expect((await ids(query, { locale }))[0]).toBe('joint');
    });

    it('stand below real texts with the same words', async () => {
      expect(await ids('joint purchase of medicines', { locale: 'en' })).toEqual(['real', 'joint']);
      expect(await ids('joint purchase', { locale: 'fr' })).toEqual(['real', 'joint']);
      expect(await ids('countries negotiate together', { locale: 'en' })).toEqual([
        'real',
        'joint',
      ]);
      expect(await ids('prices went down', { locale: 'en' })).toEqual(['real', 'joint']);
    });

    it('are never marked or shown', async () => {
      const { hits } = await search('joint purchase albatros wholesalers', { locale: 'en' });
      const shown = hits.find(({ id }) => id === 'joint')?.highlights ?? [];
      expect(shown).toEqual([
        {
          field: 'summary',
          locale: 'es',
          text: SPANISH.summary,
          matches: [{ start: SPANISH.summary.indexOf('Albatros'), length: 'Albatros'.length }],
        },
      ]);
      const french = await search('médicaments', { locale: 'fr' });
      expect(french.hits).toMatchObject([{ id: 'joint', highlights: [] }]);
    });

    it('are no spelling to offer, no title to go on with, and no language of the record', async () => {
      const { didYouMean, facets } = await search('wholsalers', { locale: 'en' });
      expect(didYouMean).toBeNull();
      expect(facets.LANGUAGE).toEqual([{ value: 'es', count: 1 }]);
      expect(await ids('', { filter: { codes: { LANGUAGE: ['fr'] } } })).toEqual([]);
      for (const prefix of ['joint', 'achat', 'wholes']) {
        for (const locale of ['en', 'fr'] as Locale[]) {
          const offered = await engine.suggest(prefix, locale, 5);
          expect(offered.map(({ id }) => id)).toEqual(prefix === 'joint' ? ['real'] : []);
        }
      }
      const own = await engine.suggest('compra', 'en' as Locale, 5);
      expect(own).toEqual([{ id: 'joint', text: SPANISH.title }]);
    });

    it('offer the spelling of a real text where there is one', async () => {
      const { didYouMean } = await search('secretarait', { locale: 'en' });
      expect(didYouMean).toBe('secretariat');
    });

    it('do not tell titles apart when they are sorted', async () => {
      const sorted = await ids('', { order: 'TITLE', locale: 'fr' });
      // “A joint” before “Compra”, and not behind “Achat”.
      expect(sorted).toEqual(['real', 'joint']);
    });

    it('are gone when the record changes without them', async () => {
      const { machine: _machine, ...changed } = joint(2);
      await engine.put([changed]);
      expect(await ids('wholesalers')).toEqual([]);
      expect(await ids('médicaments')).toEqual([]);
      expect(await ids('fármacos')).toEqual(['joint']);
    });

    it('give way to a real translation', async () => {
      const texts = { ...joint().texts, en: { title: 'Buying jointly', summary: '', body: '' } };
      await engine.put([{ ...joint(2), texts: texts as SearchDocument['texts'] }]);
      expect(await ids('wholesalers', { locale: 'en' })).toEqual([]);
      expect(await ids('médicaments', { locale: 'fr' })).toEqual(['joint']);
      expect(await ids('buying', { locale: 'en' })).toEqual(['joint']);
    });

    it('come with the same version of a record later, and go with the record', async () => {
      const { machine: _machine, ...alone } = joint();
      await engine.rebuild(stream([alone]));
      expect(await ids('wholesalers')).toEqual([]);
      await engine.put([joint()]);
      expect(await ids('wholesalers')).toEqual(['joint']);
      await engine.remove(['joint']);
      expect(await ids('wholesalers')).toEqual([]);
    });

    it('are there, and still hidden, after a restart', async () => {
      engine = (await started.restart()).engine;
      expect(await ids('achat conjoint', { locale: 'fr' })).toEqual(['joint']);
      expect((await search('wholsalers', { locale: 'en' })).didYouMean).toBeNull();
      const { hits } = await search('médicaments', { locale: 'fr' });
      expect(hits).toMatchObject([{ id: 'joint', highlights: [] }]);
    });
  });
}
