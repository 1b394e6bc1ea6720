import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FaultyServer } from './support/faulty-engine.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('Pages of what records link to', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it('list the countries by subregion, and those of a group alone', async () => {
    const all = await openPage(hub, '/en/countries');
    const andean = await openPage(hub, '/en/countries?group=can');

    expect(all.texts('.columns h2')).toEqual(['Caribbean', 'Central America', 'South America']);
    expect(all.document.querySelectorAll('.rows a')).toHaveLength(33);
    expect(andean.texts('.rows a')).toEqual(['Bolivia', 'Colombia', 'Ecuador', 'Peru']);
    expect((await openPage(hub, '/en/countries?group=none')).status).toBe(400);
  });

  it('show a country with its groups, its institutions and its records', async () => {
    const page = await openPage(hub, '/es/countries/CR');

    expect(page.text('h1')).toBe('Costa Rica');
    const groups = [...page.document.querySelectorAll('.country-header abbr')];
    expect(groups.map((group) => `${group.textContent}: ${group.getAttribute('title')}`)).toContain(
      'SICA: Sistema de la Integración Centroamericana',
    );
    expect(page.document.querySelector('.locator .shade-5')).not.toBeNull();
    expect(page.texts('.card').length).toBeGreaterThan(0);
    const kinds = [...page.document.querySelectorAll('#records ~ .chips a')];
    expect(kinds.map((link) => link.getAttribute('href'))).toContain(
      '/es/search?country=CR&kind=PROTOCOL',
    );
    expect(page.texts('.rows a')).toContain('Caja Costarricense de Seguro Social (CCSS)');
  });

  it('know a country by its code in capitals, and no other code', async () => {
    const small = await openPage(hub, '/pt/countries/cr');

    expect(small.status).toBe(301);
    expect(small.headers.get('location')).toBe('/pt/countries/CR');
    for (const code of ['US', 'XX', 'CRI', '%3Cb%3E'])
      expect((await openPage(hub, `/pt/countries/${code}`)).status).toBe(404);
  });

  it('find institutions by the beginning of a name, by kind and by country', async () => {
    const page = await openPage(hub, '/es/actors?q=caj&kind=SOCIAL_SECURITY&country=CR');

    expect(page.texts('.rows a')).toEqual(['Caja Costarricense de Seguro Social (CCSS)']);
    expect(page.document.querySelector('option[selected][value="CR"]')).not.toBeNull();
    expect((await openPage(hub, '/es/actors?kind=NONE')).status).toBe(400);
    expect((await openPage(hub, '/es/actors?country=ZZ')).status).toBe(400);
    expect((await openPage(hub, '/es/actors?q=xyzzy')).text('main')).toContain(
      'No se encontró ninguna institución.',
    );
  });

  it('page through long lists and back to their start', async () => {
    const first = await openPage(hub, '/en/actors');
    const next = first.document.querySelector('.pager a[rel="next"]')?.getAttribute('href') ?? '';
    const second = await openPage(hub, next);

    expect(second.status).toBe(200);
    const seen = new Set([...first.texts('.rows a'), ...second.texts('.rows a')]);
    expect(seen.size).toBe(first.texts('.rows a').length + second.texts('.rows a').length);
    expect(second.document.querySelector('.pager a')?.getAttribute('href')).toBe('/en/actors');
    const [, inEnglish] = hrefs(second, '.languages a');
    expect(inEnglish).toBe('/en/actors'); // a cursor is of a list in one language
    expect((await openPage(hub, '/en/actors?after=broken')).status).toBe(400);
  });

  it('show an institution with what it belongs to, in words and for programs', async () => {
    const page = await openPage(hub, '/fr/actors/ccss');

    expect(page.text('h1')).toMatch(/\(CCSS\)$/);
    expect(page.texts('.traits a')).toContain('Costa Rica');
    const described = JSON.parse(page.text('script[type="application/ld+json"]')) as unknown;
    expect(described).toMatchObject({ '@type': 'Organization', location: { name: 'Costa Rica' } });
    expect((await openPage(hub, '/fr/actors/nobody')).status).toBe(404);
  });

  it('show the themes as a tree with counts', async () => {
    const page = await openPage(hub, '/es/themes');

    expect(page.texts('.columns h2').length).toBeGreaterThan(3);
    expect(page.document.querySelectorAll('main a[href*="/themes/"]')).toHaveLength(70);
    expect(page.text('.columns h2')).toMatch(/\d$/);
  });

  it('show a theme between its broader and its narrower ones', async () => {
    const page = await openPage(hub, '/en/themes/social-security');

    expect(page.texts('.breadcrumbs a')).toEqual(['Themes', 'Social protection']);
    expect(page.texts('.card').length).toBeGreaterThan(0);
    expect((await openPage(hub, '/en/themes/none')).status).toBe(404);
  });

  it('count what answers each of the 25 challenges and name the gaps', async () => {
    const page = await openPage(hub, '/en/challenges');

    expect(page.texts('thead th')).toHaveLength(5);
    expect(page.texts('tbody tr')).toHaveLength(25);
    const link = page.document.querySelector('tbody tr td a');
    const found = await openPage(hub, link?.getAttribute('href') ?? '');
    expect(found.text('#result-count')).toMatch(new RegExp(`^${link?.textContent} result`));
    const gaps = page.texts('.gap').length;
    expect(gaps).toBeGreaterThan(0);
    expect(new Set(page.texts('.gap'))).toEqual(new Set(['Gap']));
  });

  it('show a challenge with the records that answer it', async () => {
    const page = await openPage(hub, '/pt/challenges/H7');

    expect(page.status).toBe(200);
    expect(page.texts('.card').length).toBeGreaterThan(0);
    expect((await openPage(hub, '/pt/challenges/h7')).headers.get('location')).toBe(
      '/pt/challenges/H7',
    );
    expect((await openPage(hub, '/pt/challenges/H26')).status).toBe(404);
  });

  it('name what a challenge asks for, as the contract does', async () => {
    const source =
      '{ found: challenge(code: "H7") { number description } none: challenge(code: "x") { id } }';
    const answer = await hub.query<{ found: { number: number; description: string } }>(source);
    const page = await openPage(hub, '/es/challenges/H7');

    expect(answer).toMatchObject({ found: { number: 7 }, none: null });
    expect(page.text('header .lead')).toBe(answer.found.description);
  });

  it('show a meeting with its days, its organisers, its conclusions and what was presented', async () => {
    const list = await openPage(hub, '/en/events');
    const page = await openPage(hub, '/en/events/xxxi-meeting');

    expect(list.texts('.card__title a')).toContain(page.text('h1'));
    expect(page.text('time')).toMatch(/3\s?–\s?4 December 2020/);
    expect(page.texts('header .chip').length).toBe(2);
    expect(page.texts('.rows li').length).toBeGreaterThan(18);
    const described = JSON.parse(page.text('script[type="application/ld+json"]')) as unknown;
    expect(described).toMatchObject({ '@type': 'Event', startDate: '2020-12-03' });
    expect((await openPage(hub, '/en/events/none')).status).toBe(404);
  });
});

