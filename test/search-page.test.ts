import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvidenceLevel, KnowledgeKind, Stage } from '../schema/knowledge-enums.js';
import { type OpenedPage, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The search page', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.reference({});
    await hub.build.country({ code: 'PE', name: 'Perú' });
    await hub.build.country({ code: 'CL', name: 'Chile' });
    await hub.build.country({ code: 'UY', name: 'Uruguay' });
    await hub.build.group({ code: 'andes', name: 'Grupo de los Andes' });
    await hub.build.theme({ code: 'water', name: 'Agua potable' });
    await hub.build.actor({ slug: 'seguro', name: 'Instituto del Seguro' });
    await hub.build.event({ slug: 'cumbre', name: 'Cumbre de prueba' });
    await hub.build.items([
      flood('first', { countries: ['PE'], publishedAt: '2020-01-01' }),
      flood('second', { countries: ['PE', 'CL'], publishedAt: '2020-03-01' }),
      flood('third', {
        countries: ['CL'],
        kind: KnowledgeKind.LESSON_LEARNED,
        stages: [Stage.RESPONSE],
        evidence: EvidenceLevel.MONITORED,
        publishedAt: '2020-02-01',
      }),
      flood('fourth', { evidence: EvidenceLevel.INDEPENDENTLY_EVALUATED }),
      { slug: 'other', texts: { es: { title: 'Sequía' } } },
    ]);
  });
  afterAll(() => hub.stop());

  const flood = (slug: string, parts: object) => ({
    slug,
    texts: { es: { title: `Inundación ${slug}`, summary: `Resumen ${slug}` } },
    ...parts,
  });
  const search = (query: string, locale = 'es') => openPage(hub, `/${locale}/search?${query}`);
  const slugs = ({ document }: OpenedPage) =>
    [...document.querySelectorAll('.card__title a')].map((link) =>
      link.getAttribute('href')?.split('/').at(-1),
    );
  const facet = ({ document }: OpenedPage, name: string) => {
    const found = [...document.querySelectorAll('.facet')].find(
      (section) => section.querySelector('h2')?.textContent === name,
    );
    return [...(found?.querySelectorAll('.facet__value') ?? [])].map((link) => ({
      text: (link.textContent ?? '').replace(/\s+/g, ' ').trim(),
      href: link.getAttribute('href') ?? '',
    }));
  };
  const follow = (page: OpenedPage, selector: string) =>
    openPage(hub, page.document.querySelector(selector)?.getAttribute('href') ?? '');

  it('marks what was found', async () => {
    const page = await search('q=inundacion');

    expect(page.text('#result-count')).toBe('4 resultados');
    expect(page.texts('mark')).toEqual(Array.from({ length: 4 }, () => 'Inundación'));
  });

  it('offers other values of a filter that is set, with what they would find', async () => {
    const page = await search('q=inundacion&country=PE');

    expect(new Set(slugs(page))).toEqual(new Set(['first', 'second']));
    expect(facet(page, 'País').map(({ text }) => text)).toEqual(['Quitar Perú 2', 'Chile 2']);
    expect(facet(page, 'Tipo').map(({ text }) => text)).toEqual(['Estudio de caso 2']);
  });

  it('adds up values of one filter and lets each be taken away by itself', async () => {
    const both = await openPage(
      hub,
      facet(await search('q=inundacion&country=PE'), 'País')[1]?.href ?? '',
    );
    expect(new Set(slugs(both))).toEqual(new Set(['first', 'second', 'third']));
    expect(both.texts('.chip')).toEqual(['Quitar País: Perú', 'Quitar País: Chile']);

    const without = await follow(both, '.chip');
    expect(new Set(slugs(without))).toEqual(new Set(['second', 'third']));
    expect(without.texts('.chip')).toEqual(['Quitar País: Chile']);
  });

  it('takes evidence as a minimum, says so and counts so', async () => {
    const all = await search('q=inundacion');
    const name = 'Nivel mínimo de evidencia';
    expect(facet(all, name).map(({ text }) => text)).toEqual([
      'Documentada 2',
      'Con seguimiento 2',
      'Evaluación interna 1',
      'Evaluación independiente 1',
    ]);

    const page = await openPage(hub, facet(all, name)[1]?.href ?? '');
    expect(new Set(slugs(page))).toEqual(new Set(['fourth', 'third']));
    expect(page.texts('.chip')).toEqual([`Quitar ${name}: Con seguimiento`]);
    const stronger = facet(page, name).find(({ text }) => text.startsWith('Evaluación interna'));
    expect(stronger?.href).toBe('/es/search?q=inundacion&evidence=INTERNALLY_EVALUATED');
  });

  it.each([
    ['country=UY', 'País: Uruguay'],
    ['group=andes', 'Grupo de países: Grupo de los Andes'],
    ['theme=water', 'Tema: Agua potable'],
    ['actor=act_seguro', 'Institución: Instituto del Seguro'],
    ['event=evt_cumbre', 'Encuentro: Cumbre de prueba'],
    ['actorKind=ACADEMIA', 'Tipo de institución: Academia'],
    ['modality=TRIANGULAR', 'Modalidad: Triangular'],
    ['language=PT', 'Idioma: Portugués'],
    ['inForce=true', 'Vigencia: edición vigente'],
    ['kind=protocol', 'Tipo: Protocolo'],
    ['country=uy', 'País: Uruguay'],
  ])('names a filter that finds nothing and removes it: %s', async (filter, chip) => {
    const page = await search(`q=inundacion&${filter}`);

    expect(page.status).toBe(200);
    expect(page.text('#result-count')).toBe('Ningún resultado');
    expect(page.texts('.chip')).toEqual([`Quitar ${chip}`]);
    expect((await follow(page, '.chip')).text('#result-count')).toBe('4 resultados');
  });

  it('orders by day or title', async () => {
    const page = await search('q=inundacion&country=PE&country=CL');
    const hrefs = [...page.document.querySelectorAll('.sort a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(page.text('.sort [aria-current]')).toBe('Más pertinentes');

    expect(slugs(await openPage(hub, hrefs[1] ?? ''))).toEqual(['second', 'third', 'first']);
    expect(slugs(await openPage(hub, hrefs[2] ?? ''))).toEqual(['first', 'second', 'third']);
  });

  it('keeps filters and order while the words change', async () => {
    const page = await search('q=inundacion&country=PE&sort=TITLE&page=1&nothing=1');
    const hidden = [...page.document.querySelectorAll('.search form input[type="hidden"]')];

    expect(
      hidden.map((input) => [input.getAttribute('name'), input.getAttribute('value')]),
    ).toEqual([
      ['country', 'PE'],
      ['sort', 'TITLE'],
    ]);
  });

  it('names the feed of the same search', async () => {
    const { document } = await search('q=inundacion&country=PE&sort=TITLE');

    const feeds = [...document.querySelectorAll('link[type="application/atom+xml"]')];
    expect(feeds.map((link) => link.getAttribute('href'))).toContain(
      '/es/feed.atom?q=inundacion&country=PE',
    );
  });

  it('shows ways on where nothing is found', async () => {
    const page = await search('q=inundacion+potable&country=UY&kind=CASE_STUDY');

    expect(page.status).toBe(200);
    expect(page.text('#result-count')).toBe('Ningún resultado');
    const ways = page.texts('.nothing li');
    expect(ways[0]).toBe('Sin el filtro «País» (Uruguay) 3 resultados');
    expect(ways).toContain('Agua potable Tema');
    expect(ways.slice(-2)).toEqual(['Temas', 'Retos']);
    const wider = await follow(page, '.nothing a');
    expect(wider.text('#result-count')).toBe('3 resultados');
  });

  it('offers another spelling', async () => {
    const page = await search('q=inundasion');

    expect(page.text('.did-you-mean a')).toMatch(/^inundaci[oó]n$/);
    expect((await follow(page, '.did-you-mean a')).text('#result-count')).toBe('4 resultados');
  });

  it('weighs at most 40 KB compressed with twenty results', async () => {
    const full = await startTestHub({ seeds: true });
    try {
      const page = await openPage(full, '/fr/search?q=coop%C3%A9ration');

      expect(page.texts('.card')).toHaveLength(20);
      expect(gzipSync(page.html).length).toBeLessThan(40_000);
    } finally {
      await full.stop();
    }
  });
});
