import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { parseXml } from './support/xml.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language: string;
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_text: string;
    readonly date_published: string;
    readonly date_modified: string;
    readonly tags: readonly string[];
  }[];
}

interface Changed {
  readonly hub: { readonly changedAt: string };
}

describe('Feeds', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const atom = async (address: string) => parseXml((await openPage(hub, address)).html);
  const json = async (address: string) =>
    JSON.parse((await openPage(hub, address)).html) as JsonFeed;

  it.each(['es', 'en', 'pt', 'fr'])('are valid Atom, in %s', async (locale) => {
    const page = await openPage(hub, `/${locale}/feed.atom`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseXml(page.html);

    expect(feed.attributes).toMatchObject({
      xmlns: 'http://www.w3.org/2005/Atom',
      'xml:lang': locale,
    });
    const own = `${hub.hub.url}/${locale}/feed.atom`;
    expect(feed.child('id').text).toBe(own);
    expect(feed.child('updated').text).toMatch(MOMENT);
    expect(feed.child('author').child('name').text).not.toBe('');
    const links = feed.all('link').map(({ attributes: { rel, href } }) => [rel, href]);
    expect(links).toEqual([
      ['self', own],
      ['alternate', `${hub.hub.url}/${locale}`],
    ]);
    const entries = feed.all('entry');
    expect(entries).toHaveLength(30);
    expect(new Set(entries.map((entry) => entry.child('id').text)).size).toBe(30);
    for (const entry of entries) {
      expect(entry.child('title').text).not.toBe('');
      expect(entry.child('summary').text).not.toBe('');
      expect(entry.child('updated').text).toMatch(MOMENT);
      expect(entry.child('published').text).toMatch(MOMENT);
      expect(entry.child('link').attributes).toMatchObject({
        rel: 'alternate',
        href: entry.child('id').text,
      });
      expect(entry.child('id').text.startsWith(`${hub.hub.url}/${locale}/items/`)).toBe(true);
      for (const { attributes } of entry.all('category')) expect(attributes.term).not.toBe('');
    }
  });

  it('tell what came last first', async () => {
    const { items } = await json('/en/feed.json');

    const days = items.map((item) => item.date_published);
    expect(days).toEqual([...days].sort((one, other) => other.localeCompare(one)));
  });

  it('are valid JSON Feed with the same entries', async () => {
    const feed = await json('/fr/feed.json');
    const entries = (await atom('/fr/feed.atom')).all('entry');

    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'fr',
      home_page_url: `${hub.hub.url}/fr`,
      feed_url: `${hub.hub.url}/fr/feed.json`,
    });
    expect(feed.items.map(({ id }) => id)).toEqual(entries.map((entry) => entry.child('id').text));
    for (const item of feed.items) expect(item.content_text).not.toBe('');
  });

  it('follow a saved search, named after it', async () => {
    const search = '?q=protocolo&kind=PROTOCOL&stage=RESPONSE';
    const feed = await json(`/es/feed.json${search}`);

    expect(feed.title).toBe('Saberes: «protocolo», Protocolo y Respuesta');
    expect(feed.feed_url).toBe(`${hub.hub.url}/es/feed.json${search}`);
    expect(feed.home_page_url).toBe(`${hub.hub.url}/es/search${search}`);
    expect(feed.items.length).toBeGreaterThan(0);
    for (const { tags } of feed.items) expect(tags).toContain('Protocolo');
  });

  it('are offered by every page, and that of a search by its results', async () => {
    const { document } = await openPage(hub, '/en/search?country=MX&page=1');

    const offered = [
      ...document.querySelectorAll(
        'link[rel=alternate][type*="atom"], link[rel=alternate][type*="feed"]',
      ),
    ].map((link) => link.getAttribute('href'));
    expect(offered).toEqual([
      '/en/feed.atom',
      '/en/feed.json',
      '/en/feed.atom?country=MX',
      '/en/feed.json?country=MX',
    ]);
    for (const address of offered) expect((await openPage(hub, address ?? '')).status).toBe(200);
  });

  it('stay well formed when nothing is in them', async () => {
    const feed = await atom('/es/feed.atom?q=xyzq');

    const { changedAt } = (await hub.query<Changed>('{ hub { changedAt } }')).hub;
    expect(feed.all('entry')).toEqual([]);
    expect(feed.child('updated').text).toBe(changedAt);
  });

  it.each(['?kind=NONE', '?country=ZZ', '?stage=%3Cscript%3E'])(
    'refuse a filter that means nothing: %s',
    async (search) => {
      expect((await openPage(hub, `/es/feed.atom${search}`)).status).toBe(400);
    },
  );

  it('escape whatever a record or a search says', async () => {
    const title = 'A ]]> & <b>"one"</b> ]]> \u0001\u000b end';
    await hub.build.item({ slug: 'hostile', texts: { es: { title } } });
    const shown = title.replaceAll('\u0001', '\ufffd').replaceAll('\u000b', '\ufffd');

    const feed = await atom('/es/feed.atom?q=%3Cb%3Ehostile%3C/b%3E+%26+]]%3E+end');

    expect(feed.child('title').text).toContain('<b>hostile</b> & ]]> end');
    const titles = feed.all('entry').map((entry) => entry.child('title').text);
    expect(titles).toContain(shown);
  });
});
