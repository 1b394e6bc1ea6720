import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOMBS, doubling, nested, repeat } from './support/bombs.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const IDS = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

describe('A document that asks for too much', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

  const TOO_COMPLEX = 'OPERATION_TOO_COMPLEX';
  const INVALID = 'GRAPHQL_VALIDATION_FAILED';
  const UNREADABLE = 'GRAPHQL_PARSE_FAILED';

  it.each([
    ['nests too deep', nested(8), TOO_COMPLEX],
    ['has too many aliases', `{ ${repeat(31, (i) => `a${i}: __typename`)} }`, TOO_COMPLEX],
    ['repeats a field 900 times', `{ ${'__typename '.repeat(900)} }`, TOO_COMPLEX],
    ['repeats a nested field 480 times', `{ ${'hub { name } '.repeat(480)} }`, TOO_COMPLEX],
    ['doubles fragments 30 times', doubling(30), TOO_COMPLEX],
    ['doubles fragments 190 times', doubling(190), TOO_COMPLEX],
    [
      'hides a bomb in a fragment that is not used',
      `{ __typename } fragment F on Query { ${'hub { name } '.repeat(480)} }`,
      TOO_COMPLEX,
    ],
    ['has too many directives', `{ __typename ${'@include(if: true) '.repeat(51)} }`, TOO_COMPLEX],
    [
      'has too many directives in a fragment',
      `{ ...F } fragment F on Query { hub @skip(if: false) { ${'name @include(if: true) '.repeat(51)} } }`,
      TOO_COMPLEX,
    ],
    [
      'multiplies page sizes',
      '{ countries { items(first: 100) { nodes { related(first: 20) { title } } } } }',
      TOO_COMPLEX,
    ],
    ['has too many tokens', `{ ${'a '.repeat(2_100)} }`, UNREADABLE],
    ['is one long row of brackets', '{'.repeat(2_100), UNREADABLE],
    ['spreads a fragment in itself', '{ ...A } fragment A on Query { ...A __typename }', INVALID],
    ['nests lists deep', `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`, INVALID],
    [
      'asks for the schema of the schema',
      `{ __schema { types ${'{ fields { type '.repeat(5)}{ name } ${'} }'.repeat(5)} } }`,
      TOO_COMPLEX,
    ],
  ])('is refused with status 400 when it %s', async (_what, document, code) => {
    const { status, errors, data } = await hub.ask(document);

    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('is refused with status 413 when its body is too large', async () => {
    const { status, errors } = await hub.post(JSON.stringify({ query: ' '.repeat(300_000) }));

    expect(status).toBe(413);
    expect(errors).toMatchObject([{ extensions: { code: 'BODY_TOO_LARGE' } }]);
  });

  it('is refused as well when the body does not say how large it is', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(64_000));
    const body = new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < 5; sent += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);

    expect(response.status).toBe(413);
  });

  it.each([
    ['too many ids', Array.from({ length: 20_000 }, (_, index) => `itm_${index}`), TOO_COMPLEX],
    ['nothing but nulls', Array.from({ length: 19_000 }, () => null), 'BAD_USER_INPUT'],
  ])('is refused with one short error when a variable holds %s', async (_what, ids, code) => {
    for (const attempt of ['first', 'again']) {
      const { status, errors, text } = await hub.ask(IDS, { ids });

      expect([attempt, status]).toEqual([attempt, 400]);
      expect(errors).toMatchObject([{ extensions: { code } }]);
      expect(text.length).toBeLessThan(1_000);
    }
  });

  it('answers wrong variables alike, whether or not it knows the operation', async () => {
    const document = 'query ($f: KnowledgeFilter) { knowledgeItems(filter: $f) { totalCount } }';
    const wrong = { f: { themes: [null] } };
    const first = await hub.ask(document, wrong);
    await hub.query(document, { f: {} });

    const again = await hub.ask(document, wrong);

    expect(first.status).toBe(400);
    expect([again.status, again.errors?.[0]?.message]).toEqual([400, first.errors?.[0]?.message]);
  });

  it.each(BOMBS)('leaves other requests alone: $kind', async ({ status, document }) => {
    const bombs = Array.from({ length: 20 }, (_, number) => hub.ask(document(number)));
    const others = await Promise.all(Array.from({ length: 10 }, () => hub.ask('{ hub { name } }')));

    expect(others.map(({ data }) => data)).toEqual(
      others.map(() => ({ hub: { name: 'Saberes' } })),
    );
    const answers = await Promise.all(bombs);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]));
  });

  it('may have all that the limits allow', async () => {
    const aliases = repeat(30, (i) => `a${i}: __typename`);

    expect((await hub.ask(`{ ${aliases} }`)).status).toBe(200);
    expect((await hub.ask('{ countries { groups { countries { code } } } }')).status).toBe(200);
  });

  it('is logged as nothing worse than information', () => {
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
