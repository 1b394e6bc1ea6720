import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { embedded, refusal, slugsOf } from './support/embed.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('A ready-made query', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.country({ code: 'PE', name: 'Perú' });
    await hub.build.country({ code: 'CL', name: 'Chile' });
    await hub.build.theme({ code: 'health', name: 'Salud' });
    await hub.build.theme({ code: 'vaccines', name: 'Vacunas', broader: 'health' });
    await hub.build.challenge({ code: 'H7', name: 'Financiamiento' });
    await hub.build.items([
      {
        slug: 'old',
        publishedAt: '2021-01-01',
        countries: ['PE'],
        themes: ['vaccines'],
        texts: { es: { title: 'Vacunas en Perú' }, en: { title: 'Vaccines in Peru' } },
      },
      {
        slug: 'new',
        publishedAt: '2022-01-01',
        countries: ['CL'],
        challenges: ['H7'],
        kind: KnowledgeKind.BEST_PRACTICE,
        texts: { es: { title: 'Compra conjunta' } },
      },
    ]);
  });
  afterAll(() => hub.stop());

  const ask = (what: string, headers?: Readonly<Record<string, string>>) =>
    embedded(hub, what, headers);

  it('finds by words, without key or account', async () => {
    const found = await ask('search?query=vacunas');

    expect(found.status).toBe(200);
    expect(found.headers.get('content-type')).toMatch(/^application\/json/);
    expect(found.data.list).toMatchObject({ totalCount: 1, nodes: [{ slug: 'old' }] });
  });

  it('gives everything, newest first, when it is asked for nothing in particular', async () => {
    expect(slugsOf(await ask('search'))).toEqual(['new', 'old']);
    expect(slugsOf(await ask('newest'))).toEqual(['new', 'old']);
    expect(slugsOf(await ask('newest?limit=1'))).toEqual(['new']);
  });

  it.each([
    ['country=PE', ['old']],
    ['country=pe', ['old']],
    ['country=PE,CL', ['new', 'old']],
    ['country=PE&country=CL', ['new', 'old']],
    ['country=', ['new', 'old']],
    ['theme=health', ['old']],
    ['challenge=H7', ['new']],
    ['kind=BEST_PRACTICE', ['new']],
    ['kind=best-practice&country=PE', []],
  ])('narrows by %s', async (search, slugs) => {
    expect(slugsOf(await ask(`search?${search}`))).toEqual(slugs);
    expect(slugsOf(await ask(`newest?${search}`))).toEqual(slugs);
  });

  it('gives a card all that a site shows of a record', async () => {
    const { data } = await ask('search?query=vacunas&lang=en');

    expect(data.list?.nodes[0]).toMatchObject({
      slug: 'old',
      title: 'Vaccines in Peru',
      url: `${hub.hub.url}/en/items/old`,
      publishedAt: '2021-01-01T00:00:00.000Z',
      shownIn: { locale: 'EN', isFallback: false },
      countries: [{ code: 'PE' }],
      themes: [{ code: 'vaccines' }],
    });
  });

  it('answers in the language that is asked for, or else accepted', async () => {
    const title = async (what: string, headers?: Readonly<Record<string, string>>) =>
      (await ask(what, headers)).data.item?.title;

    expect(await title('item?slug=old&lang=en', { 'accept-language': 'es' })).toBe(
      'Vaccines in Peru',
    );
    expect(await title('item?slug=old&lang=en-GB')).toBe('Vaccines in Peru');
    expect(await title('item?slug=old', { 'accept-language': 'en' })).toBe('Vaccines in Peru');
    expect(await title('item?slug=old')).toBe('Vacunas en Perú');
  });

  it.each([
    ['country?code=PE', 'Perú', '/es/countries/PE', ['old']],
    ['theme?code=health', 'Salud', '/es/themes/health', ['old']],
    ['challenge?code=H7', 'Financiamiento', '/es/challenges/H7', ['new']],
  ])('shows the records of %s, and what they are about', async (what, name, path, slugs) => {
    const answer = await ask(what);

    expect(answer.data.subject).toEqual({ name, url: `${hub.hub.url}${path}` });
    expect(slugsOf(answer)).toEqual(slugs);
  });

  it('has nothing to show for a record that there is not', async () => {
    const answer = await ask('item?slug=nowhere');

    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ item: null });
  });

  it.each([
    ['search?colour=red', 'colour'],
    ['search?first=5', 'first'],
    ['search?country=XX', 'country'],
    ['search?country=Peru', 'country'],
    ['newest?theme=nothing', 'theme'],
    ['newest?challenge=H99', 'challenge'],
    ['search?kind=NOVEL', 'kind'],
    ['search?limit=0', 'limit'],
    ['search?limit=51', 'limit'],
    ['search?limit=1.5', 'limit'],
    ['search?limit=ten', 'limit'],
    ['search?limit=99999999999', 'limit'],
    ['search?query=a&query=b', 'query'],
    [`search?query=${'a'.repeat(501)}`, 'query'],
    ['search?lang=de', 'lang'],
    ['item', 'slug'],
    ['country', 'code'],
    ['country?code=US', 'code'],
    ['theme?code=nothing', 'code'],
    ['challenge?code=H99', 'code'],
    ['newest?query=words', 'query'],
    ['search?__proto__=1', '__proto__'],
  ])('refuses %s and says what is wrong', async (what, argument) => {
    const answer = await ask(what);

    expect(refusal(answer)).toEqual({ status: 400, code: 'BAD_USER_INPUT', argument });
    expect(answer.errors[0]?.message).toContain(`"${argument}"`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
