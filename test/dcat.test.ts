import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hrefs, openPage } from './support/page.js';
import { ReadGraph } from './support/rdf.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

/** Jest cannot load the library of these: test/reference-exports.test.ts opens them. */
const IN_ANOTHER_PROCESS = /search\.(bib|ris)$/;

describe('The catalogue of open data', () => {
  let hub: TestHub;
  let graph: ReadGraph;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    graph = ReadGraph.ofTurtle(await text('/catalog.ttl'));
  });
  afterAll(() => hub.stop());

  const text = async (path: string) => (await fetch(hub.url + path)).text();
  const at = (path: string) => hub.hub.url + path;

  it('names its data sets in four languages', () => {
    const [catalogue = ''] = graph.ofType('dcat:Catalog');
    const sets = graph.values(catalogue, 'dcat:dataset');

    expect(catalogue).toBe(at('/catalog'));
    expect([...sets].sort()).toEqual([...graph.ofType('dcat:Dataset')].sort());
    for (const one of [catalogue, ...sets]) {
      for (const name of ['dct:title', 'dct:description']) {
        const languages = graph.texts(one, name).map((title) => title.slice(0, 3));
        expect(languages).toEqual(['es ', 'en ', 'pt ', 'fr ']);
      }
      expect(graph.values(one, 'dct:license')).toEqual([at('/about#rights')]);
      expect(graph.values(one, 'dct:publisher')).toEqual([at('/')]);
    }
    expect(graph.values(at('/'), 'foaf:name')).toEqual(['Saberes']);
  });

  it('files the records under concepts of the thesaurus', async () => {
    const thesaurus = ReadGraph.ofTurtle(await text('/thesaurus.ttl'));
    const themes = graph.values(at('/catalog#records'), 'dcat:theme');
    const [taxonomy = ''] = graph.values(at('/catalog'), 'dcat:themeTaxonomy');

    expect([...themes].sort()).toEqual(
      [...thesaurus.values(taxonomy, 'skos:hasTopConcept')].sort(),
    );
    expect(themes.length).toBeGreaterThan(3);
  });

  it('leads to files that are there and are what it says', async () => {
    const files = graph.ofType('dcat:Distribution');
    const listed = graph
      .ofType('dcat:Dataset')
      .flatMap((set) => graph.values(set, 'dcat:distribution'));

    expect([...listed].sort()).toEqual([...files].sort());
    for (const file of files) {
      const [address = ''] = graph.values(file, 'dcat:downloadURL');
      if (IN_ANOTHER_PROCESS.test(address)) continue;
      const { status, headers } = await fetch(address.replace('localhost', '127.0.0.1'));
      const [type] = graph.values(file, 'dcat:mediaType');
      const sent = headers.get('content-type')?.split(';')[0];
      expect([address, status]).toEqual([address, 200]);
      const named = `https://www.iana.org/assignments/media-types/${sent}`;
      expect(type ?? named).toBe(named);
    }
    expect(files.length).toBeGreaterThan(8);
  });

  it('leads to doors that answer', async () => {
    const services = graph.ofType('dcat:DataService');

    expect([...graph.values(at('/catalog'), 'dcat:service')].sort()).toEqual([...services].sort());
    for (const service of services) {
      const [address = ''] = graph.values(service, 'dcat:endpointURL');
      const { status } = await fetch(address.replace('localhost', '127.0.0.1'), { method: 'POST' });
      expect([address, status]).not.toEqual([address, 404]);
    }
  });

  it('tells when the records changed last', async () => {
    const changed = async () => {
      const read = ReadGraph.ofTurtle(await text('/catalog.ttl'));
      return [
        ...read.values(at('/catalog#records'), 'dct:modified'),
        ...read.values(at('/catalog'), 'dcat:version'),
      ];
    };
    const before = await changed();
    await hub.build.item({ slug: 'newest' });
    const { knowledgeItem } = await hub.query<{ knowledgeItem: { updatedAt: string } }>(
      '{ knowledgeItem(slug: "newest") { updatedAt } }',
    );
    const [modified, version] = await changed();

    expect(modified).toBe(knowledgeItem.updatedAt);
    expect(Number(version)).toBeGreaterThan(Number(before[1]));
  });

  it('says the same as JSON-LD', async () => {
    const turtle = ReadGraph.ofTurtle(await text('/catalog.ttl'));
    const json = await ReadGraph.ofJsonLd(await text('/catalog.jsonld'));

    expect(json.statements).toEqual(turtle.statements);
  });

  it('is found from the pages that speak of data', async () => {
    for (const path of ['/es', '/en/about', '/pt/api']) {
      const page = await openPage(hub, path);
      expect(hrefs(page, 'link[rel="alternate"][type="text/turtle"]')).toEqual(['/catalog.ttl']);
    }
    const api = await openPage(hub, '/fr/api');
    expect(hrefs(api, 'main a')).toEqual(
      expect.arrayContaining(['/catalog.ttl', '/thesaurus.ttl']),
    );
  });
});
