import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { parseXml, type XmlElement } from './support/xml.js';

const LOCALES = ['es', 'en', 'pt', 'fr'];

describe('Discovery', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const xml = (address: string) => readXml(hub, address);
  const pathOf = (address: string) => address.slice(hub.hub.url.length);

  it('draws an icon for the tab, and leads older programs to it', async () => {
    const icon = await openPage(hub, '/favicon.svg');
    const old = await openPage(hub, '/favicon.ico');

    expect(icon.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(parseXml(icon.html).name).toBe('svg');
    expect([old.status, old.headers.get('location')]).toEqual([301, '/favicon.svg']);
  });

  it('tells crawlers what to leave alone and where the list of pages is', async () => {
    const { html, headers } = await openPage(hub, '/robots.txt');

    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(html).toMatch(/^User-agent: \*$/m);
    expect(html).toMatch(/^Disallow: \/graphql$/m);
    expect(html).toContain(`Sitemap: ${hub.hub.url}/sitemap.xml\n`);
  });

  it('lists each public page once in every language, and each kind answers', async () => {
    const urls = (await xml('/sitemap.xml')).all('url');
    const addresses = urls.map((url) => pathOf(url.child('loc').text));

    const { knowledgeItems } = await hub.query<{ knowledgeItems: { nodes: { slug: string }[] } }>(
      '{ knowledgeItems(first: 100) { nodes { slug } } }',
    );
    const records = knowledgeItems.nodes.map(({ slug }) => `/items/${slug}`);
    const others = ['/themes/health', '/countries/MX', '/challenges/H1', '/actors/ciss', '/events'];
    const expected = ['', ...records, ...others].flatMap((path) =>
      LOCALES.map((each) => `/${each}${path}`),
    );
    expect(addresses).toEqual(expect.arrayContaining(expected));
    expect(new Set(addresses).size).toBe(addresses.length);
    const ofEachKind = new Map(addresses.map((address) => [address.split('/')[2] ?? '', address]));
    for (const address of ofEachKind.values())
      expect([address, (await openPage(hub, address)).status]).toEqual([address, 200]);
  });

  it('names all languages of a page and the day it changed', async () => {
    const urls = (await xml('/sitemap.xml')).all('url');

    const records = urls.filter((url) => url.child('loc').text.includes('/items/'));
    for (const url of records) {
      const offered = url.all('xhtml:link').map(({ attributes }) => attributes.hreflang);
      expect(offered).toEqual([...LOCALES, 'x-default']);
      expect(Number.isNaN(Date.parse(url.child('lastmod').text))).toBe(false);
      const own = url.all('xhtml:link').map(({ attributes }) => attributes.href);
      expect(own).toContain(url.child('loc').text);
    }
  });

  it('has one address for the list of pages, however it is asked for', async () => {
    const { status, headers } = await openPage(hub, '/sitemap.xml?again=1');

    expect([status, headers.get('location')]).toEqual([301, '/sitemap.xml']);
  });

  it.each(LOCALES)('lets a phone keep the hub on its home screen, in %s', async (locale) => {
    const { html, headers } = await openPage(hub, `/${locale}/manifest.webmanifest`);

    expect(headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    const manifest = JSON.parse(html) as Record<string, string>;
    expect(manifest).toMatchObject({ name: 'Saberes', lang: locale, start_url: `/${locale}` });
    const icons = manifest.icons as unknown as readonly { readonly src: string }[];
    for (const { src } of icons) expect((await openPage(hub, src)).status).toBe(200);
  });

  it.each(LOCALES)('lets a browser search the hub, in %s', async (locale) => {
    const description = await xml(`/${locale}/opensearch.xml`);

    expect(description.child('ShortName').text.length).toBeLessThanOrEqual(16);
    const templates = description.all('Url').filter(({ attributes: { rel } }) => rel !== 'self');
    expect(templates.length).toBeGreaterThan(0);
    for (const { attributes } of templates) {
      const address = pathOf((attributes.template ?? '').replace('{searchTerms}', 'compra'));
      const page = await openPage(hub, address);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain(attributes.type ?? '-');
    }
  });
});

describe('The list of pages of a large hub', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.items(Array.from({ length: 1_100 }, (_, at) => ({ slug: `record-${at}` })));
  });
  afterAll(() => hub.stop());

  it('is a list of lists that together name every page once', async () => {
    const index = await readXml(hub, '/sitemap.xml');
    expect(index.name).toBe('sitemapindex');

    const parts: (readonly XmlElement[])[] = [];
    for (const part of index.all('sitemap')) {
      const address = part.child('loc').text.slice(hub.hub.url.length);
      parts.push((await readXml(hub, address)).all('url'));
    }

    const addresses = parts.flat().map((url) => url.child('loc').text);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => address.includes('/items/'))).toHaveLength(4 * 1_100);
    for (const urls of parts) expect(urls.length).toBeLessThanOrEqual(50_000);
  });

  it('has no part for what the hub does not hold', async () => {
    expect((await openPage(hub, '/sitemap-events.xml')).status).toBe(404);
  });

  it('refuses a part that begins nowhere', async () => {
    expect((await openPage(hub, '/sitemap-records.xml?after=nowhere')).status).toBe(400);
  });
});

/** Large files are not for `openPage`, which reads everything as a page. */
async function readXml(hub: TestHub, address: string): Promise<XmlElement> {
  const response = await fetch(hub.url + address);
  return parseXml(await response.text());
}
