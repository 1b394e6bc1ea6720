import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { StoredQueryStatus } from '../schema/partner-enums.js';
import { ACTIVE_TEXTS, activeIn } from './support/active-content.js';
import { openPage } from './support/page.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { parseXml } from './support/xml.js';

interface Oembed {
  readonly version: string;
  readonly type: string;
  readonly title: string;
  readonly author_name?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

const RECORD = '/items/ciss-disaster-protocol';

describe('oEmbed', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const ask = (parameters: Readonly<Record<string, string>>) =>
    fetch(`${hub.url}/oembed?${new URLSearchParams(parameters)}`);
  const about = (path: string, more: Readonly<Record<string, string>> = {}) =>
    ask({ url: hub.hub.url + path, ...more });
  const read = async (path: string, more: Readonly<Record<string, string>> = {}) =>
    (await (await about(path, more)).json()) as Oembed;
  const frameOf = ({ html }: Pick<Oembed, 'html'>) => {
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    expect(document.body.children).toHaveLength(1);
    const frame = document.querySelector('iframe');
    if (!frame) throw new Error(html);
    return frame;
  };

  it.each([
    ['es', '/', 'newest'],
    ['en', '/search?q=medicines&country=MX', 'search?query=medicines&country=MX'],
    ['pt', '/search?kind=PROTOCOL&theme=health', 'newest?kind=PROTOCOL&theme=health'],
    ['fr', RECORD, 'item?slug=ciss-disaster-protocol'],
    ['es', '/countries/MX', 'country?code=MX'],
    ['en', '/themes/health', 'theme?code=health'],
    ['pt', '/challenges/H1', 'challenge?code=H1'],
  ])(
    'is found and read by a site where a page is pasted: /%s%s',
    async (locale, path, embedded) => {
      const address = `/${locale}${path === '/' ? '' : path}`;
      const page = await openPage(hub, address);
      const link = page.document.querySelector('link[type="application/json+oembed"]');
      const response = await fetch(
        (link?.getAttribute('href') ?? '').replace(hub.hub.url, hub.url),
      );

      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const answer = (await response.json()) as Oembed;
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        provider_name: 'Saberes',
        provider_url: `${hub.hub.url}/${locale}`,
        width: 640,
        height: expect.any(Number),
        cache_age: expect.any(Number),
      });
      const frame = frameOf(answer);
      expect(frame.getAttribute('src')).toBe(`${hub.hub.url}/${locale}/embed/${embedded}`);
      expect(frame.getAttribute('title')).toBe(answer.title);
      expect(answer.title).not.toBe('');
      expect(frame.getAttribute('loading')).toBe('lazy');
      expect(frame.getAttribute('referrerpolicy')).toBe('strict-origin');
      expect(frame.getAttribute('width')).toBe(String(answer.width));
      expect(frame.getAttribute('height')).toBe(String(answer.height));
    },
  );

  it('says the same in XML', async () => {
    const page = await openPage(hub, `/es${RECORD}`);
    const link = page.document.querySelector('link[type="text/xml+oembed"]');
    const response = await fetch((link?.getAttribute('href') ?? '').replace(hub.hub.url, hub.url));

    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const root = parseXml(await response.text());
    expect(root.name).toBe('oembed');
    const fields = Object.fromEntries(root.children.map(({ name, text }) => [name, text]));
    const asJson = Object.entries(await read(`/es${RECORD}`));
    expect(fields).toEqual(Object.fromEntries(asJson.map(([name, value]) => [name, `${value}`])));
  });

  it('names a record and its authors in the language of the address', async () => {
    const inEnglish = await read(`/en${RECORD}`);
    const page = await openPage(hub, `/en${RECORD}`);

    expect(inEnglish.title).toBe(page.text('h1'));
    expect(inEnglish.author_name).not.toBe('');
    expect((await read(`/es${RECORD}`)).title).not.toBe(inEnglish.title);
    expect((await read(RECORD)).provider_url).toBe(`${hub.hub.url}/es`);
  });

  it('takes the address of a frame, with how it looks', async () => {
    const frame = '/fr/embed/country?code=MX&theme-mode=dark&limit=3';

    expect(frameOf(await read(frame)).getAttribute('src')).toBe(hub.hub.url + frame);
  });

  it('takes the frame of a stored query by the key of its partner, for as long as it is there', async () => {
    const { models, embedding } = hub.hub;
    const partner = await buildPartner(models);
    const other = await buildPartner(models);
    const title = 'Ours & <theirs>';
    await buildStoredQuery(models, { _id: 'ours', partner: partner._id, title });
    const frame = `/en/embed/ours?country=MX&key=${partner.publicKey}&theme-mode=dark`;
    const answer = await read(frame);

    expect(answer.title).toBe(title);
    expect(frameOf(answer).getAttribute('src')).toBe(hub.hub.url + frame);
    for (const key of [other.publicKey, partner.secretKey, 'sabp_wrong', ''])
      expect((await about(`/en/embed/ours?key=${key}`)).status).toBe(404);
    await models.storedQuery.updateOne({ _id: 'ours' }, { status: StoredQueryStatus.RETIRED });
    embedding.queries.forget();
    expect((await about(frame)).status).toBe(404);
  });

  it('stays within the room that it is given', async () => {
    const small = await read(`/es${RECORD}`, { maxwidth: '300', maxheight: '150' });
    expect(small).toMatchObject({ width: 300, height: 150 });
    expect(frameOf(small).getAttribute('width')).toBe('300');

    const large = await read(`/es${RECORD}`, { maxwidth: '4000', maxheight: '4000', dnt: '1' });
    expect(large.width).toBe(640);
    expect(large.height).toBeLessThan(640);
  });

  it.each([
    '/es/items/nowhere',
    '/es/countries/ZZ',
    '/es/themes/nothing',
    '/es/challenges/H99',
    '/es/search?country=ZZ',
    '/es/search?kind=NONE',
    '/es/search?q=a&stage=RESPONSE',
    '/es/embed/item',
    '/es/embed/nothing',
    '/es/about',
    '/es/workspace',
    '/es/account',
    '/nowhere',
    '/es/items/%E0%A4%A',
  ])('has nothing for %s', async (path) => {
    const response = await about(path);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('does not know what is not public', async () => {
    await hub.build.item({ slug: 'hidden', status: ItemStatus.DRAFT });

    expect((await about('/es/items/hidden')).status).toBe(404);
  });

  it.each([
    'https://example.org/es/items/ciss-disaster-protocol',
    'https://127.0.0.1:1/es',
    'http://localhost@example.org/es',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('refuses another site, without asking it: %s', async (url) => {
    expect((await ask({ url })).status).toBe(404);
  });

  it('refuses the hub under another user or port', async () => {
    const { host, port } = new URL(hub.hub.url);
    for (const url of [`http://me@${host}/es`, `http://localhost:${Number(port) + 1}/es`])
      expect((await ask({ url })).status).toBe(404);
  });

  it.each([
    [{}, 400],
    [{ url: '' }, 400],
    [{ url: '/es/items/ciss-disaster-protocol' }, 400],
    [{ url: 'http://' }, 400],
    [{ url: 'http://localhost/', maxwidth: '0' }, 400],
    [{ url: 'http://localhost/', maxwidth: '-5' }, 400],
    [{ url: 'http://localhost/', maxheight: 'wide' }, 400],
    [{ url: 'http://localhost/', format: 'yaml' }, 501],
  ])('refuses what it does not understand: %j', async (parameters, status) => {
    const response = await ask(parameters as Record<string, string>);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('is not offered by pages that cannot be embedded', async () => {
    for (const path of [
      '/es/about',
      '/es/search?stage=RESPONSE',
      '/es/search?country=ZZ',
      '/es/no',
    ])
      expect((await openPage(hub, path)).document.querySelector('[type$=oembed]')).toBeNull();
  });

  it('stays text whatever a record says', async () => {
    for (const [index, text] of ACTIVE_TEXTS.entries()) {
      await hub.build.item({ slug: `active-${index}`, texts: { es: { title: text } } });
      const answer = await read(`/es/items/active-${index}`);

      expect(answer.title).toBe(text);
      const frame = frameOf(answer);
      expect(frame.getAttribute('title')).toBe(text);
      const { document } = parseHTML(`<html><body>${answer.html}</body></html>`);
      expect(activeIn({ document })).toEqual(['iframe']);
      const xml = await (await about(`/es/items/active-${index}`, { format: 'xml' })).text();
      expect(parseXml(xml).child('html').text).toContain('<iframe');
    }
  });
});
