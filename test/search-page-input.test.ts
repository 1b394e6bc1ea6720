import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const MARKUP = "\"><script>alert(1)</script><b title='x'>";

describe('A search address', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.items(
      Array.from({ length: 45 }, (_, index) => ({
        slug: `flood-${index}`,
        texts: { es: { title: `Inundación ${String(index).padStart(2, '0')}` } },
      })),
    );
  });
  afterAll(() => hub.stop());

  const open = (search: string) => openPage(hub, `/es/search${search}`);

  it.each([
    ['kind=NONE', 'Tipo', 'NONE'],
    ['country=ZZ', 'País', 'ZZ'],
    ['country=PERU', 'País', 'PERU'],
    ['theme=no-such', 'Tema', 'no-such'],
    ['actor=cty_PE', 'Institución', 'cty_PE'],
    ['event=evt_none', 'Encuentro', 'evt_none'],
    ['inForce=perhaps', 'Vigencia', 'perhaps'],
    ['sort=BEST', 'Orden', 'BEST'],
    ['page=-1', 'Página', '-1'],
    ['page=0', 'Página', '0'],
    ['page=two', 'Página', 'two'],
    [`theme=${encodeURIComponent(MARKUP)}`, 'Tema', MARKUP],
  ])('is refused where a value is unknown, and says which: %s', async (query, filter, value) => {
    const page = await open(`?q=flood&${query}`);

    expect(page.status).toBe(400);
    expect(page.texts('main li')).toEqual([
      `El valor «${value}» no existe en el filtro «${filter}».`,
    ]);
    expect(page.html).not.toContain('<script>alert');
    const without = page.document.querySelector('main li')?.closest('div')?.querySelector('p a');
    expect(without?.getAttribute('href')).toBe('/es/search?q=flood');
  });

  it.each([
    [`?q=${encodeURIComponent(MARKUP)}`],
    [
      `?q=${encodeURIComponent(MARKUP)}&${encodeURIComponent(MARKUP)}=${encodeURIComponent(MARKUP)}`,
    ],
  ])('shows markup as it was typed: %s', async (search) => {
    const page = await open(search);

    expect(page.status).toBe(200);
    expect(page.document.querySelector('#q')?.getAttribute('value')).toBe(MARKUP);
    expect(page.html).not.toMatch(/<script>alert|<b title/);
  });

  it.each([
    ['a broken encoding', '?q=%E0%A4%A', 400],
    ['more words than can be searched for', `?q=${'a'.repeat(501)}`, 400],
    [
      'more filters than anybody sets',
      `?${'abcdefghijklmnopqrstuvwxyz1234567890xyzwvu'
        .split('')
        .map((c, i) => `theme=${c}${i}`)
        .join('&')}`,
      400,
    ],
    ['10,000 characters', `?q=${'a'.repeat(10_000)}`, 414],
    ['a page after the last', '?q=inundacion&page=4', 404],
    ['a page that search never reaches', '?q=inundacion&page=51', 404],
    ['a page beyond all counting', '?page=999999999999', 400],
  ])('says what is wrong with %s', async (_what, search, status) => {
    const page = await open(search);

    expect(page.status).toBe(status);
    expect(page.text('main h1')).not.toBe('');
    expect(page.document.querySelector('main #q')).not.toBeNull();
  });

  it('leads from a page that does not exist to the first', async () => {
    const page = await open('?q=inundacion&page=4');

    expect(page.text('main p')).toBe('Esta búsqueda solo tiene 3 páginas. Ir a la primera página');
    const link = page.document.querySelector('main p a')?.getAttribute('href');
    expect(link).toBe('/es/search?q=inundacion');
  });

  it('may name what nobody knows, or the same twice', async () => {
    const page = await open(
      '?q=inundacion&q=other&page=2&page=9&utm_source=x&kind=&language=ES&language=es',
    );

    expect(page.status).toBe(200);
    expect(page.text('#result-count')).toBe('45 resultados');
    expect(page.texts('.chip')).toEqual(['Quitar Idioma: Español']);
    expect(page.text('.pager span')).toBe('Página 2 de 3');
  });

  it('reaches every page once', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => open(`?q=inundacion&page=${page}`)));
    const titles = pages.flatMap((page) => page.texts('.card__title'));

    expect(new Set(titles).size).toBe(45);
    expect(titles).toHaveLength(45);
    expect(pages.map(({ document }) => document.querySelector('[rel="next"]') !== null)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
