import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { FaultyServer } from './support/faulty-engine.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The search page while search is down', () => {
  let hub: TestHub;
  const server = new FaultyServer();
  beforeAll(async () => {
    hub = await startTestHub({ engine: server.engine() });
    await hub.build.items(
      Array.from({ length: 25 }, (_, index) => ({
        slug: `record-${index}`,
        kind: index < 22 ? KnowledgeKind.CASE_STUDY : KnowledgeKind.BEST_PRACTICE,
      })),
    );
    server.isDown = true;
  });
  afterAll(() => hub.stop());

  it.each([
    ['es', 'La búsqueda no está disponible en este momento.'],
    ['en', 'Search is not available at the moment.'],
    ['pt', 'A busca não está disponível no momento.'],
    ['fr', 'La recherche est indisponible pour le moment.'],
  ])('says so in %s', async (locale, notice) => {
    const page = await openPage(hub, `/${locale}/search?q=anything`);

    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('30');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text('.notice strong')).toBe(notice);
    expect(page.document.documentElement.lang).toBe(locale);
  });

  it('lists what passes the filters, page after page', async () => {
    const first = await openPage(hub, '/es/search?q=anything&kind=CASE_STUDY&sort=TITLE');
    const next = first.document.querySelector('[rel="next"]')?.getAttribute('href') ?? '';
    const second = await openPage(hub, next);
    const titles = [first, second].flatMap((page) => page.texts('.card__title'));

    expect(second.status).toBe(503);
    expect(first.text('#result-count')).toBe('22 registros');
    expect(first.texts('.chip')).toEqual(['Quitar Tipo: Estudio de caso']);
    expect(new Set(titles).size).toBe(22);
    expect(second.document.querySelector('[rel="next"]')).toBeNull();
  });

  it('still narrows by kind and stage, and shows what is set without counting', async () => {
    const page = await openPage(hub, '/en/search?kind=BEST_PRACTICE&language=ES');

    expect(page.text('#result-count')).toBe('3 records');
    expect(page.texts('.facet__value').slice(0, 2)).toEqual(['Remove Best practice', 'Case study']);
    expect(page.texts('.facet__value').at(-1)).toBe('Remove Spanish');
    expect(page.document.querySelector('.facet .count')).toBeNull();
  });

  it('begins the list anew in another language or after a cursor of another list', async () => {
    const first = await openPage(hub, '/es/search?sort=TITLE');
    const next = first.document.querySelector('[rel="next"]')?.getAttribute('href') ?? '';

    for (const address of [next.replace('/es/', '/pt/'), '/es/search?after=nonsense']) {
      const page = await openPage(hub, address);
      expect(page.status).toBe(503);
      expect(page.texts('.card')).toHaveLength(20);
    }
  });

  it('still refuses what it does not know', async () => {
    expect((await openPage(hub, '/es/search?country=ZZ')).status).toBe(400);
  });

  it('is itself again as soon as search is, without having been kept', async () => {
    server.isDown = false;

    const page = await openPage(hub, '/es/search?q=record&after=nonsense');

    expect(page.status).toBe(200);
    expect(page.texts('.card')).toHaveLength(20);
  });
});