describe('Pages of what others wrote', () => {
  it('show every name as it is typed and lead to nothing but web addresses', async () => {
    const hub = await startTestHub();
    const name = '</script><script>alert(1)</script>&<b>"\'';
    const actor = await hub.build.actor({ slug: 'bad', name, website: 'javascript:alert(1)' });
    const event = await hub.build.event({ slug: 'bad', name, organizers: [actor._id] });
    const pages = [
      await openPage(hub, `/es/actors/${actor.slug}`),
      await openPage(hub, `/es/events/${event.slug}`),
    ];
    await hub.stop();

    for (const page of pages) {
      expect(page.text('h1')).toBe(name);
      expect(page.html).not.toContain('href="javascript');
      expect(page.document.querySelectorAll('main b, script:not([src], [type])')).toHaveLength(0);
      const described = JSON.parse(page.text('script[type="application/ld+json"]')) as unknown;
      expect(described).toMatchObject({ name });
    }
  });
});

describe('Pages of a hub whose search is down', () => {
  let hub: TestHub;
  afterEach(() => hub.stop());

  it('show all they have, say that figures are missing, and are kept by nobody', async () => {
    const server = new FaultyServer();
    hub = await startTestHub({ seeds: true, engine: server.engine() });
    server.isDown = true;
    for (const address of ['/en/countries', '/en/countries/CR', '/en/actors/ccss', '/en/themes']) {
      const page = await openPage(hub, address);
      expect(page.status).toBe(200);
      expect(page.text('.notice')).toMatch(/figures are missing/);
    }
    const without = await openPage(hub, '/en/challenges');
    expect(without.texts('.rows a')).toHaveLength(25);
    expect(without.headers.get('cache-control')).toBe('no-store');

    server.isDown = false;
    const again = await openPage(hub, '/en/challenges');
    expect(again.texts('tbody tr')).toHaveLength(25);
    expect(again.headers.get('cache-control')).toBe('public, no-cache');
  });
});
