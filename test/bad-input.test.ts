import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const SEARCH = `query ($query: String!) { search(query: $query) { totalCount nodes { slug } didYouMean
  edges { highlights { text } } facets(fields: [THEME]) { values { value } } } }`;
const SLUG = 'query ($slug: String) { knowledgeItem(slug: $slug) { slug } }';

const SYNTAX = [
  '"',
  '"unfinished',
  'it\'s \\ \\\\ \\"',
  'THEME = health AND',
  'countries IN [DM]',
  '(a OR b) NOT -c +d *',
  '$where',
  '{"$ne": null}',
  '{"$gt": ""}',
  '$ne',
  'a/*/b//c',
  '\u0000\u0001',
  '\ud800',
  '👩🏽‍⚕️🇩🇲',
  '%00%27',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
];

describeOnEveryStore('Bad input', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.country({ code: 'DM', name: 'Dominica' });
    await hub.build.items([
      { slug: 'one', texts: { es: { title: 'Huracanes' } }, countries: ['DM'] },
      { slug: 'two', texts: { es: { title: 'Escuelas' } } },
    ]);
  });
  afterAll(() => hub.stop());

  it.each([
    ['an unknown language', '{ hub { name } }', '@inContext(language: DE)'],
    ['a language as text', '{ hub { name } }', '@inContext(language: "PT")'],
    ['a country that is no code', '{ country(code: "Dominica") { name } }', ''],
    ['an unknown kind', '{ knowledgeItems(filter: { kinds: [POEM] }) { totalCount } }', ''],
    ['an unknown filter', '{ knowledgeItems(filter: { colour: "red" }) { totalCount } }', ''],
    ['an unknown order', '{ knowledgeItems(sort: RANDOM) { totalCount } }', ''],
    ['a page size that is text', '{ knowledgeItems(first: "10") { totalCount } }', ''],
    ['a page size with a point', '{ knowledgeItems(first: 1.5) { totalCount } }', ''],
    [
      'a day that does not exist',
      '{ knowledgeItems(filter: { publishedTo: "2021-02-30" }) { totalCount } }',
      '',
    ],
    [
      'a country without two letters',
      '{ knowledgeItems(filter: { countries: ["DOM"] }) { totalCount } }',
      '',
    ],
    ['an operator in place of a text', '{ knowledgeItem(slug: { ne: null }) { id } }', ''],
  ])('of the kind "%s" is refused before anything runs', async (_what, selection, directive) => {
    const { status, errors, data } = await hub.ask(`query ${directive} ${selection}`);

    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['language', 'query ($v: Locale!) @inContext(language: $v) { hub { name } }', 'DE'],
    ['country', 'query ($v: CountryCode!) { country(code: $v) { name } }', 'Dominica'],
    ['operator as id', 'query ($v: ID) { knowledgeItem(id: $v) { id } }', { $ne: null }],
    ['operator as slug', 'query ($v: String) { knowledgeItem(slug: $v) { id } }', { $gt: '' }],
    [
      'operator as theme',
      'query ($v: [String!]) { knowledgeItems(filter: { themes: $v }) { totalCount } }',
      [{ $ne: 'a' }],
    ],
    [
      'operator as search',
      'query ($v: String!) { search(query: $v) { totalCount } }',
      { $where: '1' },
    ],
    [
      'operator as day',
      'query ($v: LocalDate) { knowledgeItems(filter: { publishedTo: $v }) { totalCount } }',
      { $gt: '' },
    ],
    ['page size', 'query ($v: Int) { knowledgeItems(first: $v) { totalCount } }', 1e10],
  ])('as variable (%s) is refused as the request’s fault', async (_what, document, v) => {
    for (const attempt of [1, 2]) {
      const { status, errors } = await hub.ask(document, { v });

      expect([attempt, status]).toEqual([attempt, 400]);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain('$v');
    }
  });

  it.each([
    'knowledgeItems(first: N) { nodes { slug } }',
    'search(query: "a", first: N) { nodes { slug } }',
    'actors(first: N) { nodes { slug } }',
    'events(first: N) { nodes { slug } }',
    'suggest(prefix: "hu", first: N) { text }',
    'knowledgeItem(slug: "one") { related(first: N) { slug } }',
    'country(code: "DM") { items(first: N) { nodes { slug } } }',
    'search(query: "a") { facets(fields: [THEME], first: N) { values { value } } }',
  ])('of page sizes is refused wherever there are pages: %s', async (field) => {
    const tooMany = field.includes('facets') ? '1001' : '101';
    for (const size of ['0', '-1', tooMany, '-2147483648']) {
      const { status, errors } = await hub.ask(`{ ${field.replace('N', size)} }`);

      expect(status).toBeLessThan(500);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
    }
  });

  it.each([
    ['knowledgeItems(after: C) { totalCount }'],
    ['search(query: "a", after: C) { totalCount }'],
    ['actors(after: C) { totalCount }'],
    ['events(after: C) { totalCount }'],
    ['country(code: "DM") { items(after: C) { totalCount } }'],
  ])('of cursors is refused wherever there are pages: %s', async (field) => {
    const { pageInfo } = (
      await hub.query<{ knowledgeItems: { pageInfo: { endCursor: string } } }>(
        '{ knowledgeItems(sort: OLDEST, first: 1) { pageInfo { endCursor } nodes { id } } }',
      )
    ).knowledgeItems;

    for (const cursor of [pageInfo.endCursor, 'x', 'x'.repeat(10_000)]) {
      const { status, errors } = await hub.ask(`{ ${field.replace('C', `"${cursor}"`)} }`);

      expect(status).toBe(200);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', argument: 'after' } }]);
    }
  });

  it('of 10,000 characters is refused as a search', async () => {
    const query = 'a'.repeat(10_000);

    expect(await hub.errorCodes(SEARCH, { query })).toEqual(['BAD_USER_INPUT']);
    expect(
      await hub.errorCodes('query ($p: String!) { suggest(prefix: $p) { text } }', { p: query }),
    ).toEqual(['BAD_USER_INPUT']);
    expect(
      await hub.errorCodes('query ($q: String) { actors(query: $q) { totalCount } }', { q: query }),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('that is empty searches for everything', async () => {
    for (const query of ['', '   ', '\t\n']) {
      expect(await hub.query(SEARCH, { query })).toMatchObject({ search: { totalCount: 2 } });
    }
  });

  it.each(SYNTAX)('that looks like syntax is only text to a search: %j', async (query) => {
    const { status, errors, data } = await hub.ask(SEARCH, { query });

    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(data).toMatchObject({ search: { totalCount: expect.any(Number) } });
  });

  it.each(SYNTAX)('that looks like syntax matches no slug, id, code or name: %j', async (text) => {
    const found = await hub.query(
      `query ($text: String!, $id: ID!) {
        bySlug: knowledgeItem(slug: $text) { id } byId: knowledgeItem(id: $id) { id }
        actor(slug: $text) { id } event(id: $id) { id } thematicArea(code: $text) { id }
        node(id: $id) { id } nodes(ids: [$id]) { id }
      }`,
      { text, id: text },
    );

    expect(found).toEqual({
      bySlug: null,
      byId: null,
      actor: null,
      event: null,
      thematicArea: null,
      node: null,
      nodes: [null],
    });
  });

  it.each(SYNTAX)('that looks like syntax is refused as a code in a filter: %j', async (text) => {
    const document = `query ($t: [String!]) { knowledgeItems(filter: { themes: $t }) { totalCount } }`;

    expect(await hub.errorCodes(document, { t: [text] })).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['themes', ['nowhere']],
    ['countries', ['CU']],
    ['countries', ['DM', 'CU']],
    ['challenges', ['nowhere']],
  ])('that names unknown %s is refused with what was not found: %j', async (field, codes) => {
    for (const list of ['knowledgeItems(filter: $f)', 'search(query: "", filter: $f)']) {
      const document = `query ($f: KnowledgeFilter) { ${list} { totalCount } }`;
      const { status, errors } = await hub.ask(document, { f: { [field]: codes } });

      expect(status).toBe(200);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain(codes.at(-1));
    }
  });

  it('quotes a search without finding more or less than its words', async () => {
    const count = async (query: string) =>
      (await hub.query<{ search: { totalCount: number } }>(SEARCH, { query })).search.totalCount;

    expect(await count('huracanes')).toBe(1);
    expect(await count('"huracanes"')).toBe(1);
    expect(await count('(huracanes)')).toBe(1);
  });

  it('never shows what went on inside, and has the request’s id with every error', async () => {
    for (const document of [
      '{',
      '{ nothing }',
      '{ knowledgeItem { id } }',
      'query A { __typename } query B { __typename }',
    ]) {
      const { text, errors, headers } = await hub.ask(document);

      expect(text).not.toMatch(/\n\s+at |node_modules|\.js:|stacktrace|MongoServerError|mongodb:/);
      expect(errors?.[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
      expect(headers.get('x-request-id')).toMatch(/^[\w-]+$/);
    }
    expect((await hub.ask(SLUG, { slug: 'one' })).data).toEqual({ knowledgeItem: { slug: 'one' } });
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
