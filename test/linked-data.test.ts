import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { KnowledgeKind, Stage } from '../schema/knowledge-enums.js';
import { linkedDataOf } from './support/active-content.js';
import { openPage } from './support/page.js';
import { expandSchemaOrg } from './support/schema-org.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const LD = 'application/ld+json';
const CONTROL = 'Uno\u0000\u0007\u000b\u2028 </script> "dos" \ud800 y';

describe('A record as linked data', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    await hub.build.protocol({
      slug: 'whole',
      countries: ['CR', 'DO'],
      themes: ['health'],
      challenges: ['H1'],
      actors: [{ role: ActorRole.AUTHOR, actor: 'act_amexcid' }],
      sources: [{ title: 'Acta', url: 'https://example.org/acta' }],
      steps: [{ number: 1, stage: Stage.RESPONSE, text: { es: 'Avisar' } }],
      texts: { es: { title: CONTROL }, en: { title: 'One' }, pt: { title: 'Um' } },
    });
  });
  afterAll(() => hub.stop());

  const open = (address: string, accept?: string) =>
    fetch(hub.url + address, { redirect: 'manual', headers: accept ? { accept } : {} });
  const read = async (address: string, accept?: string) =>
    (await (await open(address, accept)).json()) as Record<string, unknown>;

  it('is what its page says of it', async () => {
    const page = await openPage(hub, '/es/items/whole');
    const file = await open('/es/items/whole.jsonld');

    expect(file.headers.get('content-type')).toBe(`${LD}; charset=utf-8`);
    expect(file.headers.get('content-language')).toBe('es');
    expect(file.headers.get('access-control-allow-origin')).toBe('*');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(await file.json()).toEqual(linkedDataOf(page));
  });

  it('is answered to whoever prefers it to a page, and to nobody else', async () => {
    const asked = [LD, `${LD}, text/html;q=0.5`, 'text/html', '*/*', undefined, `${LD};q=0.1, */*`];
    const types: (string | null)[] = [];
    for (const accept of [...asked, ...asked]) {
      const { status, headers } = await open('/pt/items/whole', accept);
      expect([status, /\baccept\b(?!-)/i.test(headers.get('vary') ?? '')]).toEqual([200, true]);
      types.push(headers.get('content-type')?.split(';')[0] ?? null);
    }

    const html = 'text/html';
    const expected = [LD, LD, html, html, html, html];
    expect(types).toEqual([...expected, ...expected]);
  });

  it('is found from an address without language', async () => {
    const sent = await open('/items/whole', LD);
    const followed = await fetch(`${hub.url}/items/whole`, {
      headers: { accept: LD, 'accept-language': 'en' },
    });

    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/es/items/whole']);
    expect(await followed.json()).toMatchObject({ name: 'One', inLanguage: 'en' });
    expect((await open('/items/whole.jsonld')).headers.get('location')).toBe(
      '/es/items/whole.jsonld',
    );
  });

  it('has one tag and is not sent twice', async () => {
    const first = await open('/es/items/whole', LD);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${hub.url}/es/items/whole`, {
      headers: { accept: LD, 'if-none-match': etag },
    });
    const page = await fetch(`${hub.url}/es/items/whole`, { headers: { 'if-none-match': etag } });

    expect([again.status, page.status]).toEqual([304, 200]);
  });

  it('links a translation with its original, both ways', async () => {
    const original = await read('/es/items/whole.jsonld');
    const translation = await read('/en/items/whole.jsonld');
    const lent = await read('/fr/items/whole.jsonld');

    const at = (locale: string) => `${hub.hub.url}/${locale}/items/whole`;
    expect(original).toMatchObject({
      '@id': at('es'),
      workTranslation: [
        { '@id': at('en'), name: 'One', inLanguage: 'en' },
        { '@id': at('pt'), name: 'Um', inLanguage: 'pt' },
      ],
    });
    expect(translation).toMatchObject({
      '@id': at('en'),
      translationOfWork: { '@id': at('es'), inLanguage: 'es' },
    });
    expect(lent).toMatchObject({ '@id': at('es'), inLanguage: 'es', genre: 'Protocole' });
  });

  it('says what it is about, who wrote it and what may be done with it', async () => {
    const data = await read('/en/items/whole.jsonld');

    expect(data).toMatchObject({
      '@type': 'HowTo',
      author: [{ '@type': 'Organization', '@id': `${hub.hub.url}/actors/amexcid` }],
      conditionsOfAccess: 'Open licence',
      usageInfo: `${hub.hub.url}/en/about#rights`,
      spatialCoverage: [
        { '@type': 'Country', identifier: 'CR' },
        { '@type': 'Country', identifier: 'DO' },
      ],
      about: [
        { '@type': 'DefinedTerm', '@id': `${hub.hub.url}/themes/health`, termCode: 'health' },
        { '@type': 'DefinedTerm', termCode: 'H1' },
      ],
    });
    expect((await openPage(hub, '/en/about')).document.querySelector('#rights')).not.toBeNull();
  });

  it.each([
    [KnowledgeKind.CASE_STUDY, 'Report'],
    [KnowledgeKind.BEST_PRACTICE, 'Article'],
    [KnowledgeKind.LESSON_LEARNED, 'Article'],
    [KnowledgeKind.PROTOCOL, 'Article'],
  ])('has the type of its kind: %s', async (kind, type) => {
    const slug = `typed-${kind.toLowerCase()}`;
    await hub.build.item({ slug, kind });

    expect(await read(`/es/items/${slug}.jsonld`)).toMatchObject({ '@type': type });
  });

  it('uses no word that schema.org does not know, in any shipped record', async () => {
    const { knowledgeItems } = await hub.query<{ knowledgeItems: { nodes: { slug: string }[] } }>(
      '{ knowledgeItems(first: 100) { nodes { slug } } }',
    );
    for (const { slug } of [{ slug: 'whole' }, ...knowledgeItems.nodes]) {
      const data = await read(`/en/items/${slug}.jsonld`);
      const [record] = await expandSchemaOrg(data);
      const { '@context': _context, '@id': _id, '@type': _type, ...properties } = data;
      const kept = Object.keys(record ?? {}).filter((key) => !key.startsWith('@'));
      expect(kept.sort()).toEqual(
        Object.keys(properties)
          .map((name) => `https://schema.org/${name}`)
          .sort(),
      );
    }
    await expect(
      expandSchemaOrg({ '@context': 'https://schema.org', '@type': 'Report', wording: 'x' }),
    ).rejects.toThrow('Safe mode');
  });

  it('is not there for a record that is not', async () => {
    const missing = await open('/es/items/nowhere', LD);

    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect((await open('/es/items/nowhere.jsonld')).status).toBe(404);
  });
});
