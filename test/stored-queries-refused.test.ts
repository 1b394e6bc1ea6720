import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf } from './support/administrator.js';
import type { BrowserSession } from './support/browser-session.js';
import { type PartnerAnswer, SAVE_QUERY } from './support/partner-operations.js';
import { NEWEST } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const ALL = [
  { name: 'words', values: ['agua'] },
  { name: 'first', values: ['5'] },
];

const given = (name: string, values: readonly string[]) => [
  ...ALL.filter((one) => one.name !== name),
  { name, values },
];

/** How a document declares and uses variables beside the usual ones. */
const MORE: Readonly<Record<string, readonly [declared: string, used: string]>> = {
  kinds: [
    '$kinds: [KnowledgeKind!]',
    'k: knowledgeItems(filter: { kinds: $kinds }, first: 1) { totalCount }',
  ],
  code: ['$code: CountryCode!', 'country(code: $code) { name }'],
  filter: [
    '$filter: KnowledgeFilter',
    'f: knowledgeItems(filter: $filter, first: 1) { totalCount }',
  ],
  lang: ['$lang: String!', 'l: search(query: $lang, first: 1) { totalCount }'],
};

let count = 0;
const newId = () => `refused-${++count}`;

describe('What cannot be stored', () => {
  let hub: TestHub;
  let session: BrowserSession;
  let partner: string;
  beforeAll(async () => {
    hub = await startTestHub();
    session = await administratorOf(hub);
    partner = (await hub.build.partner())._id;
  });
  afterAll(() => hub.stop());

  const problemsOf = async (input: object) => {
    const usual = { partner, id: newId(), title: 'Agua', document: NEWEST };
    const { storedQuery, problems } = await session.get<PartnerAnswer>(
      'saveStoredQuery',
      SAVE_QUERY,
      { input: { ...usual, ...input } },
    );
    expect(storedQuery).toBeNull();
    return problems;
  };

  it.each([
    ['nothing', ' ', /Syntax Error/],
    ['what is no GraphQL', 'SELECT * FROM items', /Syntax Error.*line 1, column 1/],
    ['a field that there is not', '{ secrets }', /Cannot query field "secrets"/],
    ['a mutation', 'mutation { signOut { problems { code } } }', /holds no mutation/],
    ['a subscription', 'subscription { search { totalCount } }', /holds no subscription/],
    [
      'a mutation beside a query',
      `query A ${NEWEST} mutation B { signOut { problems { code } } }`,
      /no mutation/,
    ],
    ['introspection', '{ __schema { types { name } } }', /asks for no "__schema"/],
    ['introspection by another name', '{ a: __type(name: "Query") { name } }', /no "__type"/],
    [
      'introspection in a fragment',
      '{ ...F } fragment F on Query { __schema { description } }',
      /no "__schema"/,
    ],
    ['who asks', '{ me { scopes } }', /"me" depends on who asks/],
    ['drafts', '{ editorialRecords { nodes { id } } }', /"editorialRecords" depends on who asks/],
    [
      'partners, in a fragment',
      '{ ... on Query { p: partners { totalCount } } }',
      /"partners" depends/,
    ],
    [
      'too much',
      '{ knowledgeItems(first: 100) { nodes { related(first: 20) { title related(first: 20) { title } } } } }',
      /costs \d+; at most 20000/,
    ],
    [
      'too deep a nesting',
      `{ country(code: "GT") { ${'items { nodes { countries { '.repeat(5)} code ${'} } }'.repeat(5)} } }`,
      /levels; at most/,
    ],
    ['too long a text', `${NEWEST} #${'x'.repeat(20_000)}`, /at most 20000 characters/],
  ])('is %s', async (_what, document, message) => {
    const problems = await problemsOf({ document });

    expect(problems[0]).toMatchObject({ code: 'INVALID', field: 'document' });
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });

  it.each([
    '',
    'ab',
    'Agua',
    'agua limpia',
    '-agua',
    'agua-',
    'a--b',
    '../agua',
    'agua.json',
    'ágüa',
    'x'.repeat(61),
  ])('is anything by the id %j', async (id) => {
    expect(await problemsOf({ id })).toMatchObject([
      { code: 'INVALID', field: 'id', message: expect.stringContaining('lower-case') },
    ]);
  });

  it.each(['search', 'newest', 'item', 'country', 'theme', 'challenge'])(
    'is anything by an id of the hub itself: %s',
    async (id) => {
      expect(await problemsOf({ id })).toMatchObject([
        { code: 'INVALID', field: 'id', message: expect.stringContaining('hub itself') },
      ]);
    },
  );

  it('is a query without a title; all that is wrong is told at once', async () => {
    const problems = await problemsOf({ id: 'X', title: ' ', document: '{ secrets }' });

    expect(problems.map(({ field }) => field)).toEqual(['id', 'title', 'document']);
  });

  it('is one of two operations, unless it is named', async () => {
    const document = `query A ${NEWEST} query B ${NEWEST}`;

    expect(await problemsOf({ document })).toMatchObject([{ field: 'operationName' }]);
    expect(await problemsOf({ document, operationName: 'C' })).toMatchObject([
      { field: 'operationName', message: expect.stringContaining('"C"') },
    ]);
    const input = { partner, id: newId(), title: 'A', document, operationName: 'B' };
    expect(await session.get('saveStoredQuery', SAVE_QUERY, { input })).toMatchObject({
      storedQuery: { operationName: 'B' },
    });
  });

  it.each([
    ['is missing', [{ name: 'first', values: ['5'] }], 'words', /declared, but not listed/],
    ['is not declared', [...ALL, { name: 'more' }], 'more', /not declared/],
    ['is listed twice', [...ALL, { name: 'words' }], 'words', /listed twice/],
    ['has a value of another type', given('first', ['many']), 'first', /whole number/],
    ['has too many values', given('first', ['5', '6']), 'first', /one value/],
    ['has a value that the contract lacks', given('kinds', ['POEM']), 'kinds', /POEM/],
    ['has no value and needs one', given('code', []), 'code', /give it a value/],
    ['is an object', given('filter', []), 'filter', /declare its parts/],
    ['is called as a parameter of addresses', given('lang', []), 'lang', /something else/],
  ] as const)('is a variable that %s', async (_what, variables, name, message) => {
    const [declared = '', used = ''] = MORE[name] ?? [];
    const document = `query ($words: String!, $first: Int = 5 ${declared}) {
      search(query: $words, first: $first) { totalCount }
      ${used}
    }`;

    const problems = await problemsOf({ document, variables });

    expect(problems.map(({ field }) => field)).toContain(`variables.${name}`);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });

  it('is what costs too much with its own values', async () => {
    const document =
      'query ($first: Int) { knowledgeItems(first: $first) { nodes { title related(first: 20) { title url related(first: 20) { title } } } } }';
    const variables = [{ name: 'first', values: ['100'] }];

    expect(await problemsOf({ document, variables })).toMatchObject([
      { code: 'INVALID', field: 'document', message: expect.stringContaining('costs') },
    ]);
  });
});
