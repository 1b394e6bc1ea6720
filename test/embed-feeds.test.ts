import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { embedded } from './support/embed.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';
import { parseXml } from './support/xml.js';

interface JsonFeed {
  readonly title: string;
  readonly description: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly content_text: string;
    readonly date_published?: string;
    readonly date_modified?: string;
    readonly language: string;
    readonly tags: readonly string[];
  }[];
}

const HOSTILE = 'Uno\u0000\u0007\u000b ]]> <b>&amp; "dos" \ufffe';
const STORED = `query Ours($words: String! = "vacunas") {
  hub { name }
  search(query: $words) { nodes { title url summary publishedAt: title } }
}`;

/** Only some of its records come with a date. */
const MIXED = `query Ours {
  knowledgeItems(first: 10) { nodes { title url ... on Protocol { publishedAt } } }
}`;

describeOnEveryStore('A feed of an embedded question', (startHub) => {
  let hub: TestHub;
  let key: string;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.country({ code: 'PE', name: 'Perú' });
    await hub.build.items([
      { slug: 'a', countries: ['PE'], texts: { es: { title: 'Vacunas uno' } } },
      { slug: 'b', publishedAt: '2024-05-06', texts: { es: { title: HOSTILE } } },
      { slug: 'c', texts: { es: { title: 'Tres' }, en: { title: 'Three' } } },
    ]);
    await hub.build.protocol({ slug: 'd', publishedAt: '2019-01-02' });
    const { models } = hub.hub;
    const partner = await buildPartner(models);
    key = partner.publicKey;
    const parts = { partner: partner._id, operationName: 'Ours' };
    const variables = [{ name: 'words', value: 'vacunas', isOpen: true }];
    await buildStoredQuery(models, { ...parts, _id: 'ours', document: STORED, variables });
    await buildStoredQuery(models, { ...parts, _id: 'mixed', document: MIXED, variables: [] });
    const document = 'query Ours { hub { name counts { items } } }';
    await buildStoredQuery(models, { ...parts, _id: 'figures', document, variables: [] });
  });
  afterAll(() => hub.stop());

  const open = (what: string, init: RequestInit = {}) => fetch(`${hub.url}/embed/${what}`, init);
  const json = async (what: string, init?: RequestInit) =>
    (await (await open(what, init)).json()) as JsonFeed;
  const atom = async (what: string, init?: RequestInit) =>
    parseXml(await (await open(what, init)).text());
  const lastChange = async () =>
    (await hub.query<{ hub: { changedAt: string } }>('{ hub { changedAt } }')).hub.changedAt;
  const titles = ({ items }: JsonFeed) => items.map(({ title }) => title);

  it('lists what its JSON does, as Atom and as JSON Feed', async () => {
    const answer = await embedded(hub, 'newest?lang=es&limit=2');
    const cards = answer.data.list?.nodes ?? [];
    const feed = await atom('newest.atom?lang=es&limit=2');
    const other = await json('newest.feed.json?lang=es&limit=2');

    expect(feed.all('entry').map((entry) => entry.child('id').text)).toEqual(
      cards.map(({ url }) => url),
    );
    expect(other.items.map(({ id }) => id)).toEqual(cards.map(({ url }) => url));
    expect(other.items[0]).toMatchObject({
      date_published: '2024-05-06T00:00:00.000Z',
      date_modified: '2024-05-06T00:00:00.000Z',
      content_text: 'Resumen de b.',
      language: 'es',
    });
    expect((await open('newest.atom')).headers.get('content-type')).toBe(
      'application/atom+xml; charset=utf-8',
    );
    expect((await open('newest.feed.json')).headers.get('content-type')).toBe(
      'application/feed+json; charset=utf-8',
    );
  });

  it('is about its subject, and of one record where the question is', async () => {
    const country = await json('country.feed.json?code=PE&lang=en');
    const item = await atom('item.atom?slug=c&lang=en');

    expect(country.title).toBe('Saberes: Perú');
    expect(country.home_page_url).toBe(`${hub.hub.url}/en/countries/PE`);
    expect(titles(country)).toEqual(['Vacunas uno']);
    expect(country.items[0]).toMatchObject({ language: 'es', tags: ['Case study', 'Perú'] });
    expect(item.all('entry').map((entry) => entry.child('title').text)).toEqual(['Three']);
  });

  it('still parses when a title holds what XML forbids', async () => {
    const feed = await atom('newest.atom?limit=5');
    const [entry] = feed.all('entry');

    expect(entry?.child('title').text).toContain(']]> <b>&amp; "dos"');
    expect(titles(await json('newest.feed.json'))[0]).toContain('<b>&amp;');
  });

  it('names itself the same, however it was asked', async () => {
    const one = await atom('newest.atom?limit=5&country=PE&lang=es');
    const other = await atom('newest.atom?country=PE&limit=5', {
      headers: { 'accept-language': 'es' },
    });

    expect(one.child('id').text).toBe(
      `${hub.hub.url}/embed/newest.atom?country=PE&lang=es&limit=5`,
    );
    expect(other.child('id').text).toBe(one.child('id').text);
  });

  it('keeps languages apart, also where nothing is found', async () => {
    const none = (locale: string) =>
      json('search.feed.json?query=xyzq', { headers: { 'accept-language': locale } });

    const [es, en] = [await none('es'), await none('en')];
    expect([es.language, en.language]).toEqual(['es', 'en']);
    expect([es.items, en.items]).toEqual([[], []]);
    expect(en.description).toBe('There is nothing to show here yet.');
    expect(es.description).not.toBe(en.description);
  });

  it('is had of a stored query with its key, and not told it in its name', async () => {
    const init = { headers: { origin: ORIGIN } };
    const feed = await atom(`ours.atom?key=${key}`, init);
    const found = await json(`ours.feed.json?key=${key}&words=tres`, init);

    expect(feed.all('entry').map((entry) => entry.child('title').text)).toEqual(['Vacunas uno']);
    expect(feed.all('entry')[0]?.child('updated').text).toBe(await lastChange());
    expect(feed.child('id').text).toBe(`${hub.hub.url}/embed/ours.atom?lang=es`);
    expect(feed.all('link')[0]?.attributes.href).toContain(`key=${key}`);
    expect(titles(found)).toEqual(['Tres']);
    expect(found.items[0]).not.toHaveProperty('date_modified');
  });

  it('dates entries without a date as Atom demands, and not at all in JSON', async () => {
    const init = { headers: { origin: ORIGIN } };
    const feed = await atom(`mixed.atom?key=${key}`, init);
    const { items } = await json(`mixed.feed.json?key=${key}`, init);

    const moment = '2019-01-02T00:00:00.000Z';
    expect(feed.all('entry').map((entry) => entry.child('updated').text)).toEqual(
      Array(4).fill(moment),
    );
    expect(items.flatMap(({ date_modified = [] }) => date_modified)).toEqual([moment]);
  });

  it('is empty and says so where the answer has no records', async () => {
    const init = { headers: { origin: ORIGIN } };
    const feed = await atom(`figures.atom?key=${key}&lang=pt`, init);

    expect(feed.all('entry')).toEqual([]);
    expect(feed.child('subtitle').text).toBe('Ainda não há nada para mostrar aqui.');
    expect(feed.child('updated').text).toBe(await lastChange());
    expect(Date.parse(await lastChange())).toBeGreaterThan(Date.parse('2024-05-06'));
  });

  it.each([
    ['nothing', 401],
    ['newest', 400, '?colour=red'],
    ['newest', 400, '?limit=51'],
    ['newest', 400, '?country=ZZ'],
    ['ours', 401, ''],
    ['ours', 401, '?key=sabp_wrong'],
    ['newest', 400, `?query=${'x'.repeat(4_100)}`],
  ])('is refused as its JSON is: %s %i %s', async (id, status, search = '') => {
    const answer = await embedded(hub, `${id}${search}`);
    for (const ending of ['atom', 'feed.json']) {
      const response = await open(`${id}.${ending}${search}`);
      const { errors } = (await response.json()) as typeof answer;
      expect([response.status, errors[0]?.extensions.code]).toEqual([
        status,
        answer.errors[0]?.extensions.code,
      ]);
      expect(errors[0]?.extensions.argument).toBe(answer.errors[0]?.extensions.argument);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is cached as its JSON is and not sent twice', async () => {
    const answer = await embedded(hub, 'newest');
    const first = await open('newest.atom');
    const etag = first.headers.get('etag') ?? '';
    const again = await open('newest.atom', { headers: { 'if-none-match': etag } });
    const head = await open('newest.atom', { method: 'HEAD' });
    const asked = await open('newest.atom', { method: 'OPTIONS' });
    const posted = await open('newest.atom', { method: 'POST' });

    for (const name of [
      'cache-control',
      'access-control-allow-origin',
      'cross-origin-resource-policy',
    ])
      expect(first.headers.get(name)).toBe(answer.headers.get(name));
    expect(first.headers.get('vary')?.toLowerCase()).toContain('accept-language');
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(head.headers.get('etag')).toBe(etag);
    expect([asked.status, posted.status]).toEqual([204, 405]);
  });
});
