import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadGraph } from './support/rdf.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const CONTROL = 'Uno\u0000 "dos"\u0007\n\\ tres\u000b <x> \u{1f600} \ud800';

describe('The thesaurus as SKOS', () => {
  let hub: TestHub;
  let graph: ReadGraph;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    await hub.build.theme({
      code: 'hostile',
      name: CONTROL,
      aliases: { es: [CONTROL, 'Otra', 'Otra'] },
      exactMatch: ['https://example.org/a b>c', 'dac:120', 'javascript:alert(1)', 'nothing'],
    } as never);
    graph = ReadGraph.ofTurtle(await text('/thesaurus.ttl'));
  });
  afterAll(() => hub.stop());

  const text = async (path: string) => (await fetch(hub.url + path)).text();
  const at = (path: string) => hub.hub.url + path;
  const concepts = () => graph.ofType('skos:Concept');

  it('holds every concept of the hub in its scheme, by the address of its page', async () => {
    const { thematicAreas, challenges, hazards, sustainableDevelopmentGoals } = await hub.query<
      Record<string, { code: string }[]>
    >(
      '{ thematicAreas { code } challenges { code } hazards { code } sustainableDevelopmentGoals { code } }',
    );

    const of = (scheme: string) =>
      new Set(
        concepts()
          .filter((one) => graph.values(one, 'skos:inScheme').includes(at(`/thesaurus#${scheme}`)))
          .map((one) => graph.values(one, 'skos:notation')[0] ?? ''),
      );
    const codes = (all: { code: string }[] = []) => new Set(all.map(({ code }) => code));
    expect(of('themes')).toEqual(codes(thematicAreas));
    expect(of('challenges')).toEqual(codes(challenges));
    expect(of('hazards')).toEqual(codes(hazards));
    expect(of('sdgs')).toEqual(codes(sustainableDevelopmentGoals));
    expect(concepts()).toContain(at('/themes/health'));
    for (const address of ['/themes/health', '/challenges/H1', '/search?hazard=epidemic']) {
      expect(concepts()).toContain(at(address));
      expect((await fetch(hub.url + address)).url).toBe(`${hub.url}/es${address}`);
    }
  });

  it('has names and synonyms in each language, and one preferred name', () => {
    const health = at('/themes/health');

    expect([...graph.texts(health, 'skos:prefLabel')].sort()).toEqual([
      'en Health',
      'es Salud',
      'fr Santé',
      'pt Saúde',
    ]);
    expect(graph.texts(health, 'skos:altLabel')).toContain('es salud pública');
    expect(graph.texts(at('/challenges/H2'), 'skos:definition')).toContain(
      'pt Formar quem trabalha nos serviços e dar-lhe margem para atuar melhor.',
    );
    for (const concept of concepts()) {
      const preferred = graph.texts(concept, 'skos:prefLabel');
      const others = graph.texts(concept, 'skos:altLabel');
      const languages = preferred.map((label) => label.slice(0, 2));
      expect([concept, new Set(languages).size]).toEqual([concept, languages.length]);
      expect(others.filter((label) => preferred.includes(label))).toEqual([]);
      expect(new Set(others).size).toBe(others.length);
    }
  });

  it('goes up and down the same way, without going round', () => {
    for (const concept of concepts()) {
      const broader = graph.values(concept, 'skos:broader');
      for (const one of broader) expect(graph.values(one, 'skos:narrower')).toContain(concept);
      for (const one of graph.values(concept, 'skos:narrower')) {
        expect(graph.values(one, 'skos:broader')).toContain(concept);
      }
      const [scheme = ''] = graph.values(concept, 'skos:inScheme');
      const isTop = graph.values(scheme, 'skos:hasTopConcept').includes(concept);
      expect([concept, isTop]).toEqual([concept, broader.length === 0]);
      expect(graph.values(concept, 'skos:topConceptOf')).toEqual(isTop ? [scheme] : []);
      expect(above(concept)).not.toContain(concept);
    }
    expect(above(at('/themes/health-systems'))).toEqual([at('/themes/health')]);
  });

  function above(concept: string, seen: readonly string[] = []): readonly string[] {
    const [parent] = graph.values(concept, 'skos:broader');
    if (!parent) return seen;
    return seen.includes(parent) ? [...seen, parent, concept] : above(parent, [...seen, parent]);
  }

  it('names the same concepts elsewhere only by addresses of the web', () => {
    expect(graph.values(at('/search?sdg=3'), 'skos:exactMatch')).toEqual([
      'http://metadata.un.org/sdg/3',
    ]);
    expect(graph.values(at('/themes/hostile'), 'skos:exactMatch')).toEqual([
      'https://example.org/a%20b%3Ec',
    ]);
  });

  it('still parses when a name holds what formats forbid', () => {
    const [label] = graph.texts(at('/themes/hostile'), 'skos:prefLabel');

    expect(label).toBe('es Uno "dos" \\ tres <x> \u{1f600} \ufffd');
    expect(graph.texts(at('/themes/hostile'), 'skos:altLabel')).toEqual(['es Otra']);
  });

  it('says the same as JSON-LD', async () => {
    const other = await ReadGraph.ofJsonLd(await text('/thesaurus.jsonld'));

    expect(other.statements).toEqual(graph.statements);
    expect(graph.statements.length).toBeGreaterThan(1_000);
  });

  it('is answered as its reader prefers, and leads people to a page', async () => {
    const ask = async (accept: string) => {
      const init = { headers: { accept }, redirect: 'manual' } as const;
      const { status, headers } = await fetch(`${hub.url}/thesaurus`, init);
      expect(headers.get('vary')?.toLowerCase()).toContain('accept');
      return headers.get('location') ?? `${status} ${headers.get('content-type')}`;
    };

    expect(await ask('text/turtle')).toBe('200 text/turtle; charset=utf-8');
    expect(await ask('*/*')).toBe('200 text/turtle; charset=utf-8');
    expect(await ask('application/ld+json')).toBe('200 application/ld+json; charset=utf-8');
    expect(await ask('text/html,*/*;q=0.8')).toBe('/themes');
  });

  it('is not sent again until a concept changes', async () => {
    const etagOf = async () => (await fetch(`${hub.url}/thesaurus.ttl`)).headers.get('etag') ?? '';
    const etag = await etagOf();
    const headers = { 'if-none-match': etag };
    const same = await fetch(`${hub.url}/thesaurus.ttl`, { headers });
    const head = await fetch(`${hub.url}/thesaurus.ttl`, { method: 'HEAD' });
    await hub.build.theme({ code: 'later', name: 'Después' });

    expect([same.status, await same.text(), head.headers.get('etag')]).toEqual([304, '', etag]);
    expect(await etagOf()).not.toBe(etag);
    expect(await text('/thesaurus.ttl')).toContain('"Después"@es');
  });
});
