import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const SEARCH = `query (
  $query: String!, $language: Locale!, $filter: KnowledgeFilter, $first: Int, $fields: [FacetField!]!
) @inContext(language: $language) {
  search(query: $query, filter: $filter, first: $first) {
    totalCount
    didYouMean
    edges {
      score
      node {
        slug title shownIn { locale isFallback }
        ... on Protocol { inForce }
      }
      highlights { field locale text matches { start length } }
    }
    facets(fields: $fields, first: 200) { field values { value label count } }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly didYouMean: string | null;
  readonly edges: readonly {
    readonly score: number;
    readonly node: {
      readonly slug: string;
      readonly title: string;
      readonly shownIn: { readonly locale: string; readonly isFallback: boolean };
      readonly inForce?: boolean;
    };
    readonly highlights: readonly {
      readonly field: string;
      readonly locale: string;
      readonly text: string;
      readonly matches: readonly { readonly start: number; readonly length: number }[];
    }[];
  }[];
  readonly facets: readonly {
    readonly field: string;
    readonly values: readonly { value: string; label: string; count: number }[];
  }[];
}

type Asked = Readonly<Record<string, unknown>> & { readonly query: string };

const LANGUAGES = ['ES', 'EN', 'PT', 'FR'] as const;
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describeOnEveryStore('Search in the shipped content', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const search = async (asked: Asked) => {
    const variables = { language: 'ES', first: 20, fields: [], ...asked };
    return (await hub.query<{ search: Found }>(SEARCH, variables)).search;
  };
  const slugsOf = ({ edges }: Found) => edges.map(({ node }) => node.slug);
  const firstThree = async (asked: Asked) => slugsOf(await search({ ...asked, first: 3 }));

  describe.each(LANGUAGES)('for a reader of %s', (language) => {
    it.each([
      ['protcolo desastres seguridad social', 'ciss-disaster-protocol'],
      ['join procurment of medicines', 'comisca-joint-negotiation'],
      ['aquisicao conjunta de testes', 'comisca-joint-test-procurement'],
      ['plan panama solidaridad', 'plan-panama-solidario'],
      ['plan panamá solidaridad', 'plan-panama-solidario'],
      ['ACPI', 'apci-dual-role'],
    ])('"%s" finds %s among the first three', async (query, slug) => {
      expect(await firstThree({ query, language })).toContain(slug);
    });

    it.each(['coopération trilatérale', 'cooperation trilaterale'])(
      '"%s" finds what is filed under triangular cooperation',
      async (query) => {
        const filter = { modalities: ['TRIANGULAR'] };
        const triangular = slugsOf(await search({ query: '', filter, language, first: 100 }));
        const themed = slugsOf(
          await search({
            query: '',
            filter: { themes: ['triangular-cooperation'] },
            language,
            first: 100,
          }),
        );

        const found = await firstThree({ query, language });

        expect(found.length).toBeGreaterThan(0);
        for (const slug of found) expect([...triangular, ...themed]).toContain(slug);
      },
    );

    it('a misspelt search for the disaster protocol has the edition in force first', async () => {
      const query = 'protcolo desastres seguridad social';
      const { edges } = await search({ query, language });

      expect(edges[0]?.node).toMatchObject({ slug: 'ciss-disaster-protocol', inForce: true });
    });

    it('nonsense finds nothing, and its facets are there and empty', async () => {
      const found = await search({ query: 'xyzq', language, fields: ['THEME', 'COUNTRY'] });

      expect(found).toMatchObject({ totalCount: 0, edges: [], didYouMean: null });
      expect(found.facets).toEqual([
        { field: 'THEME', values: [] },
        { field: 'COUNTRY', values: [] },
      ]);
    });

    it.each([
      ['CISS', 'ciss-disaster-protocol', 'ccss-contingency-plan'],
      ['CCSS', 'ccss-contingency-plan', 'ciss-new-multilateralism'],
      ['IGSS', 'igss-preparedness-response-plan', 'ciss-new-multilateralism'],
    ])('%s is not taken for an acronym that looks like it', async (query, own, other) => {
      const slugs = slugsOf(await search({ query, language, first: 100 }));

      expect(slugs).toContain(own);
      expect(slugs).not.toContain(other);
    });
  });

  it('answers a Portuguese search with the Portuguese title', async () => {
    const { edges } = await search({ query: 'aquisicao conjunta', language: 'PT' });

    const [first] = edges;
    expect(first?.node.slug).toMatch(/^comisca-joint/);
    expect(first?.node.title).toMatch(/conjunta/i);
    expect(first?.node.shownIn).toEqual({ locale: 'PT', isFallback: false });
  });

  it.each(['cooperación técnica', 'protección social', 'logística humanitaria'])(
    'finds the same with and without accents: %s',
    async (query) => {
      const accented = await search({ query, first: 100 });
      const plain = await search({ query: withoutAccents(query), first: 100 });

      expect(accented.totalCount).toBeGreaterThan(0);
      expect(slugsOf(plain).sort()).toEqual(slugsOf(accented).sort());
    },
  );

  it('proposes a spelling that finds something', async () => {
    const { didYouMean } = await search({ query: 'protcolo' });

    expect(didYouMean).not.toBeNull();
    expect((await search({ query: didYouMean ?? '' })).totalCount).toBeGreaterThan(0);
    expect((await search({ query: 'protocolo' })).didYouMean).toBeNull();
  });

  it('gives better hits a higher score', async () => {
    const { edges } = await search({ query: 'cooperación en la pandemia', first: 100 });

    const scores = edges.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(5);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('marks in plain text exactly what matched', async () => {
    const { edges } = await search({ query: 'protocolo', first: 10 });

    const highlights = edges.flatMap((edge) => edge.highlights);
    const marked = highlights.flatMap(({ text, matches }) =>
      matches.map(({ start, length }) => text.slice(start, start + length)),
    );
    expect(marked.length).toBeGreaterThan(3);
    for (const word of marked) expect(withoutAccents(word)).toMatch(/^proto[ck]ol/i);
    for (const { text } of highlights) expect(text).not.toMatch(/<\/?(em|mark|b)>/);
  });

  it.each(['ES', 'EN', 'PT'])('labels facets for readers of %s', async (language) => {
    const fields = ['KIND', 'COUNTRY', 'THEME', 'STAGE', 'LANGUAGE', 'EVIDENCE', 'MODALITY'];
    const asked = await search({ query: '', language, fields });
    const inFrench = await search({ query: '', language: 'FR', fields });

    for (const [index, { field, values }] of asked.facets.entries()) {
      expect(values.length).toBeGreaterThan(0);
      const french = inFrench.facets[index]?.values ?? [];
      const countsOf = (all: typeof values) =>
        Object.fromEntries(all.map(({ value, count }) => [value, count]));
      expect(countsOf(french)).toEqual(countsOf(values));
      for (const { value, label } of values) expect([field, label]).not.toEqual([field, value]);
    }
  });

  it.each([
    ['ES', 'Protocolo', 'Panamá', 'Español'],
    ['EN', 'Protocol', 'Panama', 'Spanish'],
    ['PT', 'Protocolo', 'Panamá', 'Espanhol'],
    ['FR', 'Protocole', 'Panama', 'Espagnol'],
  ])('calls kinds, countries and languages by their %s names', async (language, ...names) => {
    const fields = ['KIND', 'COUNTRY', 'LANGUAGE'];
    const { facets } = await search({ query: '', language, fields });

    const labelOf = (field: string, code: string) =>
      facets.find((facet) => facet.field === field)?.values.find(({ value }) => value === code)
        ?.label;
    expect([
      labelOf('KIND', 'PROTOCOL'),
      labelOf('COUNTRY', 'PA'),
      labelOf('LANGUAGE', 'ES'),
    ]).toEqual(names);
  });

  it('counts in facets what a filter by their value finds', async () => {
    const fields = ['KIND', 'COUNTRY', 'THEME', 'STAGE', 'LANGUAGE'];
    const filterOf: Record<string, string> = {
      KIND: 'kinds',
      COUNTRY: 'countries',
      THEME: 'themes',
      STAGE: 'stages',
      LANGUAGE: 'languages',
    };
    const query = 'cooperación';
    const { facets } = await search({ query, fields });

    for (const { field, values } of facets) {
      expect(values.map(({ count }) => count)).toEqual(
        values.map(({ count }) => count).sort((a, b) => b - a),
      );
      for (const { value, count } of values.slice(0, 3)) {
        const filter = { [filterOf[field] ?? '']: [value] };
        expect([field, value, (await search({ query, filter })).totalCount]).toEqual([
          field,
          value,
          count,
        ]);
      }
    }
  });

  it('takes values of one filter as alternatives and holds different filters together', async () => {
    const query = '';
    const total = async (filter: object) => (await search({ query, filter })).totalCount;
    const [cases, protocols] = [
      await total({ kinds: ['CASE_STUDY'] }),
      await total({ kinds: ['PROTOCOL'] }),
    ];

    expect(await total({ kinds: ['CASE_STUDY', 'PROTOCOL'] })).toBe(cases + protocols);
    const both = await search({
      query,
      filter: { kinds: ['CASE_STUDY', 'PROTOCOL'], countries: ['PA'] },
      fields: ['KIND', 'COUNTRY'],
      first: 100,
    });
    expect(both.totalCount).toBeGreaterThan(0);
    expect(both.totalCount).toBeLessThan(cases + protocols);
    expect(both.edges).toHaveLength(both.totalCount);
    const [kinds, countries] = both.facets;
    expect(kinds?.values.reduce((sum, { count }) => sum + count, 0)).toBe(both.totalCount);
    expect(countries?.values.find(({ value }) => value === 'PA')?.count).toBe(both.totalCount);
  });
});
