import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('Pages', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it.each([
    ['pt-BR,pt;q=0.9', '/pt'],
    ['fr', '/fr'],
    ['de', '/es'],
  ])('lead a reader of "%s" to %s', async (language, address) => {
    const page = await openPage(hub, '/', { 'accept-language': language });

    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(address);
    expect(page.headers.get('vary')).toMatch(/accept-language/i);
  });

  it.each(['es', 'en', 'pt', 'fr'])(
    'offer every language on the same page, in %s',
    async (locale) => {
      const page = await openPage(hub, `/${locale}/search?q=APCI`);

      expect(page.status).toBe(200);
      expect(page.document.documentElement.lang).toBe(locale);
      const offered = [...page.document.querySelectorAll('.languages a')];
      expect(offered.map((link) => link.getAttribute('href'))).toEqual(
        ['es', 'en', 'pt', 'fr'].map((other) => `/${other}/search?q=APCI`),
      );
    },
  );

  it('say so in the reader’s language where there is nothing', async () => {
    const page = await openPage(hub, '/fr/nulle-part');
    const broken = await openPage(hub, '/fr/%ff');

    expect(page.status).toBe(404);
    expect(page.text('h1')).toBe('Page introuvable');
    expect(broken.document.documentElement.lang).toBe('fr');
  });

  it.each(['/items/100%25', '/items/%25E0%25A4%25A', '/themes/a%2Fb', '/items/%0d%0aa:%20b'])(
    'take no harm from what is encoded in an address: %s',
    async (path) => {
      const page = await openPage(hub, `/en${path}`);
      const sentOn = await openPage(hub, path, { 'accept-language': 'pt' });

      expect(page.status).toBe(404);
      expect(hrefs(page, '.languages a[lang=fr]')).toEqual([`/fr${path}`]);
      expect([sentOn.status, sentOn.headers.get('location')]).toEqual([302, `/pt${path}`]);
    },
  );

  it.each(['//example.org', '//example.org/search', '/%2Fexample.org', '/%5Cexample.org'])(
    'never send a reader to another site: %s',
    async (path) => {
      const { status, headers } = await openPage(hub, path);

      expect([status, headers.get('location')]).toEqual([404, null]);
    },
  );

  it('tell a program that wants JSON why it gets none', async () => {
    const json = { accept: 'application/json' };
    const refused = await openPage(hub, '/es/feed.json?country=ZZ', json);
    const missing = await openPage(hub, '/es/nowhere', json);

    expect([refused.status, missing.status]).toEqual([400, 404]);
    for (const { headers } of [refused, missing])
      expect(headers.get('content-type')).toMatch(/json/);
  });

  it.each([
    '/es/%ff',
    '/es/search?q=%ff',
    '/es/search?country=ZZ',
    '/es/search?kind=NONE',
    '/es/search?page=-1',
  ])('refuse a broken address with a page: %s', async (address) => {
    const page = await openPage(hub, address);

    expect(page.status).toBe(400);
    expect(page.document.querySelector('main h1')).not.toBeNull();
  });

  it('answer 304 to a reader who has the page already', async () => {
    const first = await openPage(hub, '/es');
    const etag = first.headers.get('etag') ?? '';

    const again = await openPage(hub, '/es', { 'if-none-match': etag });

    expect(etag).not.toBe('');
    expect(again.status).toBe(304);
    expect(again.html).toBe('');
  });

  it('forbid everything that does not come from the hub itself', async () => {
    const { headers, html } = await openPage(hub, '/es');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(html).not.toMatch(/<script(?![^>]*(src=|ld\+json))|style="|\son\w+="/);
  });
});
