import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
}

/** As RFC 8288 has it: addresses in angle brackets, attributes in quotes. */
function readLinks(header: string): readonly Link[] {
  const links = [...header.matchAll(/<([^>]*)>((?:; \w+="[^"]*")*)(?:, |$)/g)];
  expect(links.map(([whole]) => whole).join('')).toBe(header);
  return links.map(([, href = '', attributes = '']) => ({
    href,
    ...Object.fromEntries(
      [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    ),
  })) as Link[];
}

describe('Signposts of a record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    const website = 'https://example.org/a, b>; rel="evil"<ñ>';
    const { _id: actor } = await hub.build.actor({ slug: 'autora', website });
    const { _id: bare } = await hub.build.actor({ slug: 'sin-sitio' });
    const hash = 'a'.repeat(64);
    const name = 'plan "ñ>, <x.pdf';
    const type = 'application/pdf' as const;
    await hub.build.protocol({
      slug: 'whole',
      actors: [
        { role: ActorRole.AUTHOR, actor },
        { role: ActorRole.AUTHOR, actor: bare },
      ],
      attachments: [{ id: 'att_1', hash, name, type, bytes: 10 }],
      texts: { es: {}, en: {} },
    });
    const files = Array.from({ length: 20 }, (_one, number) => ({
      id: `att_many${number}`,
      hash,
      name: `Plan de acción n.º ${number} – versión en español.pdf`,
      type,
      bytes: 10,
    }));
    await hub.build.protocol({ slug: 'many', attachments: files });
  });
  afterAll(() => hub.stop());

  const at = (path: string) => hub.hub.url + path;
  const linksOf = async (path: string, init: RequestInit = {}) => {
    const { headers, status } = await fetch(hub.url + path, init);
    expect(status).toBe(200);
    return readLinks(headers.get('link') ?? '');
  };
  const targets = (links: readonly Link[], rel: string) =>
    links.filter((link) => link.rel === rel).map(({ href }) => href);

  it('lead from its page to all that belongs to it', async () => {
    const links = await linksOf('/es/items/whole');

    expect(targets(links, 'cite-as')).toEqual([at('/items/whole')]);
    expect(targets(links, 'type')).toEqual([
      'https://schema.org/AboutPage',
      'https://schema.org/Article',
    ]);
    expect(targets(links, 'license')).toEqual([at('/about#rights')]);
    expect(targets(links, 'describedby')).toEqual([
      at('/es/items/whole.jsonld'),
      at('/es/items/whole/cite.bib'),
      at('/es/items/whole/cite.ris'),
      at('/es/items/whole/cite.csl.json'),
      at('/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai%3Alocalhost%3Aitm_whole'),
    ]);
    const [harvested = ''] = targets(links, 'describedby').slice(-1);
    const record = await (await fetch(harvested.replace('localhost:', '127.0.0.1:'))).text();
    expect(record).toContain('<dc:title xml:lang="es">whole</dc:title>');
    expect(links).toContainEqual({
      rel: 'linkset',
      type: 'application/linkset+json',
      href: at('/es/items/whole/linkset.json'),
    });
  });

  it('cannot be given others by what a record holds', async () => {
    const links = await linksOf('/es/items/whole');
    const [author, ...others] = targets(links, 'author');
    const [file] = targets(links, 'item');

    expect(others).toEqual([]);
    expect(new URL(author ?? '').origin).toBe('https://example.org');
    expect(author).not.toMatch(/[<>" ]/);
    expect(new URL(file ?? '').pathname).toMatch(/^\/attachments\/att_1\//);
    expect(new Set(links.map(({ rel }) => rel))).toEqual(
      new Set(['cite-as', 'type', 'author', 'license', 'describedby', 'item', 'linkset']),
    );
  });

  it('are the same without the page, from memory, and when nothing changed', async () => {
    const links = await linksOf('/en/items/whole');
    const { headers } = await fetch(at('/en/items/whole').replace('localhost', '127.0.0.1'));
    const unchanged = await fetch(`${hub.url}/en/items/whole`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });

    expect(await linksOf('/en/items/whole', { method: 'HEAD' })).toEqual(links);
    expect(unchanged.status).toBe(304);
    expect(readLinks(unchanged.headers.get('link') ?? '')).toEqual(links);
  });

  it('lead back from its description', async () => {
    const links = await linksOf('/es/items/whole.jsonld');

    expect(links).toEqual([{ rel: 'describes', href: at('/es/items/whole'), type: 'text/html' }]);
  });

  it('are one set, too', async () => {
    const response = await fetch(`${hub.url}/es/items/whole/linkset.json`);
    const { linkset } = (await response.json()) as { linkset: Record<string, object[]>[] };
    const [page, ...descriptions] = linkset;

    expect(response.headers.get('content-type')).toBe('application/linkset+json');
    expect(page).toMatchObject({
      anchor: at('/es/items/whole'),
      'cite-as': [{ href: at('/items/whole') }],
      item: [{ type: 'application/pdf' }],
    });
    expect(descriptions).toHaveLength(5);
    expect(descriptions[0]).toEqual({
      anchor: at('/es/items/whole.jsonld'),
      describes: [{ href: at('/es/items/whole'), type: 'text/html' }],
    });
  });

  it('are in the set alone where there are too many for a header', async () => {
    const { headers } = await fetch(`${hub.url}/es/items/many`);
    const header = headers.get('link') ?? '';
    const [set = ''] = targets(readLinks(header), 'linkset');
    const response = await fetch(set.replace('localhost', '127.0.0.1'));
    const { linkset } = (await response.json()) as { linkset: Record<string, object[]>[] };

    expect(header.length).toBeLessThan(3_000);
    expect(targets(readLinks(header), 'cite-as')).toEqual([at('/items/many')]);
    expect(linkset[0]?.item).toHaveLength(20);
  });

  it('stand on no page that is no record', async () => {
    for (const path of ['/es', '/es/items/nowhere', '/es/search']) {
      expect((await fetch(hub.url + path)).headers.get('link')).toBeNull();
    }
  });

  it('name it as harvesters do, and so does the API', async () => {
    const { knowledgeItem } = await hub.query<{ knowledgeItem: { oaiIdentifier: string } }>(
      '{ knowledgeItem(slug: "whole") { oaiIdentifier } }',
    );
    const identifier = encodeURIComponent(knowledgeItem.oaiIdentifier);
    const harvested = at(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);

    expect((await linksOf('/en/items/whole')).map(({ href }) => href)).toContain(harvested);
    expect(await (await fetch(harvested)).text()).toContain('<GetRecord>');
  });
});
