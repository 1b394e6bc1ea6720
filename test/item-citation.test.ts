import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { KnowledgeKind, Stage } from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('A reference to a record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    const { build } = hub;
    await build.actor({ slug: 'ciss', name: 'Conferencia de Seguridad Social' });
    await build.actor({ slug: 'sela', name: 'Sistema Económico, S. A.' });
    await build.protocol({
      slug: 'authored',
      actors: [
        { role: ActorRole.AUTHOR, actor: 'act_ciss' },
        { role: ActorRole.AUTHOR, actor: 'act_sela' },
        { role: ActorRole.FUNDER, actor: 'act_ciss' },
      ],
      texts: { es: { title: 'Plan & {llaves}', summary: 'Breve' }, en: { title: 'Plan' } },
      steps: [{ number: 1, stage: Stage.RESPONSE, text: { es: 'Avisar' } }],
      sources: [{ title: 'Acta', url: 'https://example.org/acta' }],
    });
    await build.item({
      slug: 'anonymous',
      publishedAt: null,
      texts: { es: { title: 'Sin autor' } },
    });
  });
  afterAll(() => hub.stop());

  const reference = async (address: string) =>
    (await openPage(hub, address)).text('#reference').replace(/https?:\S+/, 'URL');

  it.each([
    [
      'es',
      'Conferencia de Seguridad Social y Sistema Económico, S. A. (2020, 4 de diciembre). Plan & {llaves} [Protocolo]. Saberes. URL',
    ],
    [
      'en',
      'Conferencia de Seguridad Social, & Sistema Económico, S. A. (2020, December 4). Plan [Protocol]. Saberes. URL',
    ],
    [
      'fr',
      'Conferencia de Seguridad Social et Sistema Económico, S. A. (2020, 4 décembre). Plan & {llaves} [Protocole]. Saberes. URL',
    ],
    [
      'pt',
      'Conferencia de Seguridad Social, & Sistema Económico, S. A. (2020, 4 de dezembro). Plan & {llaves} [Protocolo]. Saberes. URL',
    ],
  ])('follows APA in the reader’s language: %s', async (locale, text) => {
    expect(await reference(`/${locale}/items/authored`)).toBe(text);
  });

  it('begins with the title where nobody is named', async () => {
    expect(await reference('/en/items/anonymous')).toBe(
      'Sin autor [Case study]. (n.d.). Saberes. URL',
    );
  });

  it('names at most twenty authors', async () => {
    const actors = [];
    for (let at = 1; at <= 21; at++) {
      const { _id: actor } = await hub.build.actor({ slug: `author-${at}`, name: `A${at}` });
      actors.push({ role: ActorRole.AUTHOR, actor });
    }
    await hub.build.item({ slug: 'crowd', actors });

    const text = await reference('/es/items/crowd');

    expect(text).toMatch(/^A1, .*A18, A19, … A21\. \(2020/);
  });

  it.each(['cite.bib', 'cite.ris'])('is not there for no record: %s', async (name) => {
    expect((await openPage(hub, `/es/items/nowhere/${name}`)).status).toBe(404);
  });

  it('is in the page for scholarly crawlers', async () => {
    const { document } = await openPage(hub, '/en/items/authored');

    const contents = (name: string) =>
      [...document.querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)].map((meta) =>
        meta.getAttribute('content'),
      );
    expect(contents('citation_title')).toEqual(['Plan']);
    expect(contents('citation_author')).toHaveLength(2);
    expect(contents('citation_publication_date')).toEqual(['2020/12/04']);
    expect(contents('DC.language')).toEqual(['en']);
    expect(contents('og:locale')).toEqual(['en_US']);
    expect(contents('og:locale:alternate')).toEqual(['es_LA']);
  });

  it('is in the page as linked data', async () => {
    const { document } = await openPage(hub, '/es/items/authored');

    const data: unknown = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );

    expect(data).toMatchObject({
      '@type': 'HowTo',
      name: 'Plan & {llaves}',
      inLanguage: 'es',
      datePublished: '2020-12-04T00:00:00.000Z',
      author: [{ name: 'Conferencia de Seguridad Social' }, { name: 'Sistema Económico, S. A.' }],
      contributor: [{ '@type': 'Organization' }],
      isBasedOn: [{ name: 'Acta', url: 'https://example.org/acta' }],
      step: [{ name: 'Respuesta', itemListElement: [{ position: 1, text: 'Avisar' }] }],
    });
  });

  it('cannot end the element of the linked data', async () => {
    const title = '</script><script>alert(1)</script><!--<script>\u2028';
    await hub.build.item({
      slug: 'breaking',
      kind: KnowledgeKind.CASE_STUDY,
      originalLocale: Locale.ES,
      texts: { es: { title } },
    });

    const { html, document } = await openPage(hub, '/es/items/breaking');

    const [, json = ''] = /ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({ '@type': 'Report', name: title });
    expect(document.querySelectorAll('script:not([src])')).toHaveLength(1);
  });
});
